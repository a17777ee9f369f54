/*
 * system.h - the system administrator's pages: areas, organs, centres and windows, the calendar, settings.
 */
#ifndef ADMIN_SYSTEM_H
#define ADMIN_SYSTEM_H

#include "fcgi/admin/admin.h"

#endif
