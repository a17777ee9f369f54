/*
 * guide.h - a guide on a page: one version of an item with all its elements.
 *
 * The public, the officer and the webmaster's preview see the same guide,
 * since one function fills it.  Under name stand
 *
 *   the columns of item_versions by their names (name.title, name.conditions …),
 *   name.organ_name, .organ_name_en, .organ_phone, .organ_address, .area_name, .area_name_en, .code_form,
 *   name.audiences.N.value, name.channels.N.value    codes of GB/T 39046
 *   name.themes.N.{theme_code,name,name_en,side}
 *   name.places.N.{name,address,window_name,hours,phone,transport}
 *   name.bases.N.{title,article,body}
 *   name.materials.N  the columns of item_materials, position among them
 *   name.steps.N      the columns of item_steps, and organ_name
 *   name.fees.N, name.questions.N  the columns of item_fees, item_questions
 *   name.fields.N     the columns of item_fields, with choices.M.{value,label,label_en}
 *   name.conditions_lines.N.text, name.process_lines.N.text, …  the long texts line by line, blank lines left out:
 *                     conditions, process, rights, special_procedures, promise_notice, promise_text
 *
 * Whether a version may be seen is the caller's question (guide_version).
 */
#ifndef WORKER_GUIDE_H
#define WORKER_GUIDE_H

#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"

#include <stdbool.h>
#include <stdint.h>

/* The version the public sees of an item: today's, or on DAY the one in force then.  0: none. */
uint64_t guide_version(struct request *, const char *item_code, struct day on);

/* False when there is no such version. */
bool guide_into(struct request *, struct page *, const char *name, uint64_t version_id);
/* A version that stands before the public, by one small statement, as it was put together when it came into force; false when it is
 * not in force today, or was not put together: guide_version and guide_into tell.  Its organ and area stand by their codes: the caller
 * sets organ_name, organ_name_en, organ_phone, organ_address, area_name, area_name_en, and then calls guide_finish_into. */
bool guide_now_into(struct request *, struct page *, const char *name, uint64_t version_id);
void guide_finish_into(struct request *, struct page *, const char *name);

/* The phrases made of what guide_into set; part of it.  name.{promised,statutory,visits,charged,audiences,channels,lacking}_text,
 * name.materials.N.{copies_text,blank_url,sample_url}, name.steps.N.limit_text, name.{consult_phone,complaint_phone}.tel,
 * name.places.N.phone.tel. */
void guide_phrases_into(struct request *, struct page *, const char *name);

/* The flow as a picture, of name.steps; part of guide_into.  name.flow.{width,height,box_width,box_height},
 * .boxes.N.{x,y,middle,decides,words.M.{text,y}}, .lines.N.{path,head,back}, and name.steps.N.{after_text,after_other,back_text}:
 * the numbers of the steps it waits for (others than just the one before it) and may go back to.  Nothing for a flow that is too long to draw. */
void guide_flow_into(struct request *, struct page *, const char *name);

/* Only the form of the item: name.N as guide_into's fields.  For applying. */
size_t guide_fields_into(struct request *, struct page *, const char *name, uint64_t version_id);

#endif
