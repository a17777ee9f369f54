/* pages.h - the handlers of yimen-public, by file. */
#ifndef PUBLIC_PAGES_H
#define PUBLIC_PAGES_H

#include "fcgi/worker/form.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"
#include "fcgi/worker/route.h"

/* look.c */
extern const struct form look_form;
handler look_set;

/* about.c */
handler map_show, contact_show, privacy_show, organs_show;

/* home.c */
handler home_show;

/* catalogue.c */
extern const struct form items_form;
handler items_list;

/* guide.c */
extern const struct form guide_form;
handler guide_show, guide_qr, form_file_send;
/* The last version of an item that is no longer handled; 0: there never was one. */
uint64_t guide_last(struct request *, const char *code);

/* open.c */
extern const struct form open_form, document_form;
handler open_list, document_show, document_qr, document_file;

/* chain.c */
extern const struct form record_form;
handler record_show, heads_file;
handler stats_show, stats_promises, stats_figure, stats_figure_sheet, stats_sheet;
/* case.seal: the head that sealed what was last recorded of a case, "" while it waits. */
void case_seal_into(struct request *, struct page *, uint64_t case_id);

/* apply_start.c */
handler apply_show, apply_start, drafts_list, draft_delete_show, draft_delete;

/* apply_tasks.c, apply_form.c */
extern const struct form section_form;
handler tasks_show, section_show, section_save;

/* apply_materials.c, files.c */
extern const struct form material_form;
handler materials_show, material_show, material_save, own_file_send, own_file_remove;

/* apply_submit.c, receipt.c */
extern const struct form delivery_form, submit_form;
handler delivery_show, delivery_save, check_show, application_submit, application_renew, application_take_back, receipt_show, receipt_qr;

/* my.c */
extern const struct form my_cases_form, my_messages_form;
handler my_show, my_cases;
/* messages.c */
handler my_messages, my_messages_read;
handler my_licences;	/* licence.c */
void messages_unread_into(struct request *, struct page *);

/* my_case.c */
extern const struct form resubmit_form, withdraw_form, promise_form;
handler my_case_show, my_case_resubmit, withdraw_show, withdraw;
/* promise.c */
handler promise_show, promise_give;
/* fee.c, my_delivery.c */
extern const struct form my_delivery_form, result_form;
handler my_bill, my_bill_qr, my_delivery_show, my_delivery_save, my_result_open;
struct own;
void my_delivery_into(struct request *, struct page *, const struct own *);
/* results.c */
extern const struct form results_form;
handler results_list, results_sheet, result_show;

/* supply.c, my_due.c */
extern const struct form supply_form;
handler supply, due_show;

/* saved.c */
extern const struct form saved_form;
handler files_show, saved_show, saved_pick;
/* account.c */
handler security_show, own_export;
/* act.c */
extern const struct form act_form;
handler act_show, act_set;
/* delegate.c */
extern const struct form invite_form, delegation_form;
handler delegates_show, invite_show, invite, delegation_show, delegation_act;

/* verify.c */
extern const struct form verify_form;
handler verify_show, verify_result;

/* track.c */
extern const struct form track_form, track_show_form;
handler track_show, track;

#endif
