// Package notes is the presenter's screen: the note of the stop at which a class is, the
// question and its answer, what the class sees and what comes next, and how long it all
// takes. It follows the class's screen and can move it (package present). It is a
// program of its own, in a terminal of its own.
package notes

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"timeline/internal/events"
	"timeline/internal/present"
	"timeline/internal/tours"
	"timeline/internal/ui/theme"
)

// Config is all that the screen needs from outside.
type Config struct {
	Data          *events.Dataset
	Dir           string // the folder of present.Dir
	Now           func() time.Time
	Dark          *bool // the background; nil asks the terminal
	Profile       colorprofile.Profile
	Width, Height int // of the terminal, in cells
}

// Model is the screen as a Bubble Tea program.
type Model struct {
	cfg   Config
	theme *theme.Theme
	tours []tours.Tour
	w, h  int

	now     time.Time
	choices []present.Session // running tours to choose from; none once one is chosen
	session *present.Session  // the tour that is followed; nil for none yet
	top     int               // rows that are scrolled away
	digits  string            // of the number of a stop that is being typed
	notice  string            // what went wrong with the last key
}

// New returns the screen.
func New(cfg Config) Model {
	m := Model{cfg: cfg, theme: theme.New(cfg.Dark == nil || *cfg.Dark, cfg.Profile), tours: tours.Usable(cfg.Data), w: cfg.Width, h: cfg.Height}
	return m.look()
}

// every is how often it is looked where the class is.
const every = 100 * time.Millisecond

// tick is the time for another look.
type tick struct{}

func wait() tea.Cmd { return tea.Tick(every, func(time.Time) tea.Msg { return tick{} }) }

// Init begins to follow.
func (m Model) Init() tea.Cmd {
	if m.cfg.Dark == nil {
		return tea.Batch(wait(), tea.RequestBackgroundColor)
	}
	return wait()
}

// Update takes in one message.
func (m Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
	case tea.ColorProfileMsg:
		m.theme = theme.New(m.theme.Dark, msg.Profile)
	case tea.BackgroundColorMsg:
		m.theme = theme.New(msg.IsDark(), m.theme.Profile)
	case tick:
		return m.look(), wait()
	case tea.KeyPressMsg:
		return m.key(msg.String())
	}
	return m, nil
}

// look looks where the class is. Where its screen has ended, and where none is followed
// yet, it looks for another: one that runs is followed, and several are asked about.
func (m Model) look() Model {
	m.now = m.cfg.Now()
	if m.session != nil {
		s := m.session.Again()
		if s.Stop != m.session.Stop {
			m.top = 0
		}
		if m.session = &s; s.Alive {
			return m
		}
	}
	m.choices = slices.DeleteFunc(present.Sessions(m.cfg.Dir), func(s present.Session) bool { return !s.Alive })
	if len(m.choices) == 1 {
		m.session, m.choices = &m.choices[0], nil
	}
	return m
}

// asked is what the class's screen is asked for by a key alone.
var asked = map[string]string{
	"space": present.Next, "right": present.Next, "pgdown": present.Next,
	"left": present.Back, "pgup": present.Back,
	"j": present.Forth, "k": present.Hide, "A": present.All,
	"b": present.Black, ".": present.Black, "c": present.Time,
}

// key does what a key means. Most keys ask the class's screen for something.
func (m Model) key(k string) (tea.Model, tea.Cmd) {
	m.notice = ""
	digits := m.digits
	m.digits = ""
	switch k {
	case "q", "ctrl+c":
		return m, tea.Quit
	}
	if n, err := strconv.Atoi(k); err == nil && len(k) == 1 {
		if len(m.choices) > 0 {
			if n >= 1 && n <= len(m.choices) {
				m.session, m.choices = &m.choices[n-1], nil
			}
			return m, nil
		}
		m.digits = (digits + k)[max(len(digits)-2, 0):]
		return m, nil
	}
	if m.session == nil {
		return m, nil
	}
	switch k {
	case "up":
		m.top = max(m.top-1, 0)
	case "down":
		next := m
		if next.top++; next.frame() != m.frame() {
			return next, nil
		}
	case "n":
		m.ask(present.Stop, m.session.Stop+1)
	case "p":
		m.ask(present.Stop, m.session.Stop-1)
	case "g":
		m.ask(present.Stop, 1)
	case "G":
		m.ask(present.Stop, m.session.Of)
	case "enter":
		if n, err := strconv.Atoi(digits); err == nil {
			m.ask(present.Stop, n)
		}
	default:
		if what := asked[k]; what != "" {
			m.ask(what, 0)
		}
	}
	return m, nil
}

// ask asks the class's screen for something, and notes if that fails.
func (m *Model) ask(what string, number int) {
	if what == present.Stop && (number < 1 || number > m.session.Of) {
		m.notice = fmt.Sprintf("the stops are numbered from 1 to %d", m.session.Of)
		return
	}
	if err := m.session.Ask(what, number); err != nil {
		m.notice = "the class’s screen does not answer"
	}
}

// tour is the tour that is followed and where the class is in it; nil where there is
// none, or where this dataset is not the class's.
func (m Model) tour() (*tours.Tour, tours.Position) {
	if m.session == nil || m.session.Dataset != m.cfg.Data.Digest() {
		return nil, tours.Position{}
	}
	for i := range m.tours {
		if t := &m.tours[i]; t.Name == m.session.Tour && len(t.Stops) == m.session.Of {
			return t, t.Here(tours.Position{Stop: m.session.Stop, Step: m.session.Step})
		}
	}
	return nil, tours.Position{}
}

// View draws the screen.
func (m Model) View() tea.View {
	v := tea.NewView(m.frame())
	v.AltScreen = true
	v.WindowTitle = "Notes"
	return v
}
