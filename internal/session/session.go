// Package session is where a reader is and what they can do there: the event that
// they are at, the filters, the way back, the search, the bookmarks, what can be
// copied. It has no screen and no voice: the browser (package ui) and the
// conversation (package converse) are two faces of it, and what it decides, such
// as which event a date leads to, is the same in both.
//
// A Session is used by one goroutine. What may take long is returned as a function
// that another one may run: see Search and Config.Articles.
package session

import (
	"slices"

	"timeline/internal/articles"
	"timeline/internal/events"
	"timeline/internal/query"
)

// Config is all that a session needs from outside. Only Data is required.
type Config struct {
	Data  *events.Dataset
	Query query.Query // the filters to open with

	// Memory is where the reader was; the zero value starts at the beginning.
	Memory Memory
	// Bookmarks are event ids in the order in which they were set.
	Bookmarks []string
	// SaveBookmark keeps a bookmark, or removes it.
	SaveBookmark func(id string, on bool) error
	// Articles reads the sources' texts that are at hand.
	Articles func() (Articles, error)
	// Cite writes a citation of a claim's source in the named style.
	Cite func(source string, at []events.Locator, style string) (string, error)
	// Files are the dataset's, to be edited and read again.
	Files *Files
}

// Articles are the sources' texts that are at hand, by source id.
type Articles = map[string]*articles.Article

// KeepArticles says how to have the sources' texts at hand.
const KeepArticles = "start with --articles DIR, or keep a copy with: timeline articles add FILE"

// Memory is where a reader was, so that the next start can go there.
type Memory struct {
	Event   string // event id
	Query   string // as typed
	Zoom    string // name of a Unit
	Reading bool   // the event was open for reading
}

// Session is a reader's place. Its fields are for reading, but for those that say
// otherwise; the methods change them.
type Session struct {
	Config
	Query query.Query    // the filters, in the order in which they were set
	Shown []events.Index // the events that pass them, in order
	Pos   int            // the place of the reader's event in Shown; 0 if that is empty
	Zoom  Unit           // what Step goes by; may be set
	Found Found          // the search
	Marks []string       // ids of bookmarked events, in the order in which they were set
	All   bool           // several filters of one kind: all of them, instead of any
	Texts Articles       // nil until they have been read; may be set
	// Source is which of the event's sources the reader reads, from 0; -1 for none.
	// It may be set. Going to another event sets it to -1.
	Source int
	// Copied is what Copy made last.
	Copied Copied
	// Filters counts how often the filters changed, for those who keep what follows
	// from them.
	Filters int
	// Faults are those of the dataset's folder when it was read again: what is open is
	// the dataset as it was before. None once it was read without any.
	Faults events.Problems

	back   []place // to go back to, latest last
	search search
	looked Looked
	looks  *looks

	counted map[string]tallies // by the key of the records
}

// place is where Back returns to.
type place struct {
	event events.Index
	query query.Query
	zoom  Unit
}

// New returns a session at its beginning, or where Memory says. A query that is
// asked for goes before the one remembered; one that the dataset no longer
// understands is forgotten.
func New(cfg Config) *Session {
	s := &Session{Config: cfg, Source: -1, Zoom: ParseUnit(cfg.Memory.Zoom), looks: &looks{}, counted: map[string]tallies{}}
	for _, id := range cfg.Bookmarks {
		s.mark(id, true)
	}
	q := cfg.Query
	if q.Empty() && cfg.Memory.Query != "" {
		if was, err := query.Parse(cfg.Data, cfg.Memory.Query); err == nil {
			q = was
		}
	}
	s.apply(q)
	if i, ok := s.Data.Find(cfg.Memory.Event); ok {
		s.Select(i)
	}
	return s
}

// Remembered is where the reader is now. Whether something is open for reading
// only the caller knows.
func (s *Session) Remembered() Memory {
	m := Memory{Query: s.Query.String(), Zoom: s.Zoom.String()}
	if i, ok := s.Current(); ok {
		m.Event = s.Data.IDs.At(int(i))
	}
	return m
}

// Current is the event that the reader is at; ok is false when none is shown.
func (s *Session) Current() (i events.Index, ok bool) {
	if len(s.Shown) == 0 {
		return 0, false
	}
	return s.Shown[s.Pos], true
}

// Shows tells whether the filters let an event pass.
func (s *Session) Shows(i events.Index) bool {
	_, ok := slices.BinarySearch(s.Shown, i)
	return ok
}
