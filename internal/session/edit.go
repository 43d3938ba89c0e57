package session

import (
	"errors"
	"os/exec"
	"slices"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// Files is the folder of a dataset, whose records can be edited. Its functions say in
// their errors why something cannot be done, and what to do instead.
type Files struct {
	// None is why there is no folder; the functions are then not there.
	None error
	// Locate is the file of a record, and the line, from one, at which to begin. kind
	// is events, actors, places or sources.
	Locate func(kind, id string) (file string, line int, err error)
	// Path is where a file of the dataset, as Problem.File names it, is found.
	Path func(name string) string
	// Editor is the command that opens a file at a line, with its terminal.
	Editor func(file string, line int) (*exec.Cmd, error)
	// Read reads the dataset again. The error is events.Problems where it has faults.
	// Any goroutine may run it.
	Read func() (Edition, error)
}

// Edition is a dataset as it stands when it was read, with what depends on it.
type Edition struct {
	Data     *events.Dataset
	Cite     func(source string, at []events.Locator, style string) (string, error)
	Articles func() (Articles, error)
	Notice   string // what is to be said of it. Optional
}

// errNoFiles is why nothing can be edited where nothing is known of files.
var errNoFiles = errors.New("this timeline has no files to edit or to read again")

// Sealed is why the dataset cannot be edited, nil if it can.
func (s *Session) Sealed() error {
	if s.Files == nil {
		return errNoFiles
	}
	return s.Files.None
}

// Edit is the command that opens the file of a record at its line, or, while the
// folder has faults, that of the first one.
func (s *Session) Edit(kind, id string) (*exec.Cmd, error) {
	if err := s.Sealed(); err != nil {
		return nil, err
	}
	if len(s.Faults) > 0 {
		return s.Files.Editor(s.Files.Path(s.Faults[0].File), s.Faults[0].Line)
	}
	file, line, err := s.Files.Locate(kind, id)
	if err != nil {
		return nil, err
	}
	return s.Files.Editor(file, line)
}

// Reread returns what reads the dataset again, which any goroutine may run. Its result
// belongs into Reopen, or into Refuse.
func (s *Session) Reread() (read func() (Edition, error), err error) {
	if err := s.Sealed(); err != nil {
		return nil, err
	}
	return s.Files.Read, nil
}

// Refuse takes in why the dataset could not be read again: the one that is open stays,
// and Faults is what Edit leads to.
func (s *Session) Refuse(err error) {
	s.Faults = nil
	errors.As(err, &s.Faults)
}

// Reopen takes in a dataset that was read again: the reader stays at the event, also
// if that has another id by now and tells of the former one, under the same filters,
// with the same search and way back. It says what became of that.
func (s *Session) Reopen(e Edition) string {
	was, at := s.Data, s.IDHere()
	pos, source, query := s.Pos, s.Source, s.Query
	s.Data, s.Cite, s.Articles, s.Texts = e.Data, e.Cite, e.Articles, nil
	s.Faults, s.counted, s.looked, s.search.open = nil, map[string]tallies{}, Looked{}, false
	s.Shown, s.Pos = nil, 0
	s.findAgain()
	s.apply(s.understood(query))
	s.back = slices.DeleteFunc(s.back, func(p place) bool { _, ok := e.Data.Find(was.IDs.At(int(p.event))); return !ok })
	for n, p := range s.back {
		i, _ := e.Data.Find(was.IDs.At(int(p.event)))
		s.back[n] = place{i, s.understood(p.query), p.zoom}
	}
	said := "Read again: " + english.Count(e.Data.Len(), "event", "events") + "."
	switch i, ok := e.Data.Find(at); {
	case !ok:
		s.MoveTo(pos)
		if at != "" {
			said += " The one that you were at is gone."
		}
	case !s.Shows(i):
		s.Select(i)
		said += " The filters hide the one that you were at now; x takes the last one off."
	default:
		s.Select(i)
		s.Source = source
	}
	if !s.Query.Equal(query) {
		said += " What filtered by names that are gone is off."
	}
	if e.Notice != "" {
		said += " " + e.Notice
	}
	return said
}

// IDHere is the id of the reader's event, empty if there is none.
func (s *Session) IDHere() string {
	if i, ok := s.Current(); ok {
		return s.Data.IDs.At(int(i))
	}
	return ""
}

// understood is what the dataset understands of a query.
func (s *Session) understood(q query.Query) query.Query {
	var known query.Query
	for _, t := range q.Terms {
		one := query.Query{Terms: []query.Term{t}}
		if again, err := query.Parse(s.Data, one.String()); err == nil {
			known.Terms = append(known.Terms, again.Terms...)
		}
	}
	return known
}

// findAgain searches the dataset for what was searched for.
func (s *Session) findAgain() {
	s.search.asked++ // an answer that is under way is of the dataset before
	words := query.Literal(s.Found.Typed)
	if words.Empty() {
		s.Found = Found{}
		return
	}
	m := query.Compile(s.Data, words)
	s.Found = Found{Typed: s.Found.Typed, Words: words.WordsIn(s.Data), query: words, set: m.Set(), asked: s.search.asked}
}
