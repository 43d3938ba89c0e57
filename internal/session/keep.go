package session

import (
	"errors"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/printable"
)

// Marked tells whether an event is bookmarked.
func (s *Session) Marked(id string) bool { return slices.Contains(s.Marks, id) }

// Mark sets a bookmark or removes it, and returns what saves that, which any
// goroutine may run.
func (s *Session) Mark(id string, on bool) (save func() error) {
	s.mark(id, on)
	keep := s.SaveBookmark
	if keep == nil {
		keep = func(string, bool) error { return nil }
	}
	return func() error { return keep(id, on) }
}

// NotSaved says that a bookmark was not.
const NotSaved = "That holds until you quit, but could not be saved"

func (s *Session) mark(id string, on bool) {
	s.Marks = slices.DeleteFunc(slices.Clone(s.Marks), func(m string) bool { return m == id })
	if on {
		s.Marks = append(s.Marks, id)
	}
}

// Claim is the first claim of the source that is read, or of the event's first
// source; ok is false for an event without any.
func (s *Session) Claim(e *events.Event) (c events.Claim, ok bool) {
	if len(e.Claims) == 0 {
		return events.Claim{}, false
	}
	sources := e.Sources()
	return e.ClaimsOf(sources[min(max(s.Source, 0), len(sources)-1)])[0], true
}

// Copied is a text to be pasted elsewhere.
type Copied struct{ What, Text string }

// Item is one thing of an event that can be copied.
type Item struct {
	Letter string   // stands for it on the screen
	What   string   // what it is
	Names  []string // what is typed for it in the conversation
	style  string   // of the citation, if it is one
	text   func(*events.Event) string
}

// Items are what can be copied of an event.
var Items = []Item{
	{Letter: "c", What: "citation (Chicago note)", Names: []string{"citation", "citation chicago", "chicago"}, style: "chicago"},
	{Letter: "q", What: "quotation with its source", Names: []string{"quotation", "quote"}, style: "chicago"},
	{Letter: "i", What: "event id", Names: []string{"id"}, text: func(e *events.Event) string { return printable.Line(e.ID) }},
	{Letter: "t", What: "title and date", Names: []string{"title", "title and date"}, text: func(e *events.Event) string {
		return printable.Line(e.Title) + ", " + e.Date.English(edtf.Long)
	}},
	{Letter: "s", What: "summary", Names: []string{"summary"}, text: func(e *events.Event) string { return printable.Block(e.Summary) }},
	{Letter: "b", What: "BibTeX", Names: []string{"bibtex"}, style: "bibtex"},
	{Letter: "r", What: "RIS", Names: []string{"ris"}, style: "ris"},
	{Letter: "a", What: "citation (APA)", Names: []string{"citation apa", "apa"}, style: "apa"},
	{Letter: "m", What: "citation (MLA)", Names: []string{"citation mla", "mla"}, style: "mla"},
	{Letter: "l", What: "bibliography entry (Chicago)", Names: []string{"bibliography", "bibliography entry"}, style: "chicago-bib"},
	{Letter: "j", What: "CSL-JSON", Names: []string{"csl-json", "csl", "json"}, style: "csl-json"},
	{Letter: "f", What: "Markdown footnote", Names: []string{"markdown", "footnote"}, style: "markdown"},
}

// Copy makes an item of an event, printable, and keeps it as Copied. Citations are
// of the claim at hand. The error says what is missing.
func (s *Session) Copy(item Item, i events.Index) (Copied, error) {
	text, err := s.textOf(item, s.Data.Event(i))
	if err == nil && strings.TrimSpace(text) == "" {
		err = errors.New("this event has none")
	}
	if err != nil {
		return Copied{}, err
	}
	s.Copied = Copied{item.What, text}
	return s.Copied, nil
}

func (s *Session) textOf(item Item, e *events.Event) (string, error) {
	if item.text != nil {
		return item.text(e), nil
	}
	c, ok := s.Claim(e)
	switch {
	case !ok:
		return "", errors.New("no source is recorded of this event")
	case item.Letter == "q" && c.Quote == "":
		return "", errors.New("this source is not quoted here")
	case s.Cite == nil:
		return "", errors.New("citations are not available")
	case s.Data.Source(c.Source) == nil:
		return "", errors.New("the dataset does not describe the source")
	}
	citation, err := s.Cite(c.Source, []events.Locator{c.At}, item.style)
	if item.Letter == "q" {
		citation = "“" + printable.Line(c.Quote) + "” " + citation
	}
	return citation, err
}
