/* enquiry.h - one enquiry of the organ, as its pages (enquiry.c) and acts (enquiry_act.c) share it. */
#ifndef OFFICE_ENQUIRY_H
#define OFFICE_ENQUIRY_H

#include "fcgi/office/office.h"
#include "rules/enquiry.h"

struct enquiry {
	uint64_t id;
	const char *number;
	bool own;			/* the organ has it now; otherwise it received it first */
	struct enquiry_standing is;
};

/* By the path's number; NULL when it is none of the organ's. */
struct query *enquiry_load(struct request *, struct enquiry *);

#endif
