/*
 * password.c - see password.h.
 */
#include "rules/password.h"

#include <string.h>

enum { HOUSE_LEAST = 4 };

/* What lists of broken passwords, in China and elsewhere, are made of again and again; a longer word stands before a shorter
 * one it begins with. */
static const char *const words[] = {
	"administrator", "password", "passwort", "passwd", "iloveyou", "loveyou", "football", "baseball", "basketball", "princess",
	"sunshine", "superman", "starwars", "trustno", "welcome", "letmein", "dragon", "monkey", "master", "shadow", "michael", "killer",
	"hello", "login", "secret", "changeme", "please", "default", "system", "manager", "server", "oracle", "mysql", "test", "temp",
	"admin", "root", "user", "guest", "china", "beijing", "shanghai",
	"qwertyuiop", "qwerty", "uiop", "asdfghjkl", "asdfgh", "asdf", "zxcvbnm", "zxcvbn", "zxcv", "qazwsx", "qaz", "wsx", "edc", "rfv",
	"qweasd", "qwe", "asd", "zxc", "abcdefg", "abcd", "abc", "aaa",
	"woaini", "woaiwo", "aini", "wodemima", "mima", "nihao", "zhongguo", "laopo", "laogong", "baobei", "jiushi", "zhengwu", "fuwu",
	"shenpi", "renmin", "yimen",
	"1q2w3e4r", "1qaz", "2wsx", "3edc", "4rfv", "1314520", "5201314", "521", "520", "1314", "123123", "112233",
	NULL
};

static char
small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (small(c) >= 'a' && small(c) <= 'z') || (unsigned char)c >= 0x80;
}

/* Is c this letter, or what is written for it: P@ssw0rd? */
static bool
stands_for(char c, char letter)
{
	static const char *const looks[] = { "a@4", "e3", "i1!", "l1", "o0", "s$5" };

	if (small(c) == small(letter))
		return true;
	for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++)
		if (looks[i][0] == small(letter))
			return c != '\0' && strchr(looks[i], c) != NULL;
	return false;
}

/* The word's length when text begins with it; 0. */
static size_t
begins(const char *text, const char *word, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++)
		if (!stands_for(text[i], word[i]))
			return 0;
	return bytes;
}

static size_t
house_begins(const char *text, const char *house)
{
	size_t most = 0;

	while (*(house += strspn(house, " ")) != '\0') {
		size_t bytes = strcspn(house, " "), n = bytes < HOUSE_LEAST ? 0 : begins(text, house, bytes);

		most = n > most ? n : most;
		house += bytes;
	}
	return most;
}

/* Three and more digits that are equal or follow each other, up or down; a year of the last hundred or the next. */
static size_t
row_of_digits(const char *text)
{
	size_t n = 1;

	if (!is_digit(text[0]) || !is_digit(text[1]))
		return 0;
	while (is_digit(text[n]) && text[n] - text[n - 1] == text[1] - text[0] && text[1] - text[0] <= 1 && text[0] - text[1] <= 1)
		n++;
	if (n >= 3)
		return n;
	return (strncmp(text, "19", 2) == 0 || strncmp(text, "20", 2) == 0) && is_digit(text[2]) && is_digit(text[3]) ? 4 : 0;
}

static size_t
common_here(const char *text, const char *house)
{
	size_t n = house_begins(text, house);

	for (const char *const *word = words; n == 0 && *word != NULL; word++)
		n = begins(text, *word, strlen(*word));
	return n > 0 ? n : row_of_digits(text);
}

bool
password_common(const char *password, const char *house)
{
	size_t left = 0;
	char before = '\0';

	while (*password != '\0') {
		size_t n = common_here(password, house);

		left += n == 0 && *password != before;	/* the same once more adds nothing */
		before = *password;
		password += n == 0 ? 1 : n;
	}
	return left < PASSWORD_LEFT_LEAST;
}

const char *
password_core(const char *password, size_t *bytes)
{
	size_t n;

	while (*password != '\0' && !is_letter(*password))
		password++;
	for (n = strlen(password); n > 0 && !is_letter(password[n - 1]); n--)
		;
	*bytes = n;
	return password;
}
