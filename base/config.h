/*
 * config.h - the settings of a machine, declared once.
 *
 * conf/yimen.conf is printed from the table in config.c and a test holds the
 * two together.  Files are `key = value`, # begins a comment.  An unknown key,
 * a value out of its range or a repeated key is an error naming file and line.
 * What differs between administrations is not here but in the table settings.
 */
#ifndef BASE_CONFIG_H
#define BASE_CONFIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct config {
	/* database */
	char *database_socket;		/* unix sockets of MariaDB's servers, blanks between */
	char *database_name;
	char *database_user_prefix;	/* accounts are PREFIXpublic, PREFIXoffice … */
	char *database_password_file;	/* lines `account password`; empty: unix_socket or none */
	long long database_timeout_s;	/* connect, read and write */
	/* folders and files */
	char *run_dir;			/* sockets and pid files */
	char *upload_dir;		/* content-addressed files; a tmp/ beside them on the same volume */
	char *database_dir;		/* "": on another machine */
	long long room_bytes;		/* less on a disk: nothing is written */
	char *template_dir;
	char *mapping_dir;		/* other people's forms of a catalogue: NAME.json */
	char *static_manifest;		/* hashed names of static files, an HDF */
	char *key_file;			/* 32 bytes in hex: tokens and the record's HMAC derive from it */
	char *seal_dir;			/* the keys of sealed columns: base/sealed.h */
	/* workers */
	long long workers;		/* children of each program */
	long long worker_requests;	/* a child retires after so many */
	long long socket_backlog;
	long long kept_pages_bytes;	/* anonymous pages kept in a worker; 0: none */
	/* requests */
	long long body_bytes;		/* the largest body that is not an upload */
	long long upload_file_bytes;	/* the largest file */
	long long upload_body_bytes;	/* the largest body with files */
	bool cookie_secure;		/* __Host- cookies: needs https; off only for a demo on loopback */
	char *site_address;		/* https://… printed in QR codes and papers, no slash at the end */
	/* passwords */
	long long password_ops;		/* argon2id's passes */
	long long password_memory_bytes;
	/* messages: all but sink_dir are yimen-clock's */
	char *sink_dir;			/* messages become files here; empty: they are sent */
	char *smtp_url, *smtp_from, *smtp_login_file;
	char *sms_url, *sms_body, *sms_token_file;
	long long message_timeout_s;
	long long message_tries;
	/* payments: yimen-clock's */
	char *payments_dir;		/* files of what was paid */
	/* tests set these; empty in production */
	char *fixed_now;		/* "2026-05-08 10:00:00", or a file that holds it: the clock stands here */
};

/* Fills defaults, then reads the file.  On failure returns false and writes a sentence to why. */
bool config_load(struct config *, const char *path, char *why, size_t why_bytes);
void config_free(struct config *);
/* Prints the whole table with its defaults and comments: conf/yimen.conf. */
void config_print(FILE *);

#endif
