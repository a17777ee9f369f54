/*
 * log.h - one line an event on stderr, key=value, no personal data.
 *
 *   level=info program=yimen-public request=… event=page route=home status=200 us=812
 *
 * Values are quoted when needed, control bytes are escaped: a log line is always one line.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <stdarg.h>

void log_open(const char *program);
void log_request(const char *id);	/* the id printed on the following lines; NULL: none */

/* Keys and values in pairs, ended by NULL: log_info("started", "socket", path, NULL). */
void log_info(const char *event, ...) __attribute__((sentinel));
void log_warn(const char *event, ...) __attribute__((sentinel));
void log_error(const char *event, ...) __attribute__((sentinel));
/* Logs and ends the process with status 1. */
void log_fatal(const char *event, ...) __attribute__((sentinel, noreturn));

#endif
