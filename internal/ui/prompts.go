package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/query"
	"timeline/internal/session"
	"timeline/internal/ui/view"
)

// fewEvents is up to how many events of a dataset are searched before the next frame:
// that takes a millisecond, and a letter then needs one frame. More are searched
// beside the screen, so that the next key never waits for it.
const fewEvents = 2000

// askSearch looks for what is typed, letter by letter.
func askSearch(c *view.Context) {
	c.BeginSearch()
	c.Ask(view.Prompt{
		Label: "/ ",
		Changed: func(c *view.Context, typed string) tea.Cmd {
			look := c.Search(typed)
			if look == nil {
				return nil
			}
			if c.Data.Len() <= fewEvents {
				if found, ok := look(); ok {
					c.Answer(found)
				}
				return nil
			}
			return func() tea.Msg {
				found, ok := look()
				if !ok {
					return nil // a later search took its place
				}
				return view.Then(func(c *view.Context) tea.Cmd { c.Answer(found); return nil })
			}
		},
		Hint: func(c *view.Context, typed string) (string, bool) {
			switch {
			case strings.TrimSpace(typed) == "":
				return "words in titles, summaries, quotations, names and places", false
			case len(c.Found.Words) == 0:
				return "there is no word in it to look for", true
			case c.Found.Busy:
				return "", false
			case len(c.Found.At) == 0:
				return "no match among the events shown", true
			}
			if i, ok := c.Likeliest(); ok && len(c.Found.At) > 1 {
				return c.Match() + " · enter: " + c.Data.Titles.At(int(i)), false
			}
			return c.Match(), false
		},
		Done: func(c *view.Context, typed string) (tea.Cmd, bool) {
			if len(c.Found.Words) == 0 {
				c.Forget()
			}
			c.EndSearch(true)
			return nil, true
		},
		Cancel: func(c *view.Context) { c.EndSearch(false) },
	})
}

// askGoto asks for a date, an id, words or a step, and names where it leads.
func askGoto(c *view.Context) {
	c.Ask(view.Prompt{
		Label: "go to: ",
		Changed: func(c *view.Context, typed string) tea.Cmd {
			return lookUp(c, typed, func(*view.Context) {})
		},
		Hint: func(c *view.Context, typed string) (string, bool) {
			if strings.TrimSpace(typed) == "" {
				return "2012 · apr 2012 · 2 April 2012 · spring 2012 · +2w · words of a title · an event id", false
			}
			if c.LookUp(typed) != nil {
				return "", false // it is being looked up
			}
			d, err := c.Destination(typed)
			if err != nil {
				return err.Error(), true
			}
			title := c.Data.Titles.At(int(d.Event))
			switch {
			case d.Guess != nil:
				return "“" + title + "” · " + c.GuessWords(d), false
			case !d.Date.IsZero():
				return arrival(d) + ": " + title + " · tab lists what is certainly of " + d.Date.English(edtf.Long), false
			}
			return arrival(d) + ": " + title, false
		},
		Done: func(c *view.Context, typed string) (tea.Cmd, bool) {
			later := lookUp(c, typed, func(c *view.Context) {
				if d, err := c.Destination(typed); err != nil {
					c.Warn("%s.", english.Capital(err.Error()))
				} else {
					arrive(c, d)
				}
			})
			if later != nil { // enter was faster
				return later, true
			}
			d, err := c.Destination(typed)
			if err != nil {
				return nil, false // the hint says why
			}
			arrive(c, d)
			return nil, true
		},
		Tab: func(c *view.Context, typed string) bool {
			if !session.IsTime(strings.TrimSpace(typed)) {
				return false
			}
			d, err := c.Destination(typed)
			if err != nil || d.Date.IsZero() {
				return false
			}
			c.FilterSaid(session.Only("certainly-date", d.Date.String()))
			return true
		},
	})
}

// lookUp looks typed words up, among many events beside the screen, and then does
// something; it is nil where there is nothing to look up, and where that is done.
func lookUp(c *view.Context, typed string, then func(*view.Context)) tea.Cmd {
	look := c.LookUp(typed)
	if look == nil {
		return nil
	}
	if c.Data.Len() <= fewEvents {
		c.Looked(look())
		return nil
	}
	return func() tea.Msg {
		found := look()
		return view.Then(func(c *view.Context) tea.Cmd {
			c.Looked(found)
			if c.LookUp(typed) == nil { // else another was asked since
				then(c)
			}
			return nil
		})
	}
}

// warnNowhere says that a search finds nothing, and then what is merely similar.
func warnNowhere(c *view.Context) tea.Cmd {
	warn := func(c *view.Context) {
		nowhere, hidden := c.Nowhere()
		c.Warn("%s", strings.TrimSpace(nowhere+" "+hidden))
	}
	warn(c)
	said := c.Notice
	cmd := lookUp(c, c.Found.Typed, func(c *view.Context) {
		if c.Notice == said {
			warn(c)
		}
	})
	if cmd == nil { // it is known by now
		warn(c)
	}
	return cmd
}

// arrive goes to a destination. Where that was a month, a year or another stretch of
// days, enter once more lists these alone.
func arrive(c *view.Context, d session.Destination) {
	c.Show(d.Event)
	switch f, folds := c.View.(view.Folder); {
	case c.Notice.Text != "": // the filters hid it
		return
	case d.Guess != nil:
		c.Say("%s", english.Capital(c.GuessWords(d))+".")
		return
	case d.Named:
		return // it is what was asked for
	case folds && d.First != d.Last:
		f.Land(c)
	}
	if d.Date.IsZero() || d.First == d.Last {
		c.Say("%s: %s", english.Capital(arrival(d)), c.Data.Date(d.Event).English(edtf.Long))
		return
	}
	i, _ := c.Current()
	c.Say("%s: %s. Enter again lists only what may be of %s.", english.Capital(arrival(d)), c.Data.Date(i).English(edtf.Long), d.Date.English(edtf.Long))
	c.Again = func(c *view.Context) { c.FilterSaid(session.Only("date", d.Date.String())) }
}

// arrival says where a destination lies: "nearest event, 12 days later".
func arrival(d session.Destination) string {
	switch {
	case d.Named:
		return "the event of that name"
	case d.Begins:
		return "here"
	case d.Days == 0:
		return "within the interval of this event"
	}
	return "nearest event, " + d.Far()
}

// askQuery edits the filters as a query.
func askQuery(c *view.Context) {
	c.Ask(view.Prompt{
		Label: "filter: ", Text: c.Query.String(), Whole: true,
		Hint: func(c *view.Context, typed string) (string, bool) {
			q, err := query.Parse(c.Data, typed)
			if err != nil {
				return err.Error(), true
			}
			return english.Count(query.Select(c.Data, q).Len(), "event", "events"), false
		},
		Done: func(c *view.Context, typed string) (tea.Cmd, bool) {
			q, err := query.Parse(c.Data, typed)
			if err != nil {
				return nil, false
			}
			c.FilterSaid(q)
			return nil, true
		},
	})
}
