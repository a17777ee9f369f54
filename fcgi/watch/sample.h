/* sample.h - random samples of finished cases (sample.c). */
#ifndef WATCH_SAMPLE_H
#define WATCH_SAMPLE_H

#include "fcgi/worker/form.h"
#include "fcgi/worker/route.h"

extern const struct form sample_draw_form, sample_show_form, sample_result_form;
handler samples_show, sample_draw, sample_show, sample_result;

#endif
