/*
 * calendar_state.c - the working days the State Council arranged, 2017 to 2026.
 *
 * One line a holiday or a make-up day, as the notices say them, in the order of
 * days.  The year is the notice's: the end of December may stand in the next
 * year's.  The last number is the version since which the line holds.
 *
 * Two notices changed a year under way: the one of March 2019 lengthened the
 * May holiday, the one of January 2020 the Spring Festival to 2 February, which
 * took back a make-up Saturday.
 */
#include "rules/calendar.h"

/* The number of a day, as a constant; for the years 1970 to 2099. */
#define BEFORE_MONTH(m)	\
	((m) == 1 ? 0 : (m) == 2 ? 31 : (m) == 3 ? 59 : (m) == 4 ? 90 :	\
	(m) == 5 ? 120 : (m) == 6 ? 151 : (m) == 7 ? 181 : (m) == 8 ? 212 :	\
	(m) == 9 ? 243 : (m) == 10 ? 273 : (m) == 11 ? 304 : 334)
#define DAY(y, m, d)	\
	(((y) - 1970) * 365 + ((y) - 1969) / 4 + BEFORE_MONTH(m) +	\
	((m) > 2 && (y) % 4 == 0) + (d) - 1)

#define WORK(day, year, since)	{ { (day) }, CALENDAR_WORK, (year), (since), 0 },
#define OFF_1(day, year, since)	{ { (day) }, CALENDAR_OFF, (year), (since), 0 },
#define OFF_2(day, year, since)	OFF_1(day, year, since) OFF_1((day) + 1, year, since)
#define OFF_3(day, year, since)	OFF_2(day, year, since) OFF_1((day) + 2, year, since)
#define OFF_5(day, year, since)	OFF_3(day, year, since) OFF_2((day) + 3, year, since)
#define OFF_7(day, year, since)	OFF_5(day, year, since) OFF_2((day) + 5, year, since)
#define OFF_8(day, year, since)	OFF_5(day, year, since) OFF_3((day) + 5, year, since)
#define OFF_9(day, year, since)	OFF_7(day, year, since) OFF_2((day) + 7, year, since)

const struct calendar_exception calendar_state_rows[] = {
	/* 2017 */
	OFF_2(DAY(2017, 1, 1), 2017, 1)
	WORK(DAY(2017, 1, 22), 2017, 1)
	OFF_7(DAY(2017, 1, 27), 2017, 1)
	WORK(DAY(2017, 2, 4), 2017, 1)
	WORK(DAY(2017, 4, 1), 2017, 1)
	OFF_3(DAY(2017, 4, 2), 2017, 1)
	OFF_1(DAY(2017, 5, 1), 2017, 1)
	WORK(DAY(2017, 5, 27), 2017, 1)
	OFF_3(DAY(2017, 5, 28), 2017, 1)
	WORK(DAY(2017, 9, 30), 2017, 1)
	OFF_8(DAY(2017, 10, 1), 2017, 1)

	/* 2018 */
	OFF_1(DAY(2018, 1, 1), 2018, 2)
	WORK(DAY(2018, 2, 11), 2018, 2)
	OFF_7(DAY(2018, 2, 15), 2018, 2)
	WORK(DAY(2018, 2, 24), 2018, 2)
	OFF_3(DAY(2018, 4, 5), 2018, 2)
	WORK(DAY(2018, 4, 8), 2018, 2)
	WORK(DAY(2018, 4, 28), 2018, 2)
	OFF_3(DAY(2018, 4, 29), 2018, 2)
	OFF_1(DAY(2018, 6, 18), 2018, 2)
	OFF_1(DAY(2018, 9, 24), 2018, 2)
	WORK(DAY(2018, 9, 29), 2018, 2)
	WORK(DAY(2018, 9, 30), 2018, 2)
	OFF_7(DAY(2018, 10, 1), 2018, 2)

	/* 2019 */
	WORK(DAY(2018, 12, 29), 2019, 3)
	OFF_3(DAY(2018, 12, 30), 2019, 3)
	WORK(DAY(2019, 2, 2), 2019, 3)
	WORK(DAY(2019, 2, 3), 2019, 3)
	OFF_7(DAY(2019, 2, 4), 2019, 3)
	OFF_1(DAY(2019, 4, 5), 2019, 3)
	WORK(DAY(2019, 4, 28), 2019, 4)
	OFF_1(DAY(2019, 5, 1), 2019, 3)
	OFF_3(DAY(2019, 5, 2), 2019, 4)
	WORK(DAY(2019, 5, 5), 2019, 4)
	OFF_1(DAY(2019, 6, 7), 2019, 3)
	OFF_1(DAY(2019, 9, 13), 2019, 3)
	WORK(DAY(2019, 9, 29), 2019, 3)
	OFF_7(DAY(2019, 10, 1), 2019, 3)
	WORK(DAY(2019, 10, 12), 2019, 3)

	/* 2020 */
	OFF_1(DAY(2020, 1, 1), 2020, 5)
	WORK(DAY(2020, 1, 19), 2020, 5)
	OFF_7(DAY(2020, 1, 24), 2020, 5)
	OFF_1(DAY(2020, 1, 31), 2020, 6)
	{ { DAY(2020, 2, 1) }, CALENDAR_WORK, 2020, 5, 6 },	/* a make-up day until the revision */
	OFF_2(DAY(2020, 2, 1), 2020, 6)
	WORK(DAY(2020, 2, 3), 2020, 6)		/* a Monday: said, though it would work anyway */
	OFF_3(DAY(2020, 4, 4), 2020, 5)
	WORK(DAY(2020, 4, 26), 2020, 5)
	OFF_5(DAY(2020, 5, 1), 2020, 5)
	WORK(DAY(2020, 5, 9), 2020, 5)
	OFF_3(DAY(2020, 6, 25), 2020, 5)
	WORK(DAY(2020, 6, 28), 2020, 5)
	WORK(DAY(2020, 9, 27), 2020, 5)
	OFF_8(DAY(2020, 10, 1), 2020, 5)
	WORK(DAY(2020, 10, 10), 2020, 5)

	/* 2021 */
	OFF_3(DAY(2021, 1, 1), 2021, 7)
	WORK(DAY(2021, 2, 7), 2021, 7)
	OFF_7(DAY(2021, 2, 11), 2021, 7)
	WORK(DAY(2021, 2, 20), 2021, 7)
	OFF_3(DAY(2021, 4, 3), 2021, 7)
	WORK(DAY(2021, 4, 25), 2021, 7)
	OFF_5(DAY(2021, 5, 1), 2021, 7)
	WORK(DAY(2021, 5, 8), 2021, 7)
	OFF_3(DAY(2021, 6, 12), 2021, 7)
	WORK(DAY(2021, 9, 18), 2021, 7)
	OFF_3(DAY(2021, 9, 19), 2021, 7)
	WORK(DAY(2021, 9, 26), 2021, 7)
	OFF_7(DAY(2021, 10, 1), 2021, 7)
	WORK(DAY(2021, 10, 9), 2021, 7)

	/* 2022 */
	OFF_3(DAY(2022, 1, 1), 2022, 8)
	WORK(DAY(2022, 1, 29), 2022, 8)
	WORK(DAY(2022, 1, 30), 2022, 8)
	OFF_7(DAY(2022, 1, 31), 2022, 8)
	WORK(DAY(2022, 4, 2), 2022, 8)
	OFF_3(DAY(2022, 4, 3), 2022, 8)
	WORK(DAY(2022, 4, 24), 2022, 8)
	OFF_5(DAY(2022, 4, 30), 2022, 8)
	WORK(DAY(2022, 5, 7), 2022, 8)
	OFF_3(DAY(2022, 6, 3), 2022, 8)
	OFF_3(DAY(2022, 9, 10), 2022, 8)
	OFF_7(DAY(2022, 10, 1), 2022, 8)
	WORK(DAY(2022, 10, 8), 2022, 8)
	WORK(DAY(2022, 10, 9), 2022, 8)

	/* 2023 */
	OFF_3(DAY(2022, 12, 31), 2023, 9)
	OFF_7(DAY(2023, 1, 21), 2023, 9)
	WORK(DAY(2023, 1, 28), 2023, 9)
	WORK(DAY(2023, 1, 29), 2023, 9)
	OFF_1(DAY(2023, 4, 5), 2023, 9)
	WORK(DAY(2023, 4, 23), 2023, 9)
	OFF_5(DAY(2023, 4, 29), 2023, 9)
	WORK(DAY(2023, 5, 6), 2023, 9)
	OFF_3(DAY(2023, 6, 22), 2023, 9)
	WORK(DAY(2023, 6, 25), 2023, 9)
	OFF_8(DAY(2023, 9, 29), 2023, 9)
	WORK(DAY(2023, 10, 7), 2023, 9)
	WORK(DAY(2023, 10, 8), 2023, 9)

	/* 2024 */
	OFF_1(DAY(2024, 1, 1), 2024, 10)
	WORK(DAY(2024, 2, 4), 2024, 10)
	OFF_8(DAY(2024, 2, 10), 2024, 10)
	WORK(DAY(2024, 2, 18), 2024, 10)
	OFF_3(DAY(2024, 4, 4), 2024, 10)
	WORK(DAY(2024, 4, 7), 2024, 10)
	WORK(DAY(2024, 4, 28), 2024, 10)
	OFF_5(DAY(2024, 5, 1), 2024, 10)
	WORK(DAY(2024, 5, 11), 2024, 10)
	OFF_1(DAY(2024, 6, 10), 2024, 10)
	WORK(DAY(2024, 9, 14), 2024, 10)
	OFF_3(DAY(2024, 9, 15), 2024, 10)
	WORK(DAY(2024, 9, 29), 2024, 10)
	OFF_7(DAY(2024, 10, 1), 2024, 10)
	WORK(DAY(2024, 10, 12), 2024, 10)

	/* 2025 */
	OFF_1(DAY(2025, 1, 1), 2025, 11)
	WORK(DAY(2025, 1, 26), 2025, 11)
	OFF_8(DAY(2025, 1, 28), 2025, 11)
	WORK(DAY(2025, 2, 8), 2025, 11)
	OFF_3(DAY(2025, 4, 4), 2025, 11)
	WORK(DAY(2025, 4, 27), 2025, 11)
	OFF_5(DAY(2025, 5, 1), 2025, 11)
	OFF_3(DAY(2025, 5, 31), 2025, 11)
	WORK(DAY(2025, 9, 28), 2025, 11)
	OFF_8(DAY(2025, 10, 1), 2025, 11)
	WORK(DAY(2025, 10, 11), 2025, 11)

	/* 2026 */
	OFF_3(DAY(2026, 1, 1), 2026, 12)
	WORK(DAY(2026, 1, 4), 2026, 12)
	WORK(DAY(2026, 2, 14), 2026, 12)
	OFF_9(DAY(2026, 2, 15), 2026, 12)
	WORK(DAY(2026, 2, 28), 2026, 12)
	OFF_3(DAY(2026, 4, 4), 2026, 12)
	OFF_5(DAY(2026, 5, 1), 2026, 12)
	WORK(DAY(2026, 5, 9), 2026, 12)
	OFF_3(DAY(2026, 6, 19), 2026, 12)
	WORK(DAY(2026, 9, 20), 2026, 12)
	OFF_3(DAY(2026, 9, 25), 2026, 12)
	OFF_7(DAY(2026, 10, 1), 2026, 12)
	WORK(DAY(2026, 10, 10), 2026, 12)
};
const size_t calendar_state_row_count =
    sizeof(calendar_state_rows) / sizeof(calendar_state_rows[0]);

/*
 * A notice arranges its year up to 28 December.  What follows waits for the
 * next one, which arranges the New Year: that of 2019 took 29 to 31 December.
 */
#define NOTICE(version, year, announced)	\
	{ (version), (year), { (announced) }, { DAY((year), 12, 28) } },

const struct calendar_notice calendar_state_notices[] = {
	NOTICE(1, 2017, DAY(2016, 12, 1))
	NOTICE(2, 2018, DAY(2017, 11, 30))
	NOTICE(3, 2019, DAY(2018, 12, 6))
	NOTICE(4, 2019, DAY(2019, 3, 22))
	NOTICE(5, 2020, DAY(2019, 11, 21))
	NOTICE(6, 2020, DAY(2020, 1, 27))
	NOTICE(7, 2021, DAY(2020, 11, 25))
	NOTICE(8, 2022, DAY(2021, 10, 25))
	NOTICE(9, 2023, DAY(2022, 12, 8))
	NOTICE(10, 2024, DAY(2023, 10, 25))
	NOTICE(11, 2025, DAY(2024, 11, 12))
	NOTICE(12, 2026, DAY(2025, 11, 4))
};
enum { NOTICES = sizeof(calendar_state_notices) / sizeof(calendar_state_notices[0]) };
const size_t calendar_state_notice_count = NOTICES;

const struct calendar calendar_state = {
	calendar_state_rows,
	sizeof(calendar_state_rows) / sizeof(calendar_state_rows[0]),
	NOTICES,
	{ DAY(2017, 1, 1) }, { DAY(2026, 12, 28) }
};

struct calendar
calendar_state_version(int version)
{
	struct calendar cal = calendar_state;

	if (version >= NOTICES)
		return cal;
	cal.version = version < 1 ? 0 : version;
	cal.last = cal.version == 0 ? day_add(cal.first, -1)
	    : calendar_state_notices[version - 1].last;
	return cal;
}

struct calendar
calendar_state_on(struct day d)
{
	int version = 0;

	while (version < NOTICES && !day_before(d, calendar_state_notices[version].announced_on))
		version++;
	return calendar_state_version(version);
}
