/* main.c - yimen-publish: where webmasters write the catalogue and the documents, and editors publish them. */
#include "fcgi/publish/publish.h"
#include "fcgi/worker/worker.h"

/* The forms of sheets are made by forms_build, before the first request. */
#define SHEET(name)	&sheets[SHEET_##name].form

static const struct route routes[] = {
/*	  method path                                    who     form               handler             template                again          flags */
	{ GET,  "/publish",                              BOTH,   NULL,              home_show,          "publish/home.cs",      NULL,          0 },
	{ GET,  "/publish/",                             BOTH,   NULL,              home_show,          "publish/home.cs",      NULL,          0 },
	{ GET,  "/publish/acts",                         BOTH,   &list_form,        acts_show,          "publish/acts.cs",      NULL,          0 },

	{ GET,  "/publish/items",                        BOTH,   &list_form,        items_list,         "publish/items.cs",     NULL,          0 },
	{ GET,  "/publish/items/new",                    WRITES, NULL,              item_new_show,      "publish/item_new.cs",  NULL,          0 },
	{ POST, "/publish/items/new",                    WRITES, &item_form_new,    item_new,           "publish/item_new.cs",  item_new_show, 0 },
	{ GET,  "/publish/items/:code",                  BOTH,   NULL,              item_show,          "publish/item.cs",      NULL,          0 },

	{ GET,  "/publish/versions/:id",                 BOTH,   NULL,              version_show,       "publish/version.cs",   NULL,          0 },
	{ GET,  "/publish/versions/:id/checks",          BOTH,   NULL,              version_checks,     "publish/checks.cs",    NULL,          0 },
	{ GET,  "/publish/versions/:id/preview",         BOTH,   NULL,              version_preview,    "publish/preview.cs",   NULL,          0 },
	{ GET,  "/publish/versions/:id/changes",         BOTH,   &changes_form,     version_changes,    "publish/changes.cs",   NULL,          0 },

	{ GET,  "/publish/versions/:id/basics",          WRITES, NULL,              section_show,       "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/basics",          WRITES, SHEET(BASICS),     section_save,       "publish/edit.cs",      section_show,  0 },
	{ GET,  "/publish/versions/:id/limits",          WRITES, NULL,              section_show,       "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/limits",          WRITES, SHEET(LIMITS),     section_save,       "publish/edit.cs",      section_show,  0 },
	{ GET,  "/publish/versions/:id/content",         WRITES, NULL,              section_show,       "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/content",         WRITES, SHEET(CONTENT),    section_save,       "publish/edit.cs",      section_show,  0 },
	{ GET,  "/publish/versions/:id/contact",         WRITES, NULL,              section_show,       "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/contact",         WRITES, SHEET(CONTACT),    section_save,       "publish/edit.cs",      section_show,  0 },
	{ GET,  "/publish/versions/:id/trust",           WRITES, NULL,              section_show,       "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/trust",           WRITES, SHEET(TRUST),      section_save,       "publish/edit.cs",      section_show,  0 },

	{ GET,  "/publish/versions/:id/places/new",      WRITES, NULL,              row_new_show,       "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/places/new",      WRITES, SHEET(PLACES),     row_new,            "publish/edit.cs",      row_new_show,  0 },
	{ GET,  "/publish/versions/:id/places/:n",       WRITES, NULL,              row_show,           "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/places/:n",       WRITES, SHEET(PLACES),     row_save,           "publish/edit.cs",      row_show,      0 },
	{ GET,  "/publish/versions/:id/bases/new",       WRITES, NULL,              row_new_show,       "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/bases/new",       WRITES, SHEET(BASES),      row_new,            "publish/edit.cs",      row_new_show,  0 },
	{ GET,  "/publish/versions/:id/bases/:n",        WRITES, NULL,              row_show,           "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/bases/:n",        WRITES, SHEET(BASES),      row_save,           "publish/edit.cs",      row_show,      0 },
	{ GET,  "/publish/versions/:id/materials/new",   WRITES, NULL,              row_new_show,       "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/materials/new",   WRITES, SHEET(MATERIALS),  row_new,            "publish/edit.cs",      row_new_show,  ROUTE_UPLOAD },
	{ GET,  "/publish/versions/:id/materials/:n",    WRITES, NULL,              row_show,           "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/materials/:n",    WRITES, SHEET(MATERIALS),  row_save,           "publish/edit.cs",      row_show,      ROUTE_UPLOAD },
	{ GET,  "/publish/versions/:id/steps/new",       WRITES, NULL,              row_new_show,       "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/steps/new",       WRITES, SHEET(STEPS),      row_new,            "publish/edit.cs",      row_new_show,  0 },
	{ GET,  "/publish/versions/:id/steps/:n",        WRITES, NULL,              row_show,           "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/steps/:n",        WRITES, SHEET(STEPS),      row_save,           "publish/edit.cs",      row_show,      0 },
	{ GET,  "/publish/versions/:id/checks/new",      WRITES, NULL,              row_new_show,       "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/checks/new",      WRITES, SHEET(CHECKS),     row_new,            "publish/edit.cs",      row_new_show,  0 },
	{ GET,  "/publish/versions/:id/checks/:n",       WRITES, NULL,              row_show,           "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/checks/:n",       WRITES, SHEET(CHECKS),     row_save,           "publish/edit.cs",      row_show,      0 },
	{ GET,  "/publish/versions/:id/fees/new",        WRITES, NULL,              row_new_show,       "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/fees/new",        WRITES, SHEET(FEES),       row_new,            "publish/edit.cs",      row_new_show,  0 },
	{ GET,  "/publish/versions/:id/fees/:n",         WRITES, NULL,              row_show,           "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/fees/:n",         WRITES, SHEET(FEES),       row_save,           "publish/edit.cs",      row_show,      0 },
	{ GET,  "/publish/versions/:id/questions/new",   WRITES, NULL,              row_new_show,       "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/questions/new",   WRITES, SHEET(QUESTIONS),  row_new,            "publish/edit.cs",      row_new_show,  0 },
	{ GET,  "/publish/versions/:id/questions/:n",    WRITES, NULL,              row_show,           "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/questions/:n",    WRITES, SHEET(QUESTIONS),  row_save,           "publish/edit.cs",      row_show,      0 },
	{ GET,  "/publish/versions/:id/fields/new",      WRITES, NULL,              row_new_show,       "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/fields/new",      WRITES, SHEET(FIELDS),     row_new,            "publish/edit.cs",      row_new_show,  0 },
	{ GET,  "/publish/versions/:id/fields/:n",       WRITES, NULL,              row_show,           "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/versions/:id/fields/:n",       WRITES, SHEET(FIELDS),     row_save,           "publish/edit.cs",      row_show,      0 },
	{ POST, "/publish/versions/:id/:section/:n/remove", WRITES, &seen_form,     row_remove,         "publish/version.cs",   version_show,  0 },
	{ POST, "/publish/versions/:id/:section/:n/up",  WRITES, &seen_form,        row_up,             "publish/version.cs",   version_show,  0 },
	{ POST, "/publish/versions/:id/:section/:n/down", WRITES, &seen_form,       row_down,           "publish/version.cs",   version_show,  0 },

	{ POST, "/publish/versions/:id/submit",          WRITES, &seen_form,        version_submit,     "publish/version.cs",   version_show,  0 },
	{ GET,  "/publish/versions/:id/send_back",       CHECKS, NULL,              version_act_show,   "publish/act.cs",       NULL,          0 },
	{ POST, "/publish/versions/:id/send_back",       CHECKS, &reason_form,      version_send_back,  "publish/act.cs",       version_act_show, 0 },
	{ GET,  "/publish/versions/:id/publish",         CHECKS, NULL,              version_act_show,   "publish/act.cs",       NULL,          0 },
	{ POST, "/publish/versions/:id/publish",         CHECKS, &publish_form,     version_publish,    "publish/act.cs",       version_act_show, 0 },
	{ GET,  "/publish/versions/:id/retire",          CHECKS, NULL,              version_act_show,   "publish/act.cs",       NULL,          0 },
	{ POST, "/publish/versions/:id/retire",          CHECKS, &retire_form,      version_retire,     "publish/act.cs",       version_act_show, 0 },
	{ POST, "/publish/versions/:id/redraft",         WRITES, &seen_form,        version_redraft,    "publish/version.cs",   version_show,  0 },

	{ GET,  "/publish/imports",                      BOTH,   &list_form,        imports_list,       "publish/imports.cs",   NULL,          0 },
	{ GET,  "/publish/imports/new",                  WRITES, NULL,              import_new_show,    "publish/import_new.cs", NULL,         0 },
	{ POST, "/publish/imports/new",                  WRITES, &import_form,      import_new,         "publish/import_new.cs", import_new_show, ROUTE_UPLOAD },
	{ GET,  "/publish/imports/:id",                  BOTH,   &findings_form,    import_show,        "publish/import.cs",    NULL,          0 },
	{ GET,  "/publish/imports/:id/annotated.csv",    BOTH,   NULL,              import_annotated,   NULL,                   NULL,          ROUTE_RAW },
	{ GET,  "/publish/imports/:id/export",           BOTH,   NULL,              import_export_show, "publish/export.cs",    NULL,          0 },
	{ POST, "/publish/imports/:id/apply",            WRITES, &seen_form,        import_apply_now,   "publish/import.cs",    import_show,   0 },
	{ POST, "/publish/imports/:id/publish",          CHECKS, &publish_form,     import_publish_now, "publish/import.cs",    import_show,   0 },
	{ POST, "/publish/imports/:id/undo",             BOTH,   &reason_form,      import_undo_now,    "publish/import.cs",    import_show,   0 },
	{ GET,  "/publish/export",                       BOTH,   NULL,              export_show,        "publish/export.cs",    NULL,          0 },
	{ GET,  "/publish/export/file",                  BOTH,   &export_form,      export_send,        NULL,                   NULL,          ROUTE_RAW },

	{ GET,  "/publish/docs",                         BOTH,   &docs_form,        docs_list,          "publish/docs.cs",      NULL,          0 },
	{ GET,  "/publish/docs/new",                     WRITES, NULL,              doc_new_show,       "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/docs/new",                     WRITES, &document_form,    doc_new,            "publish/edit.cs",      doc_new_show,  ROUTE_UPLOAD },
	{ GET,  "/publish/docs/:id",                     BOTH,   NULL,              doc_show,           "publish/doc.cs",       NULL,          0 },
	{ GET,  "/publish/docs/:id/preview",             BOTH,   NULL,              doc_preview,        "publish/doc_preview.cs", NULL,        0 },
	{ GET,  "/publish/docs/:id/edit",                WRITES, NULL,              doc_edit,           "publish/edit.cs",      NULL,          0 },
	{ POST, "/publish/docs/:id/edit",                WRITES, &document_form,    doc_save,           "publish/edit.cs",      doc_edit,      ROUTE_UPLOAD },
	{ POST, "/publish/docs/:id/files",               WRITES, &files_form,       doc_file_add,       "publish/doc.cs",       doc_show,      ROUTE_UPLOAD },
	{ GET,  "/publish/docs/:id/files/:file",         BOTH,   NULL,              doc_file_send,      NULL,                   NULL,          ROUTE_RAW },
	{ POST, "/publish/docs/:id/files/:file/remove",  WRITES, &seen_form,        doc_file_remove,    "publish/doc.cs",       doc_show,      0 },
	{ POST, "/publish/docs/:id/submit",              WRITES, &seen_form,        doc_submit,         "publish/doc.cs",       doc_show,      0 },
	{ GET,  "/publish/docs/:id/send_back",           CHECKS, NULL,              doc_act_show,       "publish/act.cs",       NULL,          0 },
	{ POST, "/publish/docs/:id/send_back",           CHECKS, &reason_form,      doc_send_back,      "publish/act.cs",       doc_act_show,  0 },
	{ POST, "/publish/docs/:id/publish",             CHECKS, &seen_form,        doc_publish,        "publish/doc.cs",       doc_show,      0 },
	{ GET,  "/publish/docs/:id/withdraw",            CHECKS, NULL,              doc_act_show,       "publish/act.cs",       NULL,          0 },
	{ POST, "/publish/docs/:id/withdraw",            CHECKS, &reason_form,      doc_withdraw,       "publish/act.cs",       doc_act_show,  0 },
};

static const struct program program = {
	.name = "yimen-publish",
	.account = "publish",
	.frame = "publish",
	.routes = routes,
	.route_count = sizeof(routes) / sizeof(routes[0]),
	.home = "/publish/",
};

int
main(int argc, char **argv)
{
	forms_build();
	return worker_main(argc, argv, &program);
}
