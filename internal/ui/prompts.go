package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
	"timeline/internal/query"
	"timeline/internal/session"
	"timeline/internal/ui/view"
)

// askSearch looks for what is typed, letter by letter. The scan runs beside the
// screen: the next key never waits for it.
func askSearch(c *view.Context) {
	c.BeginSearch()
	c.Ask(view.Prompt{
		Label: "/ ",
		Changed: func(c *view.Context, typed string) tea.Cmd {
			look := c.Search(typed)
			if look == nil {
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

// askGoto asks for a date, an id or a step, and names where it leads.
func askGoto(c *view.Context) {
	c.Ask(view.Prompt{
		Label: "go to: ",
		Hint: func(c *view.Context, typed string) (string, bool) {
			if strings.TrimSpace(typed) == "" {
				return "2012 · apr 2012 · 2 April 2012 · spring 2012 · +2w · an event id", false
			}
			d, err := c.Destination(typed)
			if err != nil {
				return err.Error(), true
			}
			return arrival(d) + ": " + c.Data.Titles.At(int(d.Event)), false
		},
		Done: func(c *view.Context, typed string) (tea.Cmd, bool) {
			d, err := c.Destination(typed)
			if err != nil {
				return nil, false // the hint says why
			}
			if c.Show(d.Event); c.Notice.Text == "" {
				c.Say("%s: %s", english.Capital(arrival(d)), c.Data.Date(d.Event).English(0))
			}
			return nil, true
		},
	})
}

// arrival says where a destination lies: "nearest event, 12 days later".
func arrival(d session.Destination) string {
	switch {
	case d.Named:
		return "that event"
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
