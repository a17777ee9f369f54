/* licence.h - what the visitor holds, and the materials that need not be submitted because of it. */
#ifndef PUBLIC_LICENCE_H
#define PUBLIC_LICENCE_H

#include "fcgi/public/apply.h"

/* Which of the materials a licence of the applicant takes the place of, or could: their law.licence and licence, and
 * materials.N.held of the page. */
void licences_of_materials(struct request *, struct page *, uint64_t case_id, struct material *, size_t count);
/* The material is given by the licence found for it. */
void licence_set(struct request *, uint64_t case_id, const struct material *);

#endif
