package converse

import (
	"slices"
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/session"
)

// copy reads out a text as it stands, to be copied by hand or by the terminal:
// there is no clipboard here.
func (t *talk) copy(i events.Index, arg string) {
	if arg == "" {
		t.say("What to read out for copying:")
		t.offer(&list{
			n: len(session.Items), page: len(session.Items),
			label:  func(k int) string { return session.Items[k].What },
			choose: func(k int) { t.copyItem(session.Items[k], i) },
		})
		return
	}
	var names []string
	for _, item := range session.Items {
		if slices.Contains(item.Names, strings.ToLower(arg)) {
			t.copyItem(item, i)
			return
		}
		names = append(names, item.Names[0])
	}
	t.say("“%s” cannot be copied: there is %s.", arg, english.List(names))
}

func (t *talk) copyItem(item session.Item, i events.Index) {
	if _, err := t.Copy(item, i); err != nil {
		t.say("Not copied: %s", ended(err.Error()))
		return
	}
	t.showCopied()
}

// showCopied reads out again what was read out last to be copied.
func (t *talk) showCopied() {
	if why := t.NotCopied(); why != "" {
		t.say("%s", sentence(why))
		return
	}
	t.say("The %s, on lines of its own:", t.Copied.What)
	t.verbatim(t.Copied.Text)
}

// bookmark sets a bookmark on the current event, or removes it.
func (t *talk) bookmark(i events.Index, _ string) {
	id := t.Data.IDs.At(int(i))
	t.mark(id, !t.Marked(id))
}

func (t *talk) mark(id string, on bool) {
	save := t.Mark(id, on)
	if on {
		t.say("Bookmarked. The command bookmarks lists them.")
	} else {
		t.say("The bookmark is removed.")
	}
	if err := save(); err != nil {
		t.say("%s: %s", session.NotSaved, ended(err.Error()))
	}
}

// bookmarks lists the bookmarked events.
func (t *talk) bookmarks(typed string) {
	if len(t.Marks) == 0 {
		t.say("There are no bookmarks yet: the command bookmark sets one on the current event.")
		return
	}
	label := func(id string) string {
		if i, ok := t.Data.Find(id); ok {
			return strings.TrimSuffix(t.brief(i), ", bookmarked")
		}
		return id + ", which this dataset does not have"
	}
	ids := slices.DeleteFunc(slices.Clone(t.Marks), func(id string) bool { return !session.Matches(typed, label(id)+" "+id) })
	if len(ids) == 0 {
		t.say("No bookmark has “%s” in its title or id.", typed)
		return
	}
	t.offer(&list{
		n:     len(ids),
		label: func(k int) string { return label(ids[k]) },
		choose: func(k int) {
			if i, ok := t.Data.Find(ids[k]); ok {
				t.show(i)
				return
			}
			t.say("This dataset has no event %s.", ids[k])
		},
		exclude: func(k int) {
			if t.Marked(ids[k]) {
				t.mark(ids[k], false)
				return
			}
			t.say("That bookmark is removed already.")
		},
	})
	t.say("The command exclude and a number removes a bookmark.")
}
