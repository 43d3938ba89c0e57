package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/document"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/session"
	"timeline/internal/sorting"
	"timeline/internal/ui/view"
)

const narrowing = "type to narrow · enter does it · esc close"

func marks(s session.State) rune { return [...]rune{' ', '✓', '−'}[s] }

// valueRow is a row that toggles a value of a filter.
func valueRow(key, value string) view.Row {
	toggle := func(not bool) func(*view.Context) tea.Cmd {
		return view.Quiet(func(c *view.Context) { c.Toggle(key, value, not); c.SayShown() })
	}
	return view.Row{Choose: toggle(false), Exclude: toggle(true)}
}

// pickFacets offers types, places, sources and the rest with their counts.
func pickFacets(c *view.Context) {
	c.Pick(view.Picker{
		Title: "Filter by type, place, source …", Hint: "enter choose · tab add · ^E not · ^A any/all", Several: true,
		Rows: func(c *view.Context, typed string) []view.Row {
			folded := events.Fold(typed)
			var rows []view.Row
			for _, kind := range session.Kinds {
				if kind.Key == "actor" {
					continue // they have a picker of their own
				}
				head := len(rows)
				for _, v := range c.Values(kind.Key) {
					label := signed(c.Data, v)
					var spans [][2]int
					if folded != "" {
						spans = events.FoldSpans(label, []string{folded})
						if len(spans) == 0 && !strings.Contains(" "+events.Fold(kind.Heading), " "+folded) {
							continue
						}
					}
					if len(rows) == head {
						rows = append(rows, view.Row{Heading: true, Label: kind.Heading})
					}
					r := valueRow(v.Key, v.Value)
					r.Label, r.Count, r.Mark, r.Spans = label, english.Thousands(v.Count), marks(c.State(v.Key, v.Value)), spans
					rows = append(rows, r)
				}
			}
			return rows
		},
	})
}

// signed is the label of a value with the sign that the list has for it.
func signed(d *events.Dataset, v session.Value) string {
	if k := slices.Index(d.TypeNames(), v.Value); v.Key == "type" && k >= 0 {
		return d.Vocabulary()[k].Sign + " " + v.Label
	}
	if v.Value == "disputed" {
		return v.Label + " ≠"
	}
	return v.Label
}

// widely is the note of an actor that is chosen with what belongs to it.
func widely(person bool) string {
	if person {
		return "with the groups led or belonged to"
	}
	return "with its members and predecessors"
}

// pickActors offers the actors with how many events each has under the other
// filters. Typing narrows by any spelling, and the row names the one that matched.
// Without anything typed they stand under headings of their kind, and those that
// were chosen when the picker opened come first.
func pickActors(c *view.Context) {
	chosen := map[int]bool{}
	for _, a := range c.Actors("") {
		chosen[a.Actor] = a.State != session.Off
	}
	c.Pick(view.Picker{
		Title: "Filter by actor", Hint: "enter choose · tab add · ^G with groups · ^E not · ^A any/all", Several: true,
		Rows: func(c *view.Context, typed string) []view.Row {
			list := c.Actors(typed)
			group := func(a session.ActorChoice) string {
				switch {
				case strings.TrimSpace(typed) == "":
					return actorGroup(c.Data, a, chosen)
				case a.Similar:
					return "No spelling begins so. Similar:"
				}
				return ""
			}
			if strings.TrimSpace(typed) == "" {
				sorting.Records(list, func(a, b *session.ActorChoice) int {
					return cmp.Compare(slices.Index(actorGroups, group(*a)), slices.Index(actorGroups, group(*b)))
				})
			}
			var rows []view.Row
			last := ""
			for _, a := range list {
				if g := group(a); g != last {
					rows = append(rows, view.Row{Heading: true, Label: g})
					last = g
				}
				rows = append(rows, actorRow(c, a))
			}
			return rows
		},
	})
}

// actorGroups are the headings over the actors.
var actorGroups = []string{"Chosen", "Persons", "Groups and brigades", "States, organisations, peoples"}

func actorGroup(d *events.Dataset, a session.ActorChoice, chosen map[int]bool) string {
	if chosen[a.Actor] {
		return actorGroups[0]
	}
	switch d.Actors[a.Actor].Kind.String() {
	case "person":
		return actorGroups[1]
	case "group", "brigade", "committee":
		return actorGroups[2]
	}
	return actorGroups[3]
}

func actorRow(c *view.Context, a session.ActorChoice) view.Row {
	id := c.Data.Actors[a.Actor].ID
	r := valueRow("actor", a.Value)
	r.Label, r.Count, r.Mark, r.Spans = c.Data.Actors[a.Actor].Name, english.Thousands(a.Count), marks(a.State), a.Spans
	var notes []string
	if a.Spelling != r.Label {
		notes, r.InNote = append(notes, a.Spelling), true
	}
	if a.Wide() {
		notes = append(notes, widely(c.Data.Actors[a.Actor].Kind.String() == "person"))
	}
	r.Note = strings.Join(notes, " · ")
	if c.CanWiden("actor", id) {
		r.Widen = view.Quiet(func(c *view.Context) { c.Widen("actor", id, !a.Wide()); c.SayShown() })
	}
	return r
}

// pickHelp lists the actions in force where the keyboard is, under the headings of
// their groups, and then the signs of the list, or the rules of a quiz.
func (m *Model) pickHelp(c *view.Context) {
	c.Pick(view.Picker{Title: "Keys", Hint: narrowing, Rows: func(c *view.Context, typed string) []view.Row {
		var rows []view.Row
		group := ""
		head := func(label string) {
			if label != group {
				group = label
				rows = append(rows, view.Row{Heading: true, Label: label})
			}
		}
		for _, a := range matching(m.here(), typed) {
			head(a.Group)
			r := m.actionRow(a)
			r.Label = fmt.Sprintf("%-12s %s", a.Keys.Help().Key, a.Title)
			rows = append(rows, r)
		}
		if p, ok := c.View.(view.Picture); ok {
			for _, s := range p.Legend(c) {
				if session.Matches(typed, s[0]+" "+s[1]) {
					head("Signs of this picture")
					rows = append(rows, signRow(s))
				}
			}
			return rows
		}
		if r, ok := c.View.(view.Ruler); ok {
			for _, s := range r.Rules() {
				if session.Matches(typed, s[0]+" "+s[1]) {
					head("Rules")
					rows = append(rows, signRow(s))
				}
			}
			return rows
		}
		signs := slices.Clone(legend)
		for _, sign := range events.Signs {
			if names := c.Data.TypesWith(sign); len(names) > 0 {
				signs = append(signs, [2]string{sign, strings.ReplaceAll(strings.Join(names, ", "), "-", " ")})
			}
		}
		for _, s := range signs {
			if session.Matches(typed, s[0]+" "+s[1]) {
				head("Signs in the list")
				rows = append(rows, signRow(s))
			}
		}
		return rows
	}})
}

// legend is the signs of the list and of the ribbon.
var legend = [][2]string{
	{"≠", "the sources disagree, or one with itself"},
	{"2–5", "lasted from the 2nd to the 5th; “to 2012”: lasted until then"},
	{"2..5", "some time from the 2nd to the 5th; “by 2012”: then or before"},
	{"month  year", "it is known no nearer than the heading says"},
	{"~  ?  ≤  ≥", "about; uncertain; on or before; on or after"},
	{"┆ ▸ ▾", "less exact dates, background: enter opens them, v shows all"},
	{"1 2 3", "at a row's end: how many sources tell of it"},
	{"♦", "bookmarked"},
	{"█ ▒ ░ ·", "on the ribbon: certain, in doubt, shares of others, possible"},
	{"▲ △ ├┄┤ ━", "the selected: certain, in doubt, some time within, lasting"},
}

// signRow explains a sign.
func signRow(s [2]string) view.Row {
	return view.Row{Label: fmt.Sprintf("%-12s %s", s[0], s[1]), Choose: view.Quiet(func(*view.Context) {})}
}

// pickPalette offers all actions in force by their names.
func (m *Model) pickPalette(c *view.Context) {
	c.Pick(view.Picker{Title: "Run an action", Hint: narrowing, Rows: func(c *view.Context, typed string) []view.Row {
		var rows []view.Row
		for _, a := range matching(m.offered(), typed) {
			r := m.actionRow(a)
			if r.Label, r.Count = a.Title, a.Keys.Help().Key; r.Note == "" {
				r.Note = a.ID
			}
			rows = append(rows, r)
		}
		return rows
	}})
}

// matching are the actions that what is typed may mean.
func matching(actions []view.Action, typed string) []view.Action {
	return slices.DeleteFunc(actions, func(a view.Action) bool {
		return !session.Matches(typed, a.Title+" "+a.ID+" "+a.Group+" "+a.Keys.Help().Key)
	})
}

func (m *Model) actionRow(a view.Action) view.Row {
	r := view.Row{Choose: func(*view.Context) tea.Cmd { return m.do(a) }}
	if a.Why != nil {
		r.Off = a.Why(m.c)
		r.Note = r.Off
	}
	return r
}

// pickBookmarks offers the bookmarked events.
func pickBookmarks(c *view.Context) {
	c.Pick(view.Picker{Title: "Bookmarks", Hint: "enter go there · ^E remove · esc close", Rows: func(c *view.Context, typed string) []view.Row {
		var rows []view.Row
		for _, id := range c.Marks {
			r := view.Row{Label: id, Off: "no such event in this dataset", Note: "no such event in this dataset"}
			i, ok := c.Data.Find(id)
			if ok {
				r = view.Row{Label: c.Data.Date(i).English(edtf.Short) + "  " + c.Data.Titles.At(int(i)), Note: id}
			}
			if !session.Matches(typed, r.Label+" "+id) {
				continue
			}
			r.Choose = view.Quiet(func(c *view.Context) { c.Show(i) })
			r.Exclude = func(c *view.Context) tea.Cmd { return bookmarkSaved(c.Mark(id, false)) }
			rows = append(rows, r)
		}
		if len(c.Marks) == 0 {
			rows = append(rows, view.Row{Heading: true, Label: "No bookmarks yet: m sets one on the selected event."})
		}
		return rows
	}})
}

// pickAlong leads from the selected event to others: by its links, or by a filter
// on an actor, place, source or type of it.
func pickAlong(c *view.Context) {
	i, _ := c.Selected()
	ways := c.Ways(i)
	c.Pick(view.Picker{Title: "Go along", Hint: "enter choose · esc close", Rows: func(c *view.Context, typed string) []view.Row {
		var rows []view.Row
		last := ""
		for _, w := range ways {
			head, matches := "All events with the same", session.MatchesName
			r := view.Row{Label: w.Label, Note: w.Key, Count: english.Thousands(w.Count), Choose: view.Quiet(func(c *view.Context) {
				c.Home()
				c.FilterSaid(session.Only(w.Key, w.Value))
			})}
			if w.Key == "" {
				head, matches = "Related events", session.Matches
				tie := document.Link(c.Data, w.Tie)
				r = view.Row{Label: tie.Name, Note: tie.Words, Count: tie.Date.English(edtf.Long), Choose: view.Quiet(func(c *view.Context) { c.Show(tie.To) })}
			}
			if !matches(typed, r.Label+" "+r.Note) {
				continue
			}
			if head != last {
				rows = append(rows, view.Row{Heading: true, Label: head})
				last = head
			}
			rows = append(rows, r)
		}
		return rows
	}})
}

// pickCopy offers what can be copied of the selected event, also by letter, and the
// picture that is shown.
func pickCopy(c *view.Context) {
	type choice struct {
		letter, what string
		do           func(*view.Context) tea.Cmd
	}
	var choices []choice
	if i, ok := c.Selected(); ok {
		for _, item := range session.Items {
			choices = append(choices, choice{item.Letter, item.What, func(c *view.Context) tea.Cmd { return copyItem(c, item, i) }})
		}
	}
	if p, ok := c.View.(view.Picture); ok {
		text := p.Plain(c) // before the picker takes half its room
		choices = append(choices, choice{"p", "this picture as text", func(c *view.Context) tea.Cmd {
			return c.CopyOut(session.Copied{What: "picture", Text: text})
		}})
	}
	c.Pick(view.Picker{
		Title: "Copy", Hint: "a letter or enter copies · esc close",
		Rows: func(c *view.Context, typed string) []view.Row {
			var rows []view.Row
			for _, item := range choices {
				if session.Matches(typed, item.what) {
					rows = append(rows, view.Row{Label: item.letter + "   " + item.what, Choose: item.do})
				}
			}
			return rows
		},
		Letter: func(c *view.Context, letter string) (tea.Cmd, bool) {
			k := slices.IndexFunc(choices, func(item choice) bool { return item.letter == letter })
			if k < 0 {
				return nil, false
			}
			return choices[k].do(c), true
		},
	})
}

// copyItem copies an item of an event.
func copyItem(c *view.Context, item session.Item, i events.Index) tea.Cmd {
	copied, err := c.Copy(item, i)
	if err != nil {
		c.Warn("Not copied: %v.", err)
		return nil
	}
	return c.CopyOut(copied)
}
