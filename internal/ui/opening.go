package ui

import (
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"timeline/internal/events"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
)

// Opening is the screen while a dataset that takes a while is loaded. It says
// how far the loading is, can be left at any moment, and becomes the browser.
type Opening struct {
	name  string
	load  func(progress func(done, total int) bool) (*events.Dataset, error)
	start func(d *events.Dataset, w, h int) *Model

	width, height int
	th            *theme.Theme
	profile       colorprofile.Profile
	far           *progress
	err           error
}

// progress is shared with the loading goroutine.
type progress struct {
	done, total atomic.Int64
	stop        atomic.Bool
}

// loaded is the end of the loading.
type loaded struct {
	data *events.Dataset
	err  error
}

// lookAgain asks for the progress to be drawn anew. It is sent while the dataset
// loads and at no other time.
type lookAgain struct{}

const lookEvery = 100 * time.Millisecond

// NewOpening returns a screen that loads and then starts the browser.
func NewOpening(name string, w, h int, profile colorprofile.Profile, load func(func(done, total int) bool) (*events.Dataset, error), start func(d *events.Dataset, w, h int) *Model) Opening {
	return Opening{name: name, load: load, start: start, width: w, height: h, profile: profile, th: theme.New(true, profile), far: &progress{}}
}

// Err is why the dataset was not opened: its faults, or events.ErrStopped.
func (o Opening) Err() error { return o.err }

// Init begins to load.
func (o Opening) Init() tea.Cmd {
	load, far := o.load, o.far
	return tea.Batch(look(), func() tea.Msg {
		d, err := load(func(done, total int) bool {
			far.done.Store(int64(done))
			far.total.Store(int64(total))
			return !far.stop.Load()
		})
		return loaded{d, err}
	})
}

func look() tea.Cmd { return tea.Tick(lookEvery, func(time.Time) tea.Msg { return lookAgain{} }) }

// Update takes in one message; once the dataset is there it returns the browser.
func (o Opening) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		o.width, o.height = msg.Width, msg.Height
	case tea.ColorProfileMsg:
		o.profile = msg.Profile
	case lookAgain:
		return o, look()
	case tea.KeyPressMsg:
		switch msg.String() {
		case "ctrl+c", "esc", "q":
			o.far.stop.Store(true)
			o.err = events.ErrStopped
			return o, tea.Quit
		}
	case loaded:
		if msg.err != nil {
			o.err = msg.err
			return o, tea.Quit
		}
		m := o.start(msg.data, o.width, o.height)
		m.look(m.c.Theme.Dark, o.profile)
		m.settle()
		return m, m.Init()
	}
	return o, nil
}

// View draws the progress.
func (o Opening) View() tea.View {
	v := tea.NewView(o.frame())
	v.AltScreen = true
	return v
}

func (o Opening) frame() string {
	if o.width < 1 || o.height < 1 {
		return ""
	}
	total := o.far.total.Load()
	done := min(o.far.done.Load(), total)
	text := []string{"Opening " + paint.Clean(o.name) + " …", "", "esc stops"}
	if total > 0 {
		text[1] = fmt.Sprintf("%d%%", 100*done/total)
		if w := min(o.width-8, 40); w > 4 {
			full := int(int64(w) * done / total)
			text[1] = strings.Repeat("█", full) + strings.Repeat("·", w-full) + " " + text[1]
		}
	}
	rows := paint.Blanks(o.width, o.height)
	top := max((o.height-len(text))/2, 0)
	for i, line := range text {
		if top+i < o.height {
			rows[top+i] = o.th.Paint(theme.Ink, paint.Fit(" "+line, o.width))
		}
	}
	return strings.Join(rows, "\n")
}
