/* main.c - yimen-admin: where the three administrators keep places, days and settings, accounts and powers, and the record. */
#include "fcgi/admin/admin.h"
#include "fcgi/admin/guard.h"
#include "fcgi/admin/system.h"
#include "fcgi/worker/worker.h"

static const struct route routes[] = {
/*	  method path                                      who                  form             handler              template             again         flags */
	{ GET,  "/admin",                                  ADMINS,              NULL,            admin_home,          "admin/home.cs",     NULL,         0 },
	{ GET,  "/admin/",                                 ADMINS,              NULL,            admin_home,          "admin/home.cs",     NULL,         0 },
	{ GET,  "/admin/history",                          ADMINS,              &admin_history_form, admin_history,   "admin/history.cs",  admin_history, 0 },
	{ GET,  "/admin/history.csv",                      ADMINS,              &admin_history_form, admin_history_sheet, NULL,            NULL,         ROUTE_RAW },
	{ GET,  "/admin/history.xlsx",                     ADMINS,              &admin_history_form, admin_history_sheet, NULL,            NULL,         ROUTE_RAW },

	/* ---- the system administrator: places, days, settings ---- */
	{ GET,  "/admin/areas",                            SYSTEM,              &admin_list_form, areas_show,         "admin/areas.cs",    areas_show,   0 },
	{ GET,  "/admin/areas/new",                        SYSTEM,              NULL,            area_new,            "admin/area_new.cs", NULL,         0 },
	{ POST, "/admin/areas/new",                        SYSTEM,              &area_new_form,  area_add,            "admin/area_new.cs", area_new,     0 },
	{ GET,  "/admin/areas/:id",                        SYSTEM,              &thing_form,     area_show,           "admin/area.cs",     area_show,    0 },
	{ POST, "/admin/areas/:id",                        SYSTEM,              &area_form,      area_save,           "admin/area.cs",     area_show,    0 },
	{ POST, "/admin/areas/:id/retire",                 SYSTEM,              &retire_form,    area_retire,         "admin/retire.cs",  area_show,    0 },
	{ POST, "/admin/areas/:id/restore",                SYSTEM,              &retire_form,    area_restore,        "admin/retire.cs",  area_show,    0 },
	{ GET,  "/admin/organs",                           SYSTEM,              &admin_list_form, organs_show,        "admin/organs.cs",   organs_show,  0 },
	{ GET,  "/admin/organs/new",                       SYSTEM,              NULL,            organ_new,           "admin/organ_new.cs", NULL,        0 },
	{ POST, "/admin/organs/new",                       SYSTEM,              &organ_new_form, organ_add,           "admin/organ_new.cs", organ_new,   0 },
	{ GET,  "/admin/organs/:code",                     SYSTEM,              &thing_form,     organ_show,          "admin/organ.cs",    organ_show,   0 },
	{ POST, "/admin/organs/:code",                     SYSTEM,              &organ_form,     organ_save,          "admin/organ.cs",    organ_show,   0 },
	{ POST, "/admin/organs/:code/retire",              SYSTEM,              &retire_form,    organ_retire,        "admin/retire.cs",  organ_show,   0 },
	{ POST, "/admin/organs/:code/restore",             SYSTEM,              &retire_form,    organ_restore,       "admin/retire.cs",  organ_show,   0 },
	{ GET,  "/admin/centres",                          SYSTEM,              &admin_list_form, centres_show,       "admin/centres.cs",  centres_show, 0 },
	{ GET,  "/admin/centres/new",                      SYSTEM,              NULL,            centre_new,          "admin/centre_new.cs", NULL,       0 },
	{ POST, "/admin/centres/new",                      SYSTEM,              &centre_new_form, centre_add,         "admin/centre_new.cs", centre_new, 0 },
	{ GET,  "/admin/centres/:code",                    SYSTEM,              &thing_form,     centre_show,         "admin/centre.cs",   centre_show,  0 },
	{ POST, "/admin/centres/:code",                    SYSTEM,              &centre_form,    centre_save,         "admin/centre.cs",   centre_show,  0 },
	{ POST, "/admin/centres/:code/retire",             SYSTEM,              &retire_form,    centre_retire,       "admin/retire.cs",  centre_show,  0 },
	{ POST, "/admin/centres/:code/restore",            SYSTEM,              &retire_form,    centre_restore,      "admin/retire.cs",  centre_show,  0 },
	{ GET,  "/admin/centres/:code/hours",              SYSTEM,              &thing_form,     hours_show,          "admin/hours.cs",    hours_show,   0 },
	{ POST, "/admin/centres/:code/hours",              SYSTEM,              &hours_form,     hours_save,          "admin/hours.cs",    hours_show,   0 },
	{ GET,  "/admin/centres/:code/plans",              SYSTEM,              &thing_form,     hall_show,           "admin/hall.cs",     hall_show,    0 },
	{ POST, "/admin/centres/:code/plans/close",        SYSTEM,              &hall_close_form, hall_close,         "admin/hall_close.cs", hall_show,    0 },
	{ POST, "/admin/centres/:code/plans/open",         SYSTEM,              &hall_open_form, hall_open,           "admin/hall_open.cs", hall_show,    0 },
	{ POST, "/admin/centres/:code/plans/retire",       SYSTEM,              &hall_plan_form, hall_plan_retire,    "admin/hall_retire.cs", hall_show,    0 },
	{ GET,  "/admin/centres/:code/windows/new",        SYSTEM,              NULL,            window_new,          "admin/window_new.cs", NULL,       0 },
	{ POST, "/admin/centres/:code/windows/new",        SYSTEM,              &window_new_form, window_add,         "admin/window_new.cs", window_new, 0 },
	{ GET,  "/admin/windows/:id",                      SYSTEM,              &thing_form,     window_show,         "admin/window.cs",   window_show,  0 },
	{ POST, "/admin/windows/:id",                      SYSTEM,              &window_form,    window_save,         "admin/window.cs",   window_show,  0 },
	{ POST, "/admin/windows/:id/retire",               SYSTEM,              &retire_form,    window_retire,       "admin/retire.cs",  window_show,  0 },
	{ POST, "/admin/windows/:id/restore",              SYSTEM,              &retire_form,    window_restore,      "admin/retire.cs",  window_show,  0 },
	{ POST, "/admin/windows/:id/services",             SYSTEM,              &service_form,   service_add,         "admin/service.cs", window_show,  0 },
	{ POST, "/admin/windows/:id/services/remove",      SYSTEM,              &service_form,   service_remove,      "admin/service.cs", window_show,  0 },
	{ GET,  "/admin/calendar",                         SYSTEM | SECURITY,   &calendar_form,  calendar_show,       "admin/calendar.cs", calendar_show, 0 },
	{ GET,  "/admin/calendar/drafts/new",              SYSTEM,              &calendar_form,  draft_new,           "admin/draft_new.cs", draft_new,   0 },
	{ POST, "/admin/calendar/drafts/new",              SYSTEM,              &draft_form,     draft_add,           "admin/draft_new.cs", draft_new,   0 },
	{ GET,  "/admin/calendar/drafts/:id",              SYSTEM | SECURITY,   &thing_form,     draft_show,          "admin/draft.cs",    draft_show,   0 },
	{ POST, "/admin/calendar/drafts/:id",              SYSTEM,              &draft_form,     draft_save,          "admin/draft.cs",    draft_show,   0 },
	{ POST, "/admin/calendar/drafts/:id/offer",        SYSTEM,              &draft_end_form, draft_offer,         "admin/draft.cs",    draft_show,   0 },
	{ POST, "/admin/calendar/drafts/:id/return",       SYSTEM | SECURITY,   &draft_end_form, draft_return,        "admin/draft.cs",    draft_show,   0 },
	{ POST, "/admin/calendar/drafts/:id/publish",      SYSTEM | SECURITY,   &draft_end_form, draft_publish,       "admin/draft.cs",    draft_show,   0 },
	{ POST, "/admin/calendar/drafts/:id/drop",         SYSTEM,              &draft_end_form, draft_drop,          "admin/draft.cs",    draft_show,   0 },
	{ GET,  "/admin/settings",                         SYSTEM,              &admin_list_form, settings_show,      "admin/settings.cs", settings_show, 0 },
	{ GET,  "/admin/settings/:code",                   SYSTEM,              &thing_form,     setting_show,        "admin/setting.cs",  setting_show, 0 },
	{ POST, "/admin/settings/:code",                   SYSTEM,              &setting_form,   setting_save,        "admin/setting.cs",  setting_show, 0 },
	{ POST, "/admin/settings/:code/reset",             SYSTEM,              &setting_reset_form, setting_reset,   "admin/setting_reset.cs", setting_show, 0 },

	/* ---- the security administrator: accounts, roles, locks, sessions ---- */

	{ GET,  "/admin/accounts",                         SECURITY,            &accounts_form,  accounts_show,       "admin/accounts.cs", NULL,         0 },
	{ GET,  "/admin/accounts/new",                     SECURITY,            NULL,            account_new,         "admin/account_new.cs", NULL,      0 },
	{ POST, "/admin/accounts/new",                     SECURITY,            &account_new_form, account_open,      "admin/account_new.cs", account_new, 0 },
	{ GET,  "/admin/accounts/:id",                     SECURITY,            NULL,            account_show,        "admin/account.cs",  NULL,         0 },
	{ GET,  "/admin/accounts/:id/place",            SECURITY,            NULL,            account_act_show,    "admin/account_act.cs", NULL,      0 },
	{ POST, "/admin/accounts/:id/place",               SECURITY,            &account_place_form, account_place,   "admin/account_act.cs", account_act_show, 0 },
	{ GET,  "/admin/accounts/:id/roles",            SECURITY,            NULL,            account_act_show,    "admin/account_act.cs", NULL,      0 },
	{ POST, "/admin/accounts/:id/roles",               SECURITY,            &account_roles_form, account_roles,   "admin/account_act.cs", account_act_show, 0 },
	{ GET,  "/admin/accounts/:id/expiry",            SECURITY,            NULL,            account_act_show,    "admin/account_act.cs", NULL,      0 },
	{ POST, "/admin/accounts/:id/expiry",              SECURITY,            &account_expiry_form, account_expiry, "admin/account_act.cs", account_act_show, 0 },
	{ GET,  "/admin/accounts/:id/:section",            SECURITY,            NULL,            account_act_show,    "admin/account_act.cs", NULL,      0 },
	{ POST, "/admin/accounts/:id/:section",            SECURITY,            &account_act_form, account_act,       "admin/account_act.cs", account_act_show, 0 },
	{ GET,  "/admin/proposals",                        SYSTEM | SECURITY,   &proposals_form, proposals_show,      "admin/proposals.cs", NULL,        0 },
	{ GET,  "/admin/proposals/:id",                    SYSTEM | SECURITY,   NULL,            proposal_show,       "admin/proposal.cs", NULL,         0 },
	{ POST, "/admin/proposals/:id/confirm",            SYSTEM | SECURITY,   &proposal_form,  proposal_confirm,    "admin/proposal.cs", proposal_show, 0 },
	{ POST, "/admin/proposals/:id/decline",            SYSTEM | SECURITY,   &proposal_form,  proposal_decline,    "admin/proposal.cs", proposal_show, 0 },
	{ GET,  "/admin/locks",                            SECURITY,            NULL,            locks_show,          "admin/locks.cs",    NULL,         0 },
	{ POST, "/admin/locks",                            SECURITY,            &lock_form,      lock_release,        "admin/locks.cs",    locks_show,   0 },
	{ GET,  "/admin/sessions",                         SECURITY,            &sessions_form,  sessions_show,       "admin/sessions.cs", NULL,         0 },
	{ POST, "/admin/sessions",                         SECURITY,            &session_end_form, session_end,       "admin/sessions.cs", sessions_show, 0 },
	{ GET,  "/admin/sign-ins",                         SECURITY | AUDITOR,  &sign_ins_form,  sign_ins_show,       "admin/sign_ins.cs", NULL,         0 },

	/* ---- the auditor: what everybody did ---- */

	{ GET,  "/admin/audit",                            AUDITOR,             NULL,            audit_show,          "admin/audit.cs",    NULL,         0 },
	{ POST, "/admin/audit",                            AUDITOR,             &audit_form,     audit_ask,           "admin/audit.cs",    audit_show,   0 },
	{ GET,  "/admin/audit/:id",                        AUDITOR,             &audit_page_form, audit_search,       "admin/audit_found.cs", NULL,      0 },
	{ POST, "/admin/audit/:id.csv",                    AUDITOR,             NULL,            audit_sheet,         NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/admin/verify",                           AUDITOR,             &verify_list_form, verify_show,       "admin/verify.cs",   NULL,         0 },
	{ POST, "/admin/verify",                           AUDITOR,             &verify_form,    verify_ask,          "admin/verify.cs",   verify_show,  0 },
	{ GET,  "/admin/verify/:id",                       AUDITOR,             &thing_form,     verification_show,   "admin/verification.cs", NULL,     0 },
	{ GET,  "/admin/verify/:id/stop",                  AUDITOR,             NULL,            verify_stop_show,    "admin/verify_stop.cs", NULL,      0 },
	{ POST, "/admin/verify/:id/stop",                  AUDITOR,             &verify_stop_form, verify_stop,       "admin/verify_stop.cs", verify_stop_show, 0 },
};

static const struct program program = {
	.name = "yimen-admin",
	.account = "admin",
	.frame = "admin",
	.routes = routes,
	.route_count = sizeof(routes) / sizeof(routes[0]),
	.seals = true,		/* applicants' logins, shown masked; it reads no other number */
	.home = "/admin/",
};

int
main(int argc, char **argv)
{
	return worker_main(argc, argv, &program);
}
