package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/printable"
)

// copyItem is one thing of an event that can be copied.
type copyItem struct {
	letter string
	what   string
	text   func(m Model, e *events.Event, c events.Claim) (string, error)
}

// copyItems are what y offers, by letter. What is copied is as clean as what is
// shown: it may be pasted into a shell.
var copyItems = []copyItem{
	{"c", "citation (Chicago note)", cited("chicago")},
	{"q", "quotation with its source", func(m Model, e *events.Event, c events.Claim) (string, error) {
		if c.Quote == "" {
			return "", fmt.Errorf("this source is not quoted here")
		}
		cite, err := cited("chicago")(m, e, c)
		return "“" + clean(c.Quote) + "” " + cite, err
	}},
	{"i", "event id", func(_ Model, e *events.Event, _ events.Claim) (string, error) { return clean(e.ID), nil }},
	{"t", "title and date", func(_ Model, e *events.Event, _ events.Claim) (string, error) {
		return clean(e.Title) + ", " + e.Date.English(edtf.Long), nil
	}},
	{"s", "summary", func(_ Model, e *events.Event, _ events.Claim) (string, error) { return printable.Block(e.Summary), nil }},
	{"b", "BibTeX", cited("bibtex")},
	{"r", "RIS", cited("ris")},
	{"a", "citation (APA)", cited("apa")},
	{"m", "citation (MLA)", cited("mla")},
	{"l", "bibliography entry (Chicago)", cited("chicago-bib")},
	{"j", "CSL-JSON", cited("csl-json")},
	{"f", "Markdown footnote", cited("markdown")},
}

func cited(style string) func(Model, *events.Event, events.Claim) (string, error) {
	return func(m Model, _ *events.Event, c events.Claim) (string, error) {
		if m.cfg.Cite == nil {
			return "", fmt.Errorf("citations are not available")
		}
		if m.data.Source(c.Source) == nil {
			return "", fmt.Errorf("the dataset does not describe the source")
		}
		return m.cfg.Cite(c.Source, []events.Locator{c.At}, style)
	}
}

// currentClaim is the claim whose source is open in the reader, or the first;
// the zero claim for an event without any.
func (m Model) currentClaim(e *events.Event) events.Claim {
	sources := e.Sources()
	if m.reader.open && m.reader.source < len(sources) {
		return e.ClaimsOf(sources[m.reader.source])[0]
	}
	if len(e.Claims) == 0 {
		return events.Claim{}
	}
	return e.Claims[0]
}

func (m Model) copyRows(typed string) []pickRow {
	var rows []pickRow
	for _, item := range copyItems {
		if matches(typed, item.what) {
			rows = append(rows, pickRow{label: item.letter + "   " + item.what, choose: func(m Model) (Model, tea.Cmd) { return m.copies(item) }})
		}
	}
	return rows
}

func (m Model) copyByLetter(letter string) (Model, tea.Cmd, bool) {
	for _, item := range copyItems {
		if item.letter == letter {
			m.picker = picker{}
			m, cmd := m.copies(item)
			return m, cmd, true
		}
	}
	return m, nil, false
}

// copied is what became of a text given to the local clipboard.
type copied struct {
	what, text string
	err        error // nil if a local clipboard took it
	local      bool
}

func (m Model) copies(item copyItem) (Model, tea.Cmd) {
	i, ok := m.selected()
	if !ok {
		return m, nil
	}
	e := m.data.Event(i)
	text, err := item.text(m, e, m.currentClaim(e))
	if err != nil {
		return m.warns("Not copied: %v.", err), nil
	}
	m.lastCopy = copied{what: item.what, text: text}
	local := m.cfg.Copy
	toLocal := func() tea.Msg {
		if local == nil {
			return copied{what: item.what, text: text}
		}
		return copied{item.what, text, local(text), true}
	}
	return m, tea.Batch(tea.SetClipboard(text), toLocal)
}

// withCopied says what was copied. The terminal never confirms OSC 52, so when
// no local clipboard took the text, the notice says how to see it.
func (m Model) withCopied(c copied) Model {
	first, _, _ := strings.Cut(clean(c.text), "\n")
	if c.local && c.err == nil {
		return m.says("Copied the %s: %s", c.what, first)
	}
	return m.says("Sent the %s to the terminal’s clipboard (Y shows it): %s", c.what, first)
}

// showCopied opens the text that was copied last, to be copied by hand.
func (m Model) showCopied() Model {
	m.reader = m.reader.withPlain("To copy by hand: "+m.lastCopy.what, m.lastCopy.text)
	return m.rerendered()
}

func whenCopied(m Model) string {
	if m.lastCopy.text == "" {
		return "nothing has been copied yet"
	}
	return ""
}
