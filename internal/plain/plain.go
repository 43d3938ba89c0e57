package plain

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// Config is all that a conversation needs from outside. Data, In and Out are
// required.
type Config struct {
	Data  *events.Dataset
	Query query.Query // the filters to open with
	In    io.Reader   // one command a line
	Out   io.Writer   // each answer is one Write

	// Width is where lines are wrapped, in cells; 0 wraps nothing. A word that is
	// longer stays whole.
	Width int
	// Memory is where the reader was; the zero value starts at the beginning.
	Memory Memory
	// Bookmarks are event ids in the order in which they were set.
	Bookmarks []string
	// SaveBookmark keeps a bookmark, or removes it. Optional.
	SaveBookmark func(id string, on bool) error
	// Cite writes a citation of a claim's source in the named style. Optional.
	Cite func(source string, at []events.Locator, style string) (string, error)
	// Article returns the text of the source that a claim is taken from, and which
	// paragraph the claim rests on; passage is negative if that is not known. No
	// paragraphs and no error mean that the text is not at hand. Optional.
	Article func(c events.Claim) (paragraphs []string, passage int, err error)
}

// Memory is where a reader was, so that the next start can go there.
type Memory struct {
	Event string // event id
	Query string // as typed
}

// Run holds a conversation until the reader leaves or In ends. The error is that
// of In or Out; the memory is right even then.
func Run(cfg Config) (Memory, error) {
	t := newTalk(cfg)
	t.greet()
	in := bufio.NewReaderSize(cfg.In, maxLine)
	for {
		if err := t.answered(); err != nil {
			return t.memory(), err
		}
		line, long, err := readLine(in)
		if err != nil {
			_, werr := io.WriteString(cfg.Out, "\n")
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return t.memory(), errors.Join(err, werr)
		}
		if long {
			t.say("That line is too long: a command has at most %s characters.", english.Thousands(maxLine))
			continue
		}
		t.do(line)
		if t.done {
			_, err := io.WriteString(cfg.Out, t.out.String())
			return t.memory(), err
		}
	}
}

// maxLine is the most bytes that a line may have.
const maxLine = 4096

// readLine reads one line without its end. A line that is too long is read to its
// end and dropped. io.EOF is returned only when nothing came before it.
func readLine(in *bufio.Reader) (line string, long bool, err error) {
	b, err := in.ReadSlice('\n')
	for errors.Is(err, bufio.ErrBufferFull) {
		long = true
		_, err = in.ReadSlice('\n')
	}
	if errors.Is(err, io.EOF) && (len(b) > 0 || long) {
		err = nil
	}
	return strings.TrimSpace(string(b)), long, err
}

// talk is a conversation. Its methods change it and add to the answer.
type talk struct {
	cfg  Config
	data *events.Dataset

	query query.Query
	set   query.Set      // events that pass the filters
	shown []events.Index // the same, in order
	pos   int            // the current event's place in shown
	heard bool           // it has been spoken
	back  []whereabouts  // places to go back to, latest last

	source  int      // which source of the event was read last, from 0; -1 for none
	reading bool     // an article is being read
	found   found    // the search
	list    *list    // the list that a number chooses from; nil for none
	all     bool     // several filters of one kind: all of them, instead of any
	more    func()   // what "more" does; nil for nothing
	zoom    unit     // what "zoom" counts by and "step" steps by
	marks   []string // bookmarked ids, in order

	lastCopy copied // what copy read out last
	out      strings.Builder
	last     string // the last answer, for "again"
	done     bool
}

// whereabouts is a place that "back" returns to.
type whereabouts struct {
	event events.Index
	query query.Query
}

func newTalk(cfg Config) *talk {
	t := &talk{cfg: cfg, data: cfg.Data, zoom: unitYear, source: -1}
	for _, id := range cfg.Bookmarks {
		if !slices.Contains(t.marks, id) {
			t.marks = append(t.marks, id)
		}
	}
	t.filter(openingQuery(cfg))
	if i, ok := t.data.Find(cfg.Memory.Event); ok {
		t.selectNear(i)
	}
	return t
}

// openingQuery is the query asked for, or else the one remembered if the dataset
// still understands it.
func openingQuery(cfg Config) query.Query {
	if !cfg.Query.Empty() || cfg.Memory.Query == "" {
		return cfg.Query
	}
	q, err := query.Parse(cfg.Data, cfg.Memory.Query)
	if err != nil {
		return query.Query{}
	}
	return q
}

// greet says what is open and how to go on.
func (t *talk) greet() {
	t.say("This is “%s”, with %s; %s.", t.data.Meta.Title, english.Count(t.data.Len(), "event", "events"), t.data.Standing())
	t.say("The command help lists the commands; next begins.")
	if !t.query.Empty() {
		t.sayFilters()
	}
	if i, ok := t.current(); ok && t.data.IDs.At(int(i)) == t.cfg.Memory.Event {
		t.say("You are back where you were.")
		t.tell()
	}
}

// memory is where the reader is now.
func (t *talk) memory() Memory {
	m := Memory{Query: t.query.String()}
	if i, ok := t.current(); ok {
		m.Event = t.data.IDs.At(int(i))
	}
	return m
}

// answered writes the answer and the prompt in one piece.
func (t *talk) answered() error {
	answer := t.out.String()
	t.out.Reset()
	if answer != "" {
		t.last = answer
	}
	_, err := io.WriteString(t.cfg.Out, answer+"> ")
	return err
}

// current is the event that the reader is at; ok is false when none is shown.
func (t *talk) current() (i events.Index, ok bool) {
	if len(t.shown) == 0 {
		return 0, false
	}
	return t.shown[t.pos], true
}
