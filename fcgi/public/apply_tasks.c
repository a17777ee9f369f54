/* apply_tasks.c - the task list of a draft: what is done, what is left, one thing after another. */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"

#include "base/text.h"

static void
task(struct request *rq, struct page *page, const char *list, size_t n, const char *title, const char *url,
    const char *state)
{
	const char *row = arena_format(rq->arena, "%s.%zu", list, n);

	page_sub(page, row, "title", title);
	page_sub(page, row, "url", url);
	page_sub(page, row, "state", state);
}

static void
sections_into(struct request *rq, struct page *page, const struct own *o, const struct item_form *f)
{
	for (size_t i = 0; i < f->section_count; i++)
		task(rq, page, "tasks_form", i, *f->sections[i].title != '\0' ? f->sections[i].title :
		    page_word(page, "apply.details"),
		    arena_format(rq->arena, "/applications/%llu/form/%zu", (unsigned long long)o->id, i + 1),
		    f->sections[i].state);
}

static const char *
materials_state(const struct materials *m)
{
	if (m->complete)
		return "done";
	for (size_t i = 0; i < m->count; i++)
		if (!text_is(m->rows[i].given, "none"))
			return "started";
	return "todo";
}

static void
materials_task(struct request *rq, struct page *page, const struct own *o, const struct materials *m)
{
	if (m->count == 0)
		return;
	task(rq, page, "tasks_materials", 0, page_word(page, "apply.materials"),
	    arena_format(rq->arena, "/applications/%llu/materials", (unsigned long long)o->id), materials_state(m));
	page_say(page, "tasks_materials.0.hint", "apply.materials_done", "n", arena_format(rq->arena, "%zu", m->done), "of",
	    arena_format(rq->arena, "%zu", m->count), NULL);
}

enum reply
tasks_show(struct request *rq, struct page *page)
{
	struct item_form f;
	struct materials m;
	struct own o;
	bool delivery, ready;

	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (o.state != STATE_DRAFT)
		return page_go(page, "/my/cases/", o.number, NULL);
	item_form_load(rq, o.id, o.item_version, &f);
	materials_load(rq, page, &o, &m);
	delivery = delivery_complete(&o);
	ready = f.complete && m.complete && delivery;
	sections_into(rq, page, &o, &f);
	materials_task(rq, page, &o, &m);
	task(rq, page, "tasks_finish", 0, page_word(page, "apply.delivery"),
	    arena_format(rq->arena, "%s/delivery", page_get(page, "case.url")), delivery ? "done" : "todo");
	task(rq, page, "tasks_finish", 1, page_word(page, "apply.check"),
	    arena_format(rq->arena, "%s/check", page_get(page, "case.url")), ready ? "todo" : "later");
	page_flag(page, "ready", ready);
	page_flag(page, "was_submitted", *o.number != '\0');
	page_say(page, "saved_text", "apply.saved_at", "at", page_get(page, "case.saved_at.text"), NULL);
	page_text(page, "page.title", page_get(page, "case.title"));
	own_crumbs(page, "apply.drafts");
	page_crumb(page, "", NULL, page_get(page, "case.title"));
	return REPLY_PAGE;
}
