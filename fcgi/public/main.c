/* main.c - yimen-public: what citizens and enterprises see. */
#include "fcgi/public/after.h"
#include "fcgi/public/counter.h"
#include "fcgi/public/pages.h"
#include "fcgi/worker/figures.h"
#include "fcgi/worker/worker.h"

static const struct route routes[] = {
/*	method path		who	form		handler		template		again	flags */
	{ GET, "/",		ANYONE,	NULL,		home_show,	"public/home.cs",	NULL,	ROUTE_KEPT | ROUTE_SINGLE },
	{ GET, "/look",		ANYONE,	&look_form,	look_set,	NULL,			NULL,	ROUTE_RAW | ROUTE_LOOSE },

	{ GET, "/organs",	ANYONE,	NULL,		organs_show,	"public/organs.cs",	NULL,	ROUTE_KEPT },
	{ GET, "/about/map",	ANYONE,	NULL,		map_show,	"public/about_map.cs",	NULL,	ROUTE_KEPT },
	{ GET, "/about/contact", ANYONE, NULL,		contact_show,	"public/about_contact.cs", NULL, ROUTE_KEPT },
	{ GET, "/about/accessibility", ANYONE, NULL,	NULL,	"public/about_accessibility.cs", NULL,	ROUTE_KEPT },
	{ GET, "/about/privacy", ANYONE, NULL,		privacy_show,	"public/about_privacy.cs", NULL, ROUTE_KEPT },

	{ GET, "/items",	ANYONE,	&items_form,	items_list,	"public/items.cs",	NULL,	ROUTE_KEPT | ROUTE_SINGLE },
	{ GET, "/items/:code",	ANYONE,	&guide_form,	guide_show,	"public/guide.cs",	NULL,	ROUTE_KEPT | ROUTE_SINGLE },
	{ GET, "/items/:code/qr.svg", ANYONE, NULL,	guide_qr,	NULL,			NULL,	ROUTE_RAW },
	{ GET, "/forms/:form",	ANYONE, NULL,		form_file_send,	NULL,			NULL,	ROUTE_RAW },

	{ GET, "/open/",	ANYONE,	&open_form,	open_list,	"public/documents.cs",	NULL,	ROUTE_KEPT },
	{ GET, "/open/results", ANYONE,	&results_form,	results_list,	"public/results.cs",	results_list, 0 },
	{ GET, "/open/results.csv", ANYONE, &results_form, results_sheet, NULL,			NULL,	ROUTE_RAW },
	{ GET, "/open/results.xlsx", ANYONE, &results_form, results_sheet, NULL,		NULL,	ROUTE_RAW },
	{ GET, "/open/results/:id", ANYONE, NULL,	result_show,	"public/result.cs",	NULL,	0 },
	{ GET, "/open/record",	ANYONE,	&record_form,	record_show,	"public/record.cs",	NULL,	0 },
	{ GET, "/open/record/heads.txt", ANYONE, NULL,	heads_file,	NULL,			NULL,	ROUTE_RAW | ROUTE_SINGLE },
	{ GET, "/open/docs/:index", ANYONE, &document_form, document_show, "public/document.cs", NULL,	ROUTE_KEPT },
	{ GET, "/stats",	ANYONE,	&figures_form,	stats_show,	"public/stats.cs",	NULL,	0 },
	{ GET, "/stats.csv",	ANYONE,	&figures_form,	stats_sheet,	NULL,			NULL,	ROUTE_RAW },
	{ GET, "/stats.xlsx",	ANYONE,	&figures_form,	stats_sheet,	NULL,			NULL,	ROUTE_RAW },
	{ GET, "/stats/promises", ANYONE, &figures_form, stats_promises, "public/promises.cs",	NULL,	0 },
	{ GET, "/stats/:name",	ANYONE,	&figures_form,	stats_figure,	"public/figure.cs",	NULL,	0 },
	{ GET, "/stats/:name.csv", ANYONE, &figures_form, stats_figure_sheet, NULL,		NULL,	ROUTE_RAW },
	{ GET, "/stats/:name.xlsx", ANYONE, &figures_form, stats_figure_sheet, NULL,		NULL,	ROUTE_RAW },

	{ GET, "/open/qr/:index", ANYONE, NULL,		document_qr,	NULL,			NULL,	ROUTE_RAW },
	{ GET, "/open/files/:n/:index", ANYONE, NULL,	document_file,	NULL,			NULL,	ROUTE_RAW },

	{ GET,  "/items/:code/apply",	APPLICANT, NULL,	apply_show,	"public/apply.cs",	NULL,	ROUTE_FOR_APPLY },
	{ POST, "/items/:code/apply",	APPLICANT, NULL,	apply_start,	"public/apply.cs",	apply_show, ROUTE_FOR_APPLY },
	{ GET,  "/applications",	APPLICANT, NULL,	drafts_list,	"public/apply_drafts.cs", NULL,	ROUTE_FOR_LOOK | ROUTE_FOR_ITEMS },
	{ GET,  "/applications/:id",	APPLICANT, NULL,	tasks_show,	"public/task_list.cs",	NULL,	ROUTE_FOR_LOOK },
	{ GET,  "/applications/:id/delete", APPLICANT, NULL,	draft_delete_show, "public/apply_delete.cs", NULL, ROUTE_FOR_APPLY },
	{ POST, "/applications/:id/delete", APPLICANT, NULL,	draft_delete,	"public/apply_delete.cs", draft_delete_show, ROUTE_FOR_APPLY },
	{ GET,  "/applications/:id/form/:n", APPLICANT, NULL,	section_show,	"public/apply_form.cs",	NULL,	ROUTE_FOR_LOOK },
	{ POST, "/applications/:id/form/:n", APPLICANT, &section_form, section_save, "public/apply_form.cs", section_show, ROUTE_LOOSE | ROUTE_FOR_APPLY },
	{ GET,  "/applications/:id/materials", APPLICANT, NULL, materials_show,	"public/apply_materials.cs", NULL, ROUTE_FOR_LOOK },
	{ GET,  "/applications/:id/materials/:n", APPLICANT, NULL, material_show, "public/material.cs",	NULL,	ROUTE_FOR_LOOK },
	{ POST, "/applications/:id/materials/:n", APPLICANT, &material_form, material_save, "public/material.cs", material_show, ROUTE_UPLOAD | ROUTE_FOR_APPLY },
	{ GET,  "/applications/:id/materials/:n/saved", APPLICANT, NULL, saved_show, "public/saved.cs",	NULL,	ROUTE_FOR_APPLY },
	{ POST, "/applications/:id/materials/:n/saved", APPLICANT, &saved_form, saved_pick, "public/saved.cs", saved_show, ROUTE_FOR_APPLY },
	{ GET,  "/applications/:id/files/:file", APPLICANT, NULL, own_file_send, NULL,			NULL,	ROUTE_RAW | ROUTE_FOR_LOOK },
	{ POST, "/applications/:id/files/:file/remove", APPLICANT, NULL, own_file_remove, NULL,		NULL,	ROUTE_RAW | ROUTE_FOR_APPLY },
	{ GET,  "/applications/:id/delivery", APPLICANT, NULL,	delivery_show,	"public/apply_delivery.cs", NULL, ROUTE_FOR_LOOK },
	{ POST, "/applications/:id/delivery", APPLICANT, &delivery_form, delivery_save, "public/apply_delivery.cs", delivery_show, ROUTE_FOR_APPLY },
	{ GET,  "/applications/:id/check", APPLICANT, NULL,	check_show,	"public/check.cs",	NULL,	ROUTE_FOR_LOOK },
	{ POST, "/applications/:id/renew", APPLICANT, NULL,	application_renew, "public/check.cs", check_show, ROUTE_FOR_APPLY },
	{ POST, "/applications/:id/submit", APPLICANT, &submit_form, application_submit, "public/check.cs", check_show, ROUTE_FOR_APPLY },
	{ GET,  "/applications/:id/receipt", APPLICANT, NULL,	receipt_show,	"public/receipt.cs",	NULL,	ROUTE_FOR_LOOK | ROUTE_FOR_COLLECT },
	{ GET,  "/applications/:id/qr.svg", APPLICANT, NULL,	receipt_qr,	NULL,			NULL,	ROUTE_RAW | ROUTE_FOR_LOOK | ROUTE_FOR_COLLECT },
	{ POST, "/applications/:id/take_back", APPLICANT, NULL,	application_take_back, "public/receipt.cs", receipt_show, ROUTE_FOR_APPLY },

	{ GET,  "/my",		APPLICANT, NULL,	my_show,	"public/my.cs",		NULL,	ROUTE_FOR_ANY | ROUTE_FOR_ITEMS },
	{ GET,  "/my/",		APPLICANT, NULL,	my_show,	"public/my.cs",		NULL,	ROUTE_FOR_ANY | ROUTE_FOR_ITEMS },
	{ GET,  "/my/cases",	APPLICANT, &my_cases_form, my_cases,	"public/my_cases.cs",	NULL,	ROUTE_FOR_LOOK | ROUTE_FOR_ITEMS },
	{ GET,  "/my/cases/:number", APPLICANT, NULL,	my_case_show,	"public/my_case.cs",	NULL,	ROUTE_FOR_LOOK },
	{ GET,  "/my/cases/:number/due", APPLICANT, NULL, due_show,	"public/my_due.cs",	NULL,	ROUTE_FOR_LOOK },
	{ GET,  "/my/cases/:number/promises/:n", APPLICANT, NULL, promise_show, "public/promise.cs", NULL, ROUTE_FOR_APPLY },
	{ POST, "/my/cases/:number/promises/:n", APPLICANT, &promise_form, promise_give, "public/promise.cs", promise_show, ROUTE_UPLOAD | ROUTE_FOR_APPLY },
	{ POST, "/my/cases/:number/resubmit", APPLICANT, &resubmit_form, my_case_resubmit, "public/my_case.cs", my_case_show, ROUTE_FOR_APPLY },
	{ POST, "/my/cases/:number/supply", APPLICANT, &supply_form, supply, "public/my_case.cs", my_case_show, ROUTE_FOR_APPLY },
	{ GET,  "/my/cases/:number/fees/:n", APPLICANT, NULL, my_bill, "public/my_bill.cs", NULL, ROUTE_FOR_LOOK | ROUTE_FOR_PAY },
	{ GET,  "/my/cases/:number/fees/:n/qr.svg", APPLICANT, NULL, my_bill_qr, NULL, NULL, ROUTE_RAW | ROUTE_FOR_LOOK | ROUTE_FOR_PAY },
	{ GET,  "/my/cases/:number/delivery", APPLICANT, NULL, my_delivery_show, "public/my_delivery.cs", NULL, ROUTE_FOR_APPLY | ROUTE_FOR_COLLECT },
	{ POST, "/my/cases/:number/delivery", APPLICANT, &my_delivery_form, my_delivery_save, "public/my_delivery.cs", my_delivery_show, ROUTE_FOR_APPLY | ROUTE_FOR_COLLECT },
	{ POST, "/my/cases/:number/result", APPLICANT, &result_form, my_result_open, "public/my_case.cs", my_case_show, ROUTE_FOR_COLLECT },
	{ GET,  "/my/cases/:number/withdraw", APPLICANT, NULL, withdraw_show, "public/my_withdraw.cs", NULL,	ROUTE_FOR_APPLY },
	{ POST, "/my/cases/:number/withdraw", APPLICANT, &withdraw_form, withdraw, "public/my_withdraw.cs", withdraw_show, ROUTE_FOR_APPLY },
	{ GET,  "/my/licences",	APPLICANT, NULL,	my_licences,	"public/my_licences.cs", NULL,	ROUTE_FOR_LOOK },
	{ GET,  "/my/messages",	APPLICANT, &my_messages_form, my_messages, "public/my_messages.cs", NULL,	ROUTE_FOR_LOOK },
	{ POST, "/my/messages/read", APPLICANT, NULL,	my_messages_read, "public/my_messages.cs", my_messages, ROUTE_FOR_APPLY },

	{ GET,  "/my/files",	APPLICANT, NULL,	files_show,	"public/my_files.cs",	NULL,	ROUTE_FOR_LOOK | ROUTE_FOR_ITEMS },
	{ GET,  "/my/act",	APPLICANT, NULL,	act_show,	"public/act.cs",	NULL,	ROUTE_SELF },
	{ POST, "/my/act",	APPLICANT, &act_form,	act_set,	"public/act.cs",	act_show, ROUTE_SELF },
	{ GET,  "/my/security",	APPLICANT, NULL,	security_show,	"public/my_security.cs", NULL,	0 },
	{ GET,  "/my/export",	APPLICANT, NULL,	own_export,	NULL,			NULL,	ROUTE_RAW },
	{ GET,  "/my/delegates", APPLICANT, NULL,	delegates_show,	"public/delegates.cs",	NULL,	0 },
	{ GET,  "/my/delegates/new", APPLICANT, NULL,	invite_show,	"public/delegate_new.cs", NULL,	0 },
	{ POST, "/my/delegates/new", APPLICANT, &invite_form, invite,	"public/delegate_new.cs", invite_show, 0 },
	{ GET,  "/my/delegates/:id", APPLICANT, NULL,	delegation_show, "public/delegate.cs",	NULL,	0 },
	{ POST, "/my/delegates/:id", APPLICANT, &delegation_form, delegation_act, "public/delegate.cs", delegation_show, 0 },

	{ GET,  "/book",	ANYONE,	&book_form,	book_show,	"public/book.cs",	NULL,	0 },
	{ GET,  "/book/slot",	ANYONE,	&book_slot_form, book_slot_show, "public/book_slot.cs",	NULL,	ROUTE_DOOR },
	{ POST, "/book/slot",	ANYONE,	&book_slot_form, book_slot_take, "public/book_slot.cs",	book_slot_show, ROUTE_DOOR | ROUTE_SELF },
	{ GET,  "/book/find",	ANYONE,	NULL,		book_find_show,	"public/book_find.cs",	NULL,	ROUTE_SINGLE },
	{ POST, "/book/find",	ANYONE,	&book_find_form, book_find,	"public/book_find.cs",	book_find_show, ROUTE_OPEN | ROUTE_UNWRITTEN | ROUTE_LOOSE },
	{ GET,  "/bookings/:paper", ANYONE, NULL,	booking_show,	"public/booking.cs",	NULL,	ROUTE_DOOR },
	{ GET,  "/bookings/:paper/booking.ics", ANYONE, NULL, booking_ics, NULL,		NULL,	ROUTE_RAW },
	{ POST, "/bookings/:paper/cancel", ANYONE, &booking_cancel_form, booking_cancel, "public/booking.cs", booking_show, ROUTE_DOOR | ROUTE_SELF },
	{ POST, "/bookings/:paper/change", ANYONE, &booking_change_form, booking_change, "public/booking.cs", booking_show, ROUTE_DOOR | ROUTE_SELF },
	{ POST, "/bookings/:paper/arrive", ANYONE, &counter_button_form, booking_arrive, "public/booking.cs", booking_show, ROUTE_DOOR | ROUTE_SELF },
	{ GET,  "/my/bookings",	APPLICANT, NULL,	my_bookings_show, "public/my_bookings.cs", NULL, ROUTE_SELF },

	{ GET,  "/queue",	ANYONE,	&queue_form,	queue_show,	"public/queue.cs",	NULL,	ROUTE_DOOR },
	{ POST, "/queue",	ANYONE,	&queue_take_form, queue_take,	"public/queue.cs",	queue_show, ROUTE_DOOR | ROUTE_SELF },
	{ GET,  "/queue/tickets/:paper", ANYONE, NULL,	ticket_show,	"public/ticket.cs",	NULL,	ROUTE_DOOR },
	{ GET,  "/queue/tickets/:paper/qr.svg", ANYONE, NULL, ticket_qr, NULL,			NULL,	ROUTE_RAW },
	{ POST, "/queue/tickets/:paper/leave", ANYONE, &counter_button_form, ticket_give_up, "public/ticket.cs", ticket_show, ROUTE_DOOR | ROUTE_SELF },
	{ GET,  "/queue/screen/:code", ANYONE, NULL,	screen_show,	"public/screen.cs",	NULL,	0 },

	{ GET,  "/kiosk",	ANYONE,	NULL,		kiosk_show,	"public/kiosk.cs",	NULL,	0 },
	{ GET,  "/kiosk/set_up", ANYONE, NULL,		kiosk_set_show,	"public/kiosk_set.cs",	NULL,	0 },
	{ POST, "/kiosk/set_up", ANYONE, &kiosk_set_form, kiosk_set,	"public/kiosk_set.cs",	kiosk_set_show, ROUTE_OPEN | ROUTE_UNWRITTEN | ROUTE_LOOSE },
	{ GET,  "/kiosk/end",	ANYONE,	NULL,		kiosk_end,	NULL,			NULL,	ROUTE_RAW | ROUTE_LOOSE },
	{ POST, "/kiosk/end",	ANYONE,	NULL,		kiosk_end,	NULL,			NULL,	ROUTE_RAW | ROUTE_OPEN | ROUTE_UNWRITTEN | ROUTE_LOOSE },

	{ GET,  "/verify",	ANYONE,	&verify_form,	verify_show,	"public/verify.cs",	NULL,	ROUTE_SINGLE },
	{ GET,  "/verify/:paper", ANYONE, NULL,		verify_result,	"public/verified.cs",	NULL,	ROUTE_LOOSE },
	{ GET,  "/track",	ANYONE,	&track_show_form, track_show,	"public/track.cs",	NULL,	ROUTE_SINGLE },
	{ POST, "/track",	ANYONE,	&track_form,	track,		"public/track.cs",	track_show, ROUTE_OPEN | ROUTE_UNWRITTEN | ROUTE_LOOSE | ROUTE_DOOR },

	{ GET,  "/my/cases/:number/rate", APPLICANT, NULL, rate_show,	"public/rate.cs",	NULL,	0 },
	{ POST, "/my/cases/:number/rate", APPLICANT, &rate_form, rate,	"public/rate.cs",	rate_show, 0 },
	{ POST, "/track/rate",	ANYONE,	&track_rate_form, track_rate,	"public/rate.cs",	track_rate_again, ROUTE_DOOR | ROUTE_SELF },

	{ GET,  "/ask",		ANYONE,	&ask_show_form,	ask_show,	"public/ask.cs",	NULL,	ROUTE_DOOR },
	{ POST, "/ask",		ANYONE,	&ask_form,	ask,		"public/ask.cs",	ask_show, ROUTE_DOOR | ROUTE_SELF },
	{ GET,  "/ask/track",	ANYONE,	NULL,		ask_track_show,	"public/ask_track.cs",	NULL,	ROUTE_SINGLE },
	{ POST, "/ask/track",	ANYONE,	&ask_track_form, ask_track,	"public/ask_track.cs",	ask_track_show, ROUTE_OPEN | ROUTE_UNWRITTEN | ROUTE_LOOSE | ROUTE_DOOR },
	{ GET,  "/ask/seen",	ANYONE,	&ask_seen_form,	ask_seen,	"public/enquiry.cs",	NULL,	ROUTE_DOOR },
	{ POST, "/ask/:number/rate", ANYONE, &ask_rate_form, ask_rate,	"public/enquiry.cs",	ask_act_again, ROUTE_DOOR | ROUTE_SELF },
	{ POST, "/ask/:number/reopen", ANYONE, &ask_reopen_form, ask_reopen, "public/enquiry.cs", ask_act_again, ROUTE_DOOR | ROUTE_SELF },
	{ GET,  "/ask/answers",	ANYONE,	&answers_form,	answers_list,	"public/answers.cs",	NULL,	0 },
	{ GET,  "/ask/answers/:number", ANYONE, NULL,	answer_show,	"public/answer.cs",	NULL,	0 },
	{ GET,  "/my/enquiries", APPLICANT, &my_enquiries_form, my_enquiries, "public/enquiries.cs", NULL, 0 },
	{ GET,  "/my/enquiries/:number", APPLICANT, NULL, my_enquiry,	"public/enquiry.cs",	NULL,	0 },
};

static const char *const templates[] = { "public/enquiry.cs", "public/track_result.cs", NULL };

static const struct program program = {
	.name = "yimen-public",
	.account = "public",
	.frame = "public",
	.routes = routes,
	.route_count = sizeof(routes) / sizeof(routes[0]),
	.templates = templates,
	.seals = true,
	.home = "/my",
};

int
main(int argc, char **argv)
{
	return worker_main(argc, argv, &program);
}
