/* metrics.c - counters that all children of a program share, printed for Prometheus. */
#include "fcgi/worker/inside.h"

#include "base/log.h"

#include <stdatomic.h>
#include <sys/mman.h>

static struct metrics {
	atomic_llong classes[6];	/* by status / 100 */
	atomic_llong microseconds;
	atomic_llong restarts;
} *metrics;

void
metrics_open(void)
{
	metrics = mmap(NULL, sizeof(*metrics), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (metrics == MAP_FAILED)
		log_fatal("metrics", NULL);
}

void
metrics_count(int status, long long microseconds)
{
	atomic_fetch_add_explicit(&metrics->classes[status / 100 % 6], 1, memory_order_relaxed);
	atomic_fetch_add_explicit(&metrics->microseconds, microseconds, memory_order_relaxed);
}

void
metrics_restart(void)
{
	atomic_fetch_add_explicit(&metrics->restarts, 1, memory_order_relaxed);
}

void
metrics_print(struct text *to, const char *program)
{
	text_add(to, "# TYPE yimen_requests_total counter\n");
	for (int i = 1; i < 6; i++)
		text_format(to, "yimen_requests_total{program=\"%s\",class=\"%dxx\"} %lld\n", program, i,
		    (long long)atomic_load(&metrics->classes[i]));
	text_add(to, "# TYPE yimen_request_seconds_total counter\n");
	text_format(to, "yimen_request_seconds_total{program=\"%s\"} %.6f\n", program,
	    (double)atomic_load(&metrics->microseconds) / 1e6);
	text_add(to, "# TYPE yimen_worker_restarts_total counter\n");
	text_format(to, "yimen_worker_restarts_total{program=\"%s\"} %lld\n", program,
	    (long long)atomic_load(&metrics->restarts));
}
