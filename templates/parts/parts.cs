<?cs # Catalogue of parts: the macros every page may call.  Page templates are drawn inside frame.cs,
which includes this file first.  A parameter written "field" is the name of a form field: its label is
words.field[field], its hint words.hint[field] (if there), its value form[field], its error code
error[field] (a key of words.error), its id f-<field>.  optional[field] set: marked as optional.
A parameter written {…} is an HDF node.  Lists are HDF lists N = 0, 1, 2 …

forms (parts/form.cs)
  form_token()                     hidden token and nonce; first in every form that posts
  field_text(field)                one line           field_lines(field)   several lines
  field_number(field) field_day(field) field_phone(field) field_email(field) field_citizen(field)
  field_credit(field) field_money(field) field_code(field)   one line, with the right keyboard
  field_name(field)                a person's own name (completed by the browser)
  field_user(field)                account name       field_password(field)  field_password_new(field)
  field_input(field, type, mode, complete, class)     what the ones above are made of
  field_choice(field)              radios             field_select(field)    a drop-down list
  field_many(field)                check boxes        all three from choices[field].N.{value,label,about,hint,checked}
  field_flag(field)                one check box; ticked if form[field]
  field_file(field)                one file           field_files(field)     several
  field_hidden(field)              hidden, value form[field]
  field_declared({f})              a field described by rows: f.{name,label,hint,kind,required,value,error,
                                   choices.N.{value,label,checked}}; kind as in the item form
  fields_declared({list})          the same for a list; f.section begins a new group with its heading
  button(key)                      submit, words.action[key]      button_plain(key)  secondary
  button_warn(key)                 red, for what cannot be undone
  button_named(key, name, value)   submit that sends name=value   link_button(key, url)
  confirm_word(key)                words.confirm[key] as a warning above such a button

what is on every page (parts/frame.cs): used by frame.cs only
  frame_header() frame_footer() crumbs() page_notices() error_summary() site_name()

pages (parts/page.cs)
  heading(text)                    the h1             heading_lead(text, lead)
  icon(key)                        a drawing of static/icons, beside a text that says the same
  empty_state(key)                 words.empty[key], for a list without rows
  notice(kind, text)               kind: info good warn bad       notice_word(kind, key)  words.notice[key]
  summary_row(key, value)          a row of <dl class="govuk-summary-list">, label words.label[key]
  summary_row_link(key, value, url, action)   the same with a link words.action[action] at its end
  fact(key, value)                 a cell of <dl class="ym-facts">, label words.label[key]; nothing when value is empty
  tag_state(state)                 words.state[state], coloured
  due_tag({due})                   due.{level,text}: level normal near over paused done; icon, text and colour
  day(text)                        <time> of a finished date       day_iso(iso, text)
  stat(value, label) stat_link(value, label, url)   in <ul class="ym-stats">
  qr(url, text)                    a QR picture with its words
  toolbar({tools})                 reading tools, page.tools of pages that call page_tools: tools.sizes.N.{key,url,current}, tools.backgrounds.N.{key,url,current},
                                   tools.{print_url,qr_url}; page.canonical is copied by its button
  fact_data(key, value)            fact of data that is Chinese in every language       data_lang()  the attribute alone
  data(text)                       a text that may be data in Chinese, among words of ours      lang_of(text)   the attribute alone, for an
                                   element of one text; headings, summary_row, fact, declared fields and choices call it themselves
  phone({number}) fact_phone(key, {number})   a number to press, number.tel from page_phone

  markdown({text})                 text.html as page_markdown set it: the only raw value (parts/markdown.cs)

lists (parts/list.cs)
  search_box(url, query)           the GET form with q
  facets({facets})                 facets.N.{key,title,choices.N.{label,count,url,checked},more}; title or words.facet[key]
  facets_link()                    before the list: leads to the facets on a telephone
  chips({chips})                   chips.N.{label,url}: what is chosen, each removable; chips_clear_url
  pager({pager})                   pager.{page,pages,summary,previous_url,next_url,numbers.N.{label,url,current}}
  tabs({tabs})                     tabs.N.{key,label,count,url,current}; label or words.tab[key]
  sort({sorts})                    sorts.N.{key,url,current}; words.sort[key]
  item_card({item})                item.{url,title,organ_name,area_name,limit_text,visits_text,depth,depth_text,
                                   booking,stars_text,handling,brief,apply_url}
  file_list({files})               files.N.{url,name,size_text,kind,note,remove_url}
  timeline({events})               events.N.{at_text,day,title,who,note,kind,current}
  theme_tiles({themes})            themes.N.{name,icon,url,count}
  task_list({tasks})               tasks.N.{title,url,hint,state}; words.task[state]
  days_table({days})               days.N.{day_text,weekday,kind,note,count,due}: a deadline's working;
                                   kind as rules/deadline.h: start counted makeup weekend holiday paused matching moved

charts (parts/chart.cs)
  chart({chart})                   a drawing for wide and narrow screens and its table, as fcgi/worker/chart.h sets it

Classes without a macro (static/style):
  ym-columns > ym-columns__main + ym-columns__side (side right); add --facets for the side on the left
  ym-panel, ym-panel__title        a white card          ym-panel--tint
  ym-table (td data-label="…")     a table that becomes cards on a telephone
  ym-section-nav, ym-section       anchors and parts of a long page
  ym-apply-bar                     stays in reach: at the foot of a telephone, at the side on a desk
  ym-filters                       a GET form in one line: fields wrap
  ym-buttons                       a row of buttons      ym-links   a plain list of links with dates
  ym-strip                         facts of a case in one line        ym-receipt   number and code, large
  ym-prose                         document text         ym-diff ins del
  ym-number                        digits of equal width ym-nowrap
?><?cs include!"parts/page.cs" ?><?cs include!"parts/markdown.cs" ?><?cs include!"parts/form.cs" ?><?cs include!"parts/list.cs" ?><?cs include!"parts/chart.cs" ?><?cs include!"parts/figures.cs" ?><?cs include!"parts/due.cs" ?><?cs include!"parts/papers.cs" ?><?cs include!"parts/supervision.cs" ?><?cs include!"parts/admin.cs" ?><?cs include!"parts/frame.cs" ?>
