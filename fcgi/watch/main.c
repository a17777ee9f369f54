/* main.c - yimen-watch: where supervisors watch the clocks of all organs, and leaders read the figures. */
#include "fcgi/watch/figures.h"
#include "fcgi/watch/sample.h"
#include "fcgi/watch/supervise.h"
#include "fcgi/worker/worker.h"

static const struct route routes[] = {
/*	  method path                                      who                  form             handler              template             again         flags */
	{ GET,  "/watch/figures",                          WATCHERS,            &figures_form,   watch_figures,       "watch/figures.cs",  NULL,         0 },
	{ GET,  "/watch/figures.csv",                      WATCHERS,            &figures_form,   watch_figures_sheet, NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/figures.xlsx",                     WATCHERS,            &figures_form,   watch_figures_sheet, NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/figures/promises",                 WATCHERS,            &figures_form,   watch_promises,      "watch/promises.cs", NULL,         0 },
	{ GET,  "/watch/figures/:name",                    WATCHERS,            &figures_form,   watch_figure,        "watch/figure.cs",   NULL,         0 },
	{ GET,  "/watch/figures/:name.csv",                WATCHERS,            &figures_form,   watch_figure_sheet,  NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/figures/:name.xlsx",               WATCHERS,            &figures_form,   watch_figure_sheet,  NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/late",                             WATCHERS,            &figures_form,   watch_late,          "watch/late.cs",     NULL,         0 },
	{ GET,  "/watch/late.csv",                         WATCHERS,            &figures_form,   watch_late_sheet,    NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/late.xlsx",                        WATCHERS,            &figures_form,   watch_late_sheet,    NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/digest",                           WATCHERS,            &figures_form,   watch_digest,        "watch/digest.cs",   NULL,         0 },
	{ GET,  "/watch/scores",                           WATCHERS,            &scores_form,    watch_scores,        "watch/scores.cs",   NULL,         0 },
	{ GET,  "/watch/scores.csv",                       WATCHERS,            &scores_form,    watch_scores_sheet,  NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/scores.xlsx",                      WATCHERS,            &scores_form,    watch_scores_sheet,  NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/samples",                          WATCHERS,            NULL,            samples_show,        "watch/samples.cs",  NULL,         0 },
	{ POST, "/watch/samples",                          SUPERVISOR,          &sample_draw_form, sample_draw,       "watch/samples.cs",  samples_show, 0 },
	{ GET,  "/watch/samples/:id",                      WATCHERS,            &sample_show_form, sample_show,       "watch/sample.cs",   NULL,         0 },
	{ POST, "/watch/samples/:id/:n",                   SUPERVISOR,          &sample_result_form, sample_result,   "watch/sample.cs",   sample_show,  0 },
	{ GET,  "/watch",                                  WATCHERS,            &period_form,    desk_show,           "watch/desk.cs",     desk_show,    0 },
	{ GET,  "/watch/",                                 WATCHERS,            &period_form,    desk_show,           "watch/desk.cs",     desk_show,    0 },

	{ GET,  "/watch/rules",                            WATCHERS,            NULL,            rules_show,          "watch/rules.cs",    NULL,         0 },
	{ GET,  "/watch/findings",                         WATCHERS,            &findings_form,  findings_show,       "watch/findings.cs", findings_show, 0 },
	{ GET,  "/watch/findings.csv",                     WATCHERS,            &findings_form,  findings_sheet,      NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/findings.xlsx",                    WATCHERS,            &findings_form,  findings_sheet,      NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/findings/:id",                     WATCHERS,            NULL,            card_show,           "watch/card.cs",     NULL,         0 },
	{ POST, "/watch/findings/:id/close",               SUPERVISOR,          &card_note_form, card_act,            "watch/card.cs",     card_show,    0 },
	{ POST, "/watch/findings/:id/uphold",              SUPERVISOR,          &card_note_form, card_act,            "watch/card.cs",     card_show,    0 },
	{ POST, "/watch/findings/:id/return",              SUPERVISOR,          &card_reason_form, card_act,          "watch/card.cs",     card_show,    0 },
	{ POST, "/watch/findings/:id/withdraw",            SUPERVISOR,          &card_reason_form, card_act,          "watch/card.cs",     card_show,    0 },
	{ GET,  "/watch/cases/:number",                    WATCHERS,            NULL,            watch_case_show,     "watch/case.cs",     NULL,         0 },
	{ GET,  "/watch/guides",                           WATCHERS,            &guides_form,    guides_show,         "watch/guides.cs",   guides_show,  0 },
	{ GET,  "/watch/guides.csv",                       WATCHERS,            &guides_form,    guides_sheet,        NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/guides.xlsx",                      WATCHERS,            &guides_form,    guides_sheet,        NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/guides/:code",                     WATCHERS,            &period_form,    guide_show,          "watch/guide.cs",    guide_show,   0 },

	{ GET,  "/watch/orders",                           WATCHERS,            &orders_form,    orders_show,         "watch/orders.cs",   orders_show,  0 },
	{ GET,  "/watch/orders.csv",                       WATCHERS,            &orders_form,    orders_sheet,        NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/orders.xlsx",                      WATCHERS,            &orders_form,    orders_sheet,        NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/orders/new",                       SUPERVISOR,          &source_form,    order_new,           "watch/order_new.cs", order_new,   0 },
	{ POST, "/watch/orders/new",                       SUPERVISOR,          &order_new_form, order_make,          "watch/order_new.cs", order_new,   0 },
	{ GET,  "/watch/orders/:id",                       WATCHERS,            NULL,            order_show,          "watch/order.cs",    NULL,         0 },
	{ POST, "/watch/orders/:id/close",                 SUPERVISOR,          &order_end_form, order_end,           "watch/order.cs",    order_show,   0 },
	{ POST, "/watch/orders/:id/cancel",                SUPERVISOR,          &order_end_form, order_end,           "watch/order.cs",    order_show,   0 },
	{ POST, "/watch/orders/:id/parties/:n/reply",      SUPERVISOR,          &party_reply_form, party_reply,       "watch/order.cs",    order_show,   0 },
	{ POST, "/watch/orders/:id/parties/:n/return",     SUPERVISOR,          &party_return_form, party_return,     "watch/order.cs",    order_show,   0 },

	{ GET,  "/watch/letters",                          WATCHERS,            &letters_form,   letters_show,        "watch/letters.cs",  letters_show, 0 },
	{ GET,  "/watch/letters.csv",                      WATCHERS,            &letters_form,   letters_sheet,       NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/letters.xlsx",                     WATCHERS,            &letters_form,   letters_sheet,       NULL,                NULL,         ROUTE_RAW },
	{ GET,  "/watch/letters/new",                      SUPERVISOR,          &source_form,    letter_new,          "watch/letter_new.cs", letter_new, 0 },
	{ POST, "/watch/letters/new",                      SUPERVISOR,          &letter_new_form, letter_make,        "watch/letter_new.cs", letter_new, 0 },
	{ GET,  "/watch/letters/:id",                      WATCHERS,            NULL,            letter_show,         "watch/letter.cs",   NULL,         0 },
};

static const struct program program = {
	.name = "yimen-watch",
	.account = "watch",
	.frame = "watch",
	.routes = routes,
	.route_count = sizeof(routes) / sizeof(routes[0]),
	.home = "/watch/",
};

int
main(int argc, char **argv)
{
	return worker_main(argc, argv, &program);
}
