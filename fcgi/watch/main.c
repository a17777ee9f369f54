/* main.c - yimen-watch: where supervisors watch the clocks of all organs, and leaders read the figures. */
#include "fcgi/watch/figures.h"
#include "fcgi/watch/sample.h"
#include "fcgi/watch/watch.h"
#include "fcgi/worker/worker.h"

static const struct route routes[] = {
/*	  method path                                      who                  form             handler              template             again         flags */
	{ GET,  "/watch",                                  WATCHERS,            NULL,            desk_show,           "watch/desk.cs",     NULL,         0 },
	{ GET,  "/watch/",                                 WATCHERS,            NULL,            desk_show,           "watch/desk.cs",     NULL,         0 },

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
