/* main.c - yimen-office: where officers receive, review, decide and deliver. */
#include "fcgi/office/accept.h"
#include "fcgi/office/after.h"
#include "fcgi/office/counter.h"
#include "fcgi/office/forms.h"
#include "fcgi/office/licence.h"
#include "fcgi/office/office.h"
#include "fcgi/office/outcome.h"
#include "fcgi/office/register.h"
#include "fcgi/office/supervised.h"
#include "fcgi/office/window.h"
#include "fcgi/worker/worker.h"

#define CLERK		((unsigned)ROLE_CLERK)
#define REVIEWER	((unsigned)ROLE_REVIEWER)
#define APPROVER	((unsigned)ROLE_APPROVER)
#define LEADER		((unsigned)ROLE_LEADER)
#define SYSTEM		((unsigned)ROLE_SYSTEM_ADMIN)

static const struct route routes[] = {
/*	  method path                                      who                  form             handler              template             again         flags */
	{ GET,  "/office",                                 ALL_STAFF,           &inbox_form,     inbox_show,          "office/inbox.cs",   inbox_show,   0 },
	{ GET,  "/office/",                                ALL_STAFF,           &inbox_form,     inbox_show,          "office/inbox.cs",   inbox_show,   0 },
	{ GET,  "/office/cases",                           CASE_READERS,        &inbox_form,     inbox_show,          "office/inbox.cs",   inbox_show,   0 },
	{ GET,  "/office/cases/:number",                   CASE_READERS,        NULL,            case_show,           "office/case.cs",    NULL,         0 },
	{ GET,  "/office/cases/:number/due",               CASE_READERS,        NULL,            case_due,            "office/due.cs",     NULL,         0 },
	{ GET,  "/office/cases/:number/files/:file",       CASE_READERS,        NULL,            case_file,           NULL,                NULL,         ROUTE_RAW },

	{ GET,  "/office/messages",                        ALL_STAFF,           &messages_form,  messages_show,       "office/messages.cs", NULL,        0 },
	{ POST, "/office/messages/read",                   ALL_STAFF,           NULL,            messages_read,       "office/messages.cs", messages_show, 0 },
	{ GET,  "/office/claims",                          CLERK,               NULL,            claims_show,         "office/claims.cs",  NULL,         0 },
	{ POST, "/office/claims",                          CLERK,               &claims_form,    claim_give,          "office/claims.cs",  claims_show,  0 },
	{ GET,  "/office/reminders",                       SYSTEM,              NULL,            reminders_show,      "office/reminders.cs", NULL,       0 },
	{ GET,  "/office/reminders/:name",                 SYSTEM,              NULL,            reminder_show,       "office/reminder.cs", NULL,        0 },
	{ POST, "/office/reminders/:name",                 SYSTEM,              &reminder_form,  reminder_save,       "office/reminder.cs", reminder_show, 0 },
	{ GET,  "/office/outbox",                          CASE_READERS,        &outbox_form,    outbox_show,         "office/outbox.cs",  NULL,         0 },
	{ POST, "/office/outbox/:id/retry",                CASE_HANDLERS,       &button_form,    outbox_retry,        "office/outbox.cs",  outbox_again, 0 },

	{ POST, "/office/cases/:number/claim",             CASE_HANDLERS,       &button_form,    case_claim,          "office/case.cs",    case_show,    0 },
	{ GET,  "/office/cases/:number/accept",            CLERK,               NULL,            accept_show,         "office/accept.cs",  NULL,         0 },
	{ POST, "/office/cases/:number/accept",            CLERK,               &accept_form,    case_accept,         "office/accept.cs",  accept_show,  0 },
	{ POST, "/office/cases/:number/precheck",          CLERK,               &button_form,    case_precheck,       "office/case.cs",    case_show,    0 },
	{ POST, "/office/cases/:number/promises/:n",       CLERK,               &promise_keep_form, promise_keep,     "office/case.cs",    case_show,    0 },
	{ POST, "/office/cases/:number/promises/:n/return", CLERK,              &promise_return_form, promise_return, "office/case.cs",    case_show,    0 },
	{ GET,  "/office/integrity",                       INTEGRITY_KEEPERS,   NULL,            integrity_show,      "office/integrity.cs", NULL,       0 },
	{ POST, "/office/integrity/:id",                   INTEGRITY_KEEPERS,   &integrity_lift_form, integrity_lift, "office/integrity.cs", integrity_show, 0 },
	{ POST, "/office/cases/:number/start_review",      REVIEWER,            &button_form,    case_start_review,   "office/case.cs",    case_show,    0 },
	{ POST, "/office/cases/:number/close",             CLERK | REVIEWER,    &button_form,    case_close,          "office/case.cs",    case_show,    0 },

	{ GET,  "/office/cases/:number/hand_over",         CASE_HANDLERS,       NULL,            act_show,            "office/act.cs",     NULL,         0 },
	{ POST, "/office/cases/:number/hand_over",         CASE_HANDLERS,       &hand_over_form, case_hand_over,      "office/act.cs",     act_show,     0 },
	{ GET,  "/office/cases/:number/ask_correction",    CLERK,               NULL,            correct_show,        "office/correct.cs", NULL,         0 },
	{ POST, "/office/cases/:number/ask_correction",    CLERK,               &correct_form,   case_ask_correction, "office/correct.cs", correct_show, 0 },
	{ GET,  "/office/cases/:number/refuse_acceptance", CLERK,               NULL,            act_show,            "office/act.cs",     NULL,         0 },
	{ POST, "/office/cases/:number/refuse_acceptance", CLERK,               &refuse_form,    case_refuse,         "office/act.cs",     act_show,     0 },
	{ GET,  "/office/cases/:number/opinion",           REVIEWER | APPROVER, NULL,            act_show,            "office/act.cs",     NULL,         0 },
	{ POST, "/office/cases/:number/opinion",           REVIEWER | APPROVER, &opinion_form,   case_opinion,        "office/act.cs",     act_show,     0 },
	{ GET,  "/office/cases/:number/grant",             APPROVER,            NULL,            act_show,            "office/act.cs",     NULL,         0 },
	{ POST, "/office/cases/:number/grant",             APPROVER,            &grant_form,     case_grant,          "office/act.cs",     act_show,     0 },
	{ GET,  "/office/cases/:number/deny",              APPROVER,            NULL,            act_show,            "office/act.cs",     NULL,         0 },
	{ POST, "/office/cases/:number/deny",              APPROVER,            &deny_form,      case_deny,           "office/act.cs",     act_show,     0 },
	{ GET,  "/office/cases/:number/ask_supplement",    REVIEWER,            NULL,            correct_show,        "office/correct.cs", NULL,         0 },
	{ POST, "/office/cases/:number/ask_supplement",    REVIEWER,            &correct_form,   case_ask_correction, "office/correct.cs", correct_show, 0 },
	{ GET,  "/office/cases/:number/suspend",           REVIEWER | APPROVER, NULL,            suspend_show,        "office/pause.cs",   NULL,         0 },
	{ POST, "/office/cases/:number/suspend",           REVIEWER | APPROVER, &suspend_form,   case_suspend,        "office/pause.cs",   suspend_show, 0 },
	{ GET,  "/office/cases/:number/resume",            REVIEWER | APPROVER, NULL,            resume_show,         "office/pause.cs",   NULL,         0 },
	{ POST, "/office/cases/:number/resume",            REVIEWER | APPROVER, &resume_form,    case_resume,         "office/pause.cs",   resume_show,  0 },
	{ GET,  "/office/cases/:number/extend",            LEADER,              NULL,            extend_show,         "office/extend.cs",  NULL,         0 },
	{ POST, "/office/cases/:number/extend",            LEADER,              &extend_form,    case_extend,         "office/extend.cs",  extend_show,  0 },
	{ GET,  "/office/cases/:number/deliver",           CLERK,               NULL,            deliver_show,        "office/deliver.cs", NULL,         0 },
	{ POST, "/office/cases/:number/deliver",           CLERK,               &deliver_form,   case_deliver,        "office/deliver.cs", deliver_show, 0 },
	{ GET,  "/office/cases/:number/send",              CLERK,               NULL,            send_show,           "office/send.cs",    NULL,         0 },
	{ POST, "/office/cases/:number/send",              CLERK,               &send_form,      case_send,           "office/send.cs",    send_show,    0 },
	{ POST, "/office/cases/:number/returned",          CLERK,               &returned_form,  case_returned,       "office/deliver.cs", deliver_show, 0 },
	{ GET,  "/office/deliveries",                      CASE_READERS,        &deliveries_form, deliveries_show,    "office/deliveries.cs", deliveries_show, 0 },
	{ GET,  "/office/deliveries/labels",               CASE_READERS,        NULL,            labels_show,         "office/labels.cs",  NULL,         0 },

	{ GET,  "/office/cases/:number/fees",              CASE_READERS,        NULL,            fees_show,           "office/fees.cs",    NULL,         0 },
	{ POST, "/office/cases/:number/fees",              CLERK | REVIEWER,    &bill_form,      fee_bill,            "office/fees.cs",    fees_show,    0 },
	{ GET,  "/office/cases/:number/fees/:n",           CASE_READERS,        NULL,            bill_show,           "office/bill.cs",    NULL,         0 },
	{ POST, "/office/cases/:number/fees/:n/pay",       CLERK,               &till_form,      bill_pay,            "office/bill.cs",    bill_show,    0 },
	{ POST, "/office/cases/:number/fees/:n/waive",     APPROVER,            &waive_form,     bill_waive,          "office/bill.cs",    bill_show,    0 },
	{ POST, "/office/cases/:number/fees/:n/cancel",    CLERK | REVIEWER,    &bill_cancel_form, bill_cancel,       "office/bill.cs",    bill_show,    0 },
	{ GET,  "/office/fees",                            CASE_READERS,        &fee_desk_form,  fee_desk,            "office/fee_desk.cs", fee_desk,    0 },
	{ POST, "/office/payments/:id/:n",                CLERK,               &settle_form,    payment_settle,      "office/fee_desk.cs", fee_desk,    0 },

	{ GET,  "/office/followups",                       CASE_READERS,        &followups_form, followups_show,      "office/followups.cs", followups_show, 0 },
	{ GET,  "/office/followups/:number",               CASE_READERS,        NULL,            followup_show,       "office/followup.cs", NULL,        0 },
	{ POST, "/office/followups/:number",               CLERK | REVIEWER | LEADER, &acknowledge_form, followup_acknowledge, "office/followup.cs", followup_show, 0 },
	{ GET,  "/office/notices",                         CASE_READERS,        &notices_form,   notices_show,        "office/notices.cs", notices_show, 0 },
	{ GET,  "/office/cases/:number/notice",            CASE_READERS,        NULL,            notice_show,         "office/notice.cs",  NULL,         0 },
	{ POST, "/office/cases/:number/notice",            APPROVER,            &notice_form,    notice_change,       "office/notice.cs",  notice_show,  0 },

	{ GET,  "/office/cards",                           CASE_READERS,        &cards_form,     cards_show,          "office/cards.cs",   cards_show,   0 },
	{ GET,  "/office/cards/:id",                       CASE_READERS,        NULL,            card_show,           "office/card.cs",    NULL,         0 },
	{ POST, "/office/cards/:id/reply",                 CASE_READERS,        &card_reply_form, card_reply,         "office/card.cs",    card_show,    0 },
	{ POST, "/office/cards/:id/appeal",                CASE_READERS,        &card_appeal_form, card_appeal,       "office/card.cs",    card_show,    0 },
	{ GET,  "/office/orders",                          CASE_READERS,        NULL,            orders_show,         "office/orders.cs",  NULL,         0 },
	{ GET,  "/office/orders/:id",                      CASE_READERS,        NULL,            order_show,          "office/order.cs",   NULL,         0 },
	{ POST, "/office/orders/:id/take",                 CASE_READERS,        &order_take_form, order_take,         "office/order.cs",   order_show,   0 },
	{ POST, "/office/orders/:id/reply",                CASE_READERS,        &order_reply_form, order_reply,       "office/order.cs",   order_show,   0 },
	{ GET,  "/office/letters",                         CASE_READERS,        NULL,            letters_show,        "office/letters.cs", NULL,         0 },
	{ GET,  "/office/letters/:id",                     CASE_READERS,        NULL,            letter_show,         "office/letter.cs",  NULL,         0 },
	{ POST, "/office/letters/:id/receive",             CASE_READERS,        &letter_receive_form, letter_receive, "office/letter.cs",  letter_show,  0 },

	{ GET,  "/office/papers/:paper/recall",            APPROVER,            NULL,            recall_show,         "office/recall.cs",  NULL,         0 },
	{ POST, "/office/papers/:paper/recall",            APPROVER,            &recall_form,    paper_recall,        "office/recall.cs",  recall_show,  0 },

	{ GET,  "/office/licences",                        CASE_READERS,        &licences_form,  licences_show,       "office/licences.cs", licences_show, 0 },
	{ GET,  "/office/licences.csv",                    CASE_READERS,        &licences_form,  licences_sheet,      NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/office/licences.xlsx",                   CASE_READERS,        &licences_form,  licences_sheet,      NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/office/licences/:id",                    CASE_READERS,        NULL,            licence_show,        "office/licence.cs", NULL,         0 },
	{ GET,  "/office/cases/:number/revoke",            APPROVER | LEADER,   NULL,            revoke_show,         "office/revoke.cs",  NULL,         0 },
	{ POST, "/office/cases/:number/revoke",            APPROVER | LEADER,   &revoke_form,    case_revoke,         "office/revoke.cs",  revoke_show,  0 },

	{ GET,  "/office/register",                        REGISTER_READERS,    &register_form,  register_show,       "office/register.cs", register_show, 0 },
	{ GET,  "/office/register.csv",                    REGISTER_READERS,    &register_form,  register_csv,        NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/office/window",                          CLERK,               &window_form_home, window_home,       "office/window.cs",  window_home,  0 },
	{ GET,  "/office/window/items/:code",              CLERK,               &window_form_item, window_who_new,      "office/window_who.cs", NULL,      0 },
	{ POST, "/office/window/items/:code",              CLERK,               &window_form_who, window_begin,       "office/window_who.cs", window_who_new, 0 },
	{ GET,  "/office/window/:id",                      CLERK,               NULL,            window_show,         "office/window_case.cs", NULL,     0 },
	{ GET,  "/office/window/:id/who",                  CLERK,               NULL,            window_who,          "office/window_who.cs", NULL,      0 },
	{ POST, "/office/window/:id/who",                  CLERK,               &window_form_who, window_who_save,    "office/window_who.cs", window_who, 0 },
	{ GET,  "/office/window/:id/form",                 CLERK,               NULL,            window_form,         "office/window_form.cs", NULL,     0 },
	{ POST, "/office/window/:id/form",                 CLERK,               &window_form_open, window_form_save,  "office/window_form.cs", window_form, 0 },
	{ GET,  "/office/window/:id/materials",            CLERK,               NULL,            window_materials,    "office/window_materials.cs", NULL, 0 },
	{ POST, "/office/window/:id/materials",            CLERK,               &window_form_open, window_materials_save, "office/window_materials.cs", window_materials, ROUTE_UPLOAD },
	{ POST, "/office/window/:id/discard",              CLERK,               NULL,            window_discard,      "office/window_case.cs", window_show, 0 },
	{ POST, "/office/window/:id/renew",                CLERK,               NULL,            window_renew,        "office/window_case.cs", window_show, 0 },
	{ POST, "/office/window/:id/receive",              CLERK,               &window_form_receive, window_receive, "office/window_case.cs", window_show, 0 },
	{ GET,  "/office/window/:id/receipt",              CASE_HANDLERS,       NULL,            window_receipt,      "office/window_receipt.cs", NULL,  0 },
	{ GET,  "/office/window/:id/qr.svg",               CASE_HANDLERS,       NULL,            window_qr,           NULL,                NULL,         ROUTE_RAW },

	{ GET,  "/office/callbacks",                       CASE_READERS,        &callbacks_form, callbacks_show,      "office/callbacks.cs", NULL,       0 },
	{ GET,  "/office/callbacks/:id",                   CASE_READERS,        NULL,            callback_show,       "office/callback.cs", NULL,        0 },
	{ POST, "/office/callbacks/:id/assign",            CALLERS,             &callback_assign_form, callback_assign, "office/callback.cs", callback_show, 0 },
	{ POST, "/office/callbacks/:id/call",              CALLERS,             &callback_call_form, callback_call,   "office/callback.cs", callback_show, 0 },
	{ POST, "/office/callbacks/:id/judge",             CALLERS,             &callback_judge_form, callback_judge, "office/callback.cs", callback_show, 0 },
	{ POST, "/office/callbacks/:id/mend",              CALLERS,             &callback_mend_form, callback_mend,   "office/callback.cs", callback_show, 0 },
	{ GET,  "/office/enquiries",                       CASE_READERS,        &enquiries_form, enquiries_show,      "office/enquiries.cs", NULL,       0 },
	{ GET,  "/office/enquiries/:number",               CASE_READERS,        NULL,            enquiry_page,        "office/enquiry.cs", NULL,         0 },
	{ POST, "/office/enquiries/:number/answer",        CASE_READERS,        &enquiry_answer_form, enquiry_answer, "office/enquiry.cs", enquiry_page, 0 },
	{ POST, "/office/enquiries/:number/transfer",      CASE_READERS,        &enquiry_transfer_form, enquiry_transfer, "office/enquiry.cs", enquiry_page, 0 },
	{ POST, "/office/enquiries/:number/extend",        CASE_READERS,        &enquiry_extend_form, enquiry_extend, "office/enquiry.cs", enquiry_page, 0 },
	{ POST, "/office/enquiries/:number/show",          CASE_READERS,        &enquiry_show_form, enquiry_let_out,  "office/enquiry.cs", enquiry_page, 0 },
	{ POST, "/office/enquiries/:number/hide",          CASE_READERS,        &enquiry_hide_form, enquiry_hide,     "office/enquiry.cs", enquiry_page, 0 },
	{ GET,  "/office/bookings",                        BOOKING_PEOPLE,      &bookings_form,  bookings_show,       "office/bookings.cs", bookings_show, 0 },
	{ GET,  "/office/bookings/:id",                    BOOKING_PEOPLE,      NULL,            office_booking_show, "office/booking.cs", NULL,         0 },
	{ POST, "/office/bookings/:id/came",               BOOKING_PEOPLE,      &booking_note_form, booking_came,     "office/booking.cs", office_booking_show, 0 },
	{ POST, "/office/bookings/:id/missed",             BOOKING_PEOPLE,      &booking_note_form, booking_missed,   "office/booking.cs", office_booking_show, 0 },
	{ POST, "/office/bookings/:id/finished",           BOOKING_PEOPLE,      &booking_note_form, booking_finished, "office/booking.cs", office_booking_show, 0 },
	{ POST, "/office/bookings/:id/assign",             BOOKING_PEOPLE,      &booking_assign_form, booking_assign, "office/booking.cs", office_booking_show, 0 },
	{ GET,  "/office/plans",                           PLAN_KEEPERS,        NULL,            plans_show,          "office/plans.cs",   NULL,         0 },
	{ POST, "/office/plans",                           PLAN_KEEPERS,        &plan_form,      plan_add,            "office/plans.cs",   plans_show,   0 },
	{ POST, "/office/plans/retire",                    PLAN_KEEPERS,        &plan_retire_form, plan_retire,       "office/plans.cs",   plans_show,   0 },
	{ POST, "/office/plans/copy",                      PLAN_KEEPERS,        &week_copy_form, week_copy,           "office/plans.cs",   plans_show,   0 },
	{ POST, "/office/plans/close",                     PLAN_KEEPERS,        &day_close_form, day_close,           "office/plans.cs",   plans_show,   0 },
	{ POST, "/office/plans/open",                      PLAN_KEEPERS,        &day_open_form,  day_open,            "office/plans.cs",   plans_show,   0 },
	{ GET,  "/office/queue",                           CLERK,               NULL,            queue_desk,          "office/queue.cs",   NULL,         0 },
	{ POST, "/office/queue/seat",                      CLERK,               &seat_form,      seat_take,           "office/queue.cs",   queue_desk,   0 },
	{ POST, "/office/queue/call",                      CLERK,               NULL,            queue_call,          "office/queue.cs",   queue_desk,   0 },
	{ POST, "/office/queue/:id/recall",                CLERK,               &ticket_form,    queue_recall,        "office/queue.cs",   queue_desk,   0 },
	{ POST, "/office/queue/:id/start",                 CLERK,               &ticket_form,    queue_start,         "office/queue.cs",   queue_desk,   0 },
	{ POST, "/office/queue/:id/pass",                  CLERK,               &ticket_pass_form, queue_pass,        "office/queue.cs",   queue_desk,   0 },
	{ POST, "/office/queue/:id/finish",                CLERK,               &ticket_form,    queue_finish,        "office/queue.cs",   queue_desk,   0 },
	{ POST, "/office/queue/:id/miss",                  CLERK,               &ticket_form,    queue_miss,          "office/queue.cs",   queue_desk,   0 },

	{ GET,  "/office/tasks",                           CASE_HANDLERS,       &tasks_form,     tasks_show,          "office/tasks.cs",   tasks_show,   0 },
	{ GET,  "/office/cases/:number/tasks/:n",          CASE_HANDLERS,       NULL,            task_show,           "office/task.cs",    NULL,         0 },
	{ POST, "/office/cases/:number/tasks/:n",          CASE_HANDLERS,       &task_form,      task_do,             "office/task.cs",    task_show,    ROUTE_UPLOAD },
	{ POST, "/office/cases/:number/tasks/:n/claim",    CASE_HANDLERS,       &button_form,    task_claim,          "office/task.cs",    task_show,    0 },
	{ POST, "/office/cases/:number/tasks/:n/skip",     CASE_HANDLERS,       &skip_form,      task_skip,           "office/task.cs",    task_show,    0 },
	{ POST, "/office/cases/:number/tasks/:n/send_back", REVIEWER | APPROVER, &back_form,     task_send_back,      "office/task.cs",    task_show,    0 },
	{ GET,  "/office/cases/:number/tasks/:n/files/:file", CASE_HANDLERS,    NULL,            task_file,           NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/office/cases/:number/send_back",         APPROVER,            NULL,            decision_back_show,  "office/act.cs",     NULL,         0 },
	{ POST, "/office/cases/:number/send_back",         APPROVER,            &back_form,      decision_send_back,  "office/act.cs",     decision_back_show, 0 },
};

static const char *const templates[] = { "office/desk.cs", "office/window.cs", NULL };

static const struct program program = {
	.name = "yimen-office",
	.account = "office",
	.frame = "office",
	.routes = routes,
	.route_count = sizeof(routes) / sizeof(routes[0]),
	.templates = templates,
	.seals = true,
	.home = "/office/",
};

int
main(int argc, char **argv)
{
	return worker_main(argc, argv, &program);
}
