package plain

import (
	"errors"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
)

// copied is a text that copy read out.
type copied struct{ what, text string }

// copyItem is one thing of an event that can be read out to be copied.
type copyItem struct {
	names []string // what is typed for it
	what  string
	text  func(t *talk, e *events.Event, c events.Claim) (string, error)
}

// copyItems are what copy offers.
func copyItems() []copyItem {
	return []copyItem{
		{[]string{"citation", "citation chicago", "chicago"}, "citation in the style of Chicago", cited("chicago")},
		{[]string{"quotation", "quote"}, "quotation with its source", quotation},
		{[]string{"id"}, "event id", func(_ *talk, e *events.Event, _ events.Claim) (string, error) { return e.ID, nil }},
		{[]string{"title", "title and date"}, "title and date", func(_ *talk, e *events.Event, _ events.Claim) (string, error) {
			return e.Title + ", " + e.Date.English(edtf.Long), nil
		}},
		{[]string{"summary"}, "summary", func(_ *talk, e *events.Event, _ events.Claim) (string, error) { return e.Summary, nil }},
		{[]string{"bibtex"}, "BibTeX entry", cited("bibtex")},
		{[]string{"ris"}, "RIS record", cited("ris")},
		{[]string{"citation apa", "apa"}, "citation in the style of APA", cited("apa")},
		{[]string{"citation mla", "mla"}, "citation in the style of MLA", cited("mla")},
		{[]string{"bibliography", "bibliography entry"}, "bibliography entry in the style of Chicago", cited("chicago-bib")},
		{[]string{"csl-json", "csl", "json"}, "CSL-JSON record", cited("csl-json")},
		{[]string{"markdown", "footnote"}, "Markdown footnote", cited("markdown")},
	}
}

func cited(style string) func(*talk, *events.Event, events.Claim) (string, error) {
	return func(t *talk, _ *events.Event, c events.Claim) (string, error) {
		if t.cfg.Cite == nil {
			return "", errors.New("citations are not available")
		}
		return t.cfg.Cite(c.Source, []events.Locator{c.At}, style)
	}
}

func quotation(t *talk, e *events.Event, c events.Claim) (string, error) {
	if c.Quote == "" {
		return "", errors.New("this source is not quoted here")
	}
	citation, err := cited("chicago")(t, e, c)
	return "“" + c.Quote + "” " + citation, err
}

// copy reads out a text as it stands, to be copied by hand or by the terminal:
// there is no clipboard here.
func (t *talk) copy(arg string) {
	i, ok := t.current()
	if !ok {
		t.sayNone()
		return
	}
	items := copyItems()
	if arg == "" {
		t.say("What to read out for copying:")
		t.offer(&list{
			n: len(items), page: len(items),
			label:  func(k int) string { return items[k].what },
			choose: func(k int) { t.copyItem(items[k], i) },
		})
		return
	}
	var names []string
	for _, item := range items {
		if slices.Contains(item.names, strings.ToLower(arg)) {
			t.copyItem(item, i)
			return
		}
		names = append(names, item.names[0])
	}
	t.say("“%s” cannot be copied: there is %s.", arg, english.List(names))
}

func (t *talk) copyItem(item copyItem, i events.Index) {
	e := t.data.Event(i)
	c, ok := events.Claim{}, false
	if at, shown := t.current(); shown && at == i {
		c, ok = t.claimAtHand(e)
	} else if len(e.Claims) > 0 {
		c, ok = e.Claims[0], true
	}
	if !ok && item.what != "event id" && item.what != "title and date" && item.what != "summary" {
		t.say("No source is recorded of this event.")
		return
	}
	text, err := item.text(t, e, c)
	switch {
	case err != nil:
		t.say("There is no %s: %s", item.what, ended(err.Error()))
		return
	case strings.TrimSpace(text) == "":
		t.say("This event has no %s.", item.what)
		return
	}
	t.lastCopy = copied{item.what, text}
	t.showCopied()
}

// showCopied reads out again what was read out last to be copied.
func (t *talk) showCopied() {
	if t.lastCopy.text == "" {
		t.say("Nothing has been copied yet.")
		return
	}
	t.say("The %s, on lines of its own:", t.lastCopy.what)
	t.verbatim(t.lastCopy.text)
}

// bookmark sets a bookmark on the current event, or removes it.
func (t *talk) bookmark() {
	i, ok := t.current()
	if !ok {
		t.sayNone()
		return
	}
	id := t.data.IDs.At(int(i))
	t.mark(id, !slices.Contains(t.marks, id))
}

func (t *talk) mark(id string, on bool) {
	t.marks = slices.DeleteFunc(t.marks, func(s string) bool { return s == id })
	if on {
		t.marks = append(t.marks, id)
		t.say("Bookmarked. The command bookmarks lists them.")
	} else {
		t.say("The bookmark is removed.")
	}
	if t.cfg.SaveBookmark == nil {
		return
	}
	if err := t.cfg.SaveBookmark(id, on); err != nil {
		t.say("That holds until you quit, but could not be saved: %s", ended(err.Error()))
	}
}

// bookmarks lists the bookmarked events.
func (t *talk) bookmarks(typed string) {
	if len(t.marks) == 0 {
		t.say("There are no bookmarks yet: the command bookmark sets one on the current event.")
		return
	}
	label := func(id string) string {
		if i, ok := t.data.Find(id); ok {
			return strings.TrimSuffix(t.brief(i), ", bookmarked")
		}
		return id + ", which this dataset does not have"
	}
	ids := slices.DeleteFunc(slices.Clone(t.marks), func(id string) bool { return !matches(typed, label(id)+" "+id) })
	if len(ids) == 0 {
		t.say("No bookmark has “%s” in its title or id.", typed)
		return
	}
	t.offer(&list{
		n:     len(ids),
		label: func(k int) string { return label(ids[k]) },
		choose: func(k int) {
			if i, ok := t.data.Find(ids[k]); ok {
				t.show(i)
				return
			}
			t.say("This dataset has no event %s.", ids[k])
		},
		exclude: func(k int) {
			if slices.Contains(t.marks, ids[k]) {
				t.mark(ids[k], false)
				return
			}
			t.say("That bookmark is removed already.")
		},
	})
	t.say("The command exclude and a number removes a bookmark.")
}
