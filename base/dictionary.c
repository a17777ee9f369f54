/*
 * dictionary.c - see dictionary.h.
 */
#include "base/dictionary.h"

#include "rules/password.h"

#include <crack.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { CORE_MOST = 64, CORE_LEAST = 6 };	/* cracklib calls whatever is shorter too short */

static const char path[] = DICTIONARY_FOLDER "/cracklib_dict";

bool
dictionary_ready(void)
{
	static const char *const parts[] = { "pwd", "pwi" };
	char file[sizeof(path) + 8];

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		snprintf(file, sizeof(file), "%s.%s", path, parts[i]);
		if (access(file, R_OK) != 0)
			return false;
	}
	return true;
}

bool
dictionary_holds(const char *password, const char *login)
{
	char core[CORE_MOST + 1];
	size_t bytes;
	const char *from = password_core(password, &bytes);

	/* With a user given, cracklib does not ask the machine who runs it. */
	if (FascistCheckUser(password, path, login, NULL) != NULL)
		return true;
	if (bytes < CORE_LEAST || bytes > CORE_MOST || strlen(password) - bytes >= PASSWORD_LEFT_LEAST)
		return false;
	snprintf(core, sizeof(core), "%.*s", (int)bytes, from);
	return FascistCheckUser(core, path, login, NULL) != NULL;
}
