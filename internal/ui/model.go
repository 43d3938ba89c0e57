package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/query"
)

// Config is all that the browser needs from outside. The zero values of the
// optional fields switch off what they serve.
type Config struct {
	Data  *events.Dataset
	Query query.Query // the filters to open with

	// Memory is where the reader was; the zero value starts at the beginning.
	Memory Memory
	// Bookmarks are event ids in the order in which they were set.
	Bookmarks []string
	// SaveBookmark keeps a bookmark, or removes it. Optional.
	SaveBookmark func(id string, on bool) error
	// Remember keeps where the reader is, when the browser ends. Optional.
	Remember func(Memory) error
	// Notice is a message for the first screen. Optional.
	Notice string
	// Copy puts text on the local clipboard. Optional: OSC 52 is always tried.
	Copy func(string) error
	// Articles reads the sources' texts that are at hand. Optional.
	Articles func() (Articles, error)
	// Cite writes a citation of a claim's source in the named style. Optional.
	Cite func(source string, at []events.Locator, style string) (string, error)

	Now     func() time.Time     // clock; required for nothing that is drawn
	Dark    *bool                // forces the theme; nil asks the terminal
	Profile colorprofile.Profile // what colours the terminal has, if that is known already
	NoMouse bool
	Version string
	Width   int // first size in cells, when it is known before the terminal says it
	Height  int
}

// Memory is where a reader was, so that the next start can go there.
type Memory struct {
	Event   string
	Query   string
	Zoom    string
	Reading bool
}

// Model is the browser: the one tea.Model of the program. It is a value; Update
// returns a changed copy and View only reads.
type Model struct {
	cfg   Config
	data  *events.Dataset
	th    theme
	lay   layout
	table []action

	period   span // the days that the ribbon spans when it shows everything
	query    query.Query
	shown    []events.Index // events that pass the filters, in order
	density  *events.Density
	pos      int // the selected event's place in shown
	row      int // the line of the list on which it stands
	zoom     zoom
	winFirst edtf.Day

	focus     focus
	detailTop int // first line of the detail that is shown
	reader    reader
	view      view
	prompt    prompt
	picker    picker
	found     found
	records   records
	articles  Articles // nil until they are first asked for

	marked map[string]bool // bookmarked event ids; replaced, never changed
	marks  []string        // the same in order
	back   []whereabouts   // places to go back to, latest last
	notice notice
	mouse  bool

	lastCopy copied // what y copied last
}

// focus is the pane that has the keyboard.
type focus uint8

const (
	focusList focus = iota
	focusSide
)

// whereabouts is a place that ^O returns to.
type whereabouts struct {
	event events.Index
	query query.Query
	zoom  zoom
}

// notice is the one-line answer to the last action.
type notice struct {
	text string
	warn bool
}

// New returns the browser at its first screen.
func New(cfg Config) Model {
	dark := cfg.Dark == nil || *cfg.Dark
	m := Model{cfg: cfg, data: cfg.Data, th: newTheme(dark, cfg.Profile), table: newTable(), mouse: !cfg.NoMouse, marked: map[string]bool{}}
	m.lay = arrange(cfg.Width, cfg.Height)
	m.period = periodOf(cfg.Data)
	for _, id := range cfg.Bookmarks {
		m = m.withBookmark(id, true)
	}
	m.zoom = parseZoom(cfg.Memory.Zoom)
	m = m.filtered(m.openingQuery())
	if i, ok := m.data.Find(cfg.Memory.Event); ok {
		m = m.selectNear(i)
	}
	m.row = m.mainHeight() / 3
	m = m.settled()
	if cfg.Notice != "" {
		m = m.warns("%s", cfg.Notice)
	}
	if cfg.Memory.Reading {
		m = m.openReader()
	}
	return m
}

// openingQuery is the query asked for, or else the one remembered if the
// dataset still understands it.
func (m Model) openingQuery() query.Query {
	if !m.cfg.Query.Empty() || m.cfg.Memory.Query == "" {
		return m.cfg.Query
	}
	q, err := query.Parse(m.data, m.cfg.Memory.Query)
	if err != nil {
		return query.Query{}
	}
	return q
}

// periodOf is the dataset's period, widened to hold all its events; open ends do
// not widen it.
func periodOf(d *events.Dataset) span {
	s := span{edtf.DistantFuture, edtf.DistantPast}
	if !d.Meta.Period.IsZero() {
		s = span{d.Meta.Period.Earliest(), d.Meta.Period.Latest()}
		return s
	}
	for i := range d.First {
		if d.First[i] != edtf.DistantPast {
			s.first = min(s.first, d.First[i])
		}
		if d.Last[i] != edtf.DistantFuture {
			s.last = max(s.last, d.Last[i])
		}
	}
	if s.first > s.last {
		return span{edtf.NewDay(2000, 1, 1), edtf.NewDay(2000, 12, 31)}
	}
	return s
}

// Memory is where the reader is now.
func (m Model) Memory() Memory {
	mem := Memory{Query: m.query.String(), Zoom: m.zoom.String(), Reading: m.reader.open}
	if i, ok := m.selected(); ok {
		mem.Event = m.data.IDs.At(int(i))
	}
	return mem
}

// Remember keeps where the reader is for the next start.
func (m Model) Remember() error {
	if m.cfg.Remember == nil {
		return nil
	}
	return m.cfg.Remember(m.Memory())
}

// Init asks the terminal for its background. Nothing waits for the answer.
func (m Model) Init() tea.Cmd {
	if m.cfg.Dark != nil {
		return nil
	}
	return tea.RequestBackgroundColor
}

// selected is the event under the cursor; ok is false when none is shown.
func (m Model) selected() (i events.Index, ok bool) {
	if len(m.shown) == 0 {
		return 0, false
	}
	return m.shown[m.pos], true
}

// mainHeight is the number of rows of the main area.
func (m Model) mainHeight() int { return m.lay.list.Dy() }
