// Package frames draws a Bubble Tea program's screen when there is something to
// draw, instead of at every tick of a clock, and draws it itself.
//
// Bubble Tea v2 hands the view to its renderer after every message and writes it
// when a time.Ticker fires. At its fastest, 120 times a second, a key still waits
// some 6 ms for the tick, and a program that does nothing wakes 500 times a
// second. There is no option for it; the framework's pull requests 1776 and 1796
// would be one. Until then a Clock takes the ticker's place, in this way:
//
//   - Drive puts a stopped ticker into the program's unexported field, whose
//     channel is the Clock's own: a send on it is a frame.
//   - Behind every message that the program receives, the Clock's filter sends one
//     of its own. The program handles one message after the other, so that when
//     this one arrives, the view of the message before it is with the renderer.
//
// The renderer then takes another 2 ms for a frame, since it reads, measures and
// compares all cells of it several times. So a screen stands between the program and
// its terminal. The framework is given a view that is blank, and does all else with
// the terminal: the alternate screen and the other modes, the title, keyboard and
// mouse, suspending and coming back, panics, the end. Whenever it writes anything,
// that passes through the screen, which then draws the whole view anew; in between
// the screen writes the cells that are different. Views outside the alternate screen
// are left to the framework. A program that is run with tea.Exec must be given the
// terminal as its output by its caller: the framework would give it a pipe.
//
// A Clock that cannot drive its program changes nothing: the program then ticks and
// draws as it always did. TestPinnedField says so when an upgrade brings that about.
// Remove the Clock when the framework has an option, and the screen when its renderer
// takes less than a millisecond.
package frames

import (
	"io"
	"reflect"
	"time"
	"unsafe"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// PerSecond is how often the framework draws where no Clock drives it: its most.
const PerSecond = 120

// burst is how many frames may follow each other at once; further ones come every
// interval. A key is drawn at once, a flood of messages no faster than an eye sees.
const (
	burst    = 4
	interval = 8 * time.Millisecond
)

// Clock draws the frames of one program. All but its channel is touched by the
// program's own loop only.
type Clock struct {
	send    func(tea.Msg)
	frames  chan time.Time // capacity one: a frame that is due is drawn once
	width   int            // the size that the program was given, until it is told it again
	height  int
	profile colorprofile.Profile
	first   bool // the first message has been seen
	pending bool // a due message is on its way
	limit   bucket
	screen  *screen
}

// due comes back behind the messages whose view it draws.
type due struct{}

// Program is a Bubble Tea program that a Clock drives, where it can.
type Program struct {
	*tea.Program
	screen *screen
}

// New returns a program of m that is shown on out. The screen's size in cells and its
// colours are told it beforehand, so that the first frame is the right one; the
// options may not set them, the output or a filter.
func New(m tea.Model, out io.Writer, width, height int, profile colorprofile.Profile, opts ...tea.ProgramOption) *Program {
	s := newScreen(out, width, height, profile)
	var through io.Writer = s
	if file, ok := out.(term.File); ok {
		through = terminal{file, s}
	}
	c := &Clock{frames: make(chan time.Time, 1), width: width, height: height, profile: profile, limit: bucket{tokens: burst}, screen: s}
	drawn := &drawn{Model: m, size: tea.WindowSizeMsg{Width: width, Height: height}}
	p := tea.NewProgram(drawn, append(opts, tea.WithFPS(PerSecond), tea.WithOutput(through), tea.WithWindowSize(width, height),
		tea.WithColorProfile(profile), tea.WithFilter(c.filter))...)
	if c.drive(p) {
		c.send, drawn.screen = p.Send, s
	}
	return &Program{p, s}
}

// Run runs the program to its end and returns its last model.
func (p *Program) Run() (tea.Model, error) {
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		p.screen.run(stop)
		close(stopped)
	}()
	m, err := p.Program.Run()
	close(stop)
	<-stopped
	if d, ok := m.(*drawn); ok {
		m = d.Model
	}
	return m, err
}

// Away tells whether the program has given its screen back, to an editor or a shell for
// a while or at its end. It may be called from anywhere and never waits.
func (p *Program) Away() bool { return p.screen.away.Load() }

// drawn is a model whose views a screen draws, if it has one.
type drawn struct {
	tea.Model
	screen *screen
	size   tea.WindowSizeMsg // the last that came
}

// Update also asks for each new size once more. The framework reads sizes in several
// goroutines at its start, and one that was read earlier may come later.
func (d *drawn) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	d.Model, cmd = d.Model.Update(msg)
	if size, ok := msg.(tea.WindowSizeMsg); ok && size != d.size {
		d.size = size
		cmd = tea.Batch(cmd, tea.RequestWindowSize)
	}
	return d, cmd
}

func (d *drawn) View() tea.View {
	if d.screen == nil {
		return d.Model.View()
	}
	return d.screen.show(d.Model.View())
}

// drive puts the clock in the place of the program's ticker. It is false, and
// nothing is changed, where the program has no such field or uses it already.
func (c *Clock) drive(p *tea.Program) bool {
	f := tickerField(p)
	if !f.IsValid() || !f.IsNil() {
		return false
	}
	t := time.NewTicker(time.Hour)
	t.Stop()
	t.C = c.frames // the program resets the ticker; no one waits on the channel that it would tick on
	reflect.NewAt(f.Type(), unsafe.Pointer(f.UnsafeAddr())).Elem().Set(reflect.ValueOf(t))
	return true
}

// tickerField is the field of a program that holds its ticker; the zero Value if
// there is none of that name and type.
func tickerField(p *tea.Program) reflect.Value {
	f := reflect.ValueOf(p).Elem().FieldByName("ticker")
	if f.IsValid() && f.Type() == reflect.TypeFor[*time.Ticker]() {
		return f
	}
	return reflect.Value{}
}

// filter sees every message before the program does.
func (c *Clock) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	if c.send == nil {
		return msg
	}
	if _, ok := msg.(due); ok {
		c.draw()
		return nil
	}
	if !c.first { // the view of the model that the program began with waits to be drawn
		c.first = true
		c.frame()
	}
	if c.learn(msg) {
		return nil
	}
	if !c.pending {
		c.pending = true
		go c.send(due{})
	}
	return msg
}

// learn takes what a message says about the terminal, and tells whether it only repeats
// what the program was given at its start: each such message would cost a whole view.
func (c *Clock) learn(msg tea.Msg) (known bool) {
	switch msg := msg.(type) {
	case tea.EnvMsg:
		return true
	case tea.ColorProfileMsg:
		if known = msg.Profile == c.profile; !known {
			c.screen.change(func(f *frame) { f.profile = msg.Profile })
		}
	case tea.WindowSizeMsg:
		if known = msg.Width == c.width && msg.Height == c.height; !known {
			c.screen.change(func(f *frame) { f.width, f.height = msg.Width, msg.Height })
		}
		c.width, c.height = -1, -1 // the same size again is news after a stop: the screen must be drawn
	case tea.ModeReportMsg:
		if msg.Mode == ansi.ModeSynchronizedOutput && msg.Value == ansi.ModeReset {
			c.screen.change(func(f *frame) { f.synchronised = true })
		}
	}
	return known
}

// draw has the renderer draw the view that is due, now or when it may.
func (c *Clock) draw() {
	if wait := c.limit.take(time.Now()); wait > 0 { // messages until then are drawn with it: pending stays set
		time.AfterFunc(wait, func() { c.send(due{}) })
		return
	}
	c.pending = false
	c.frame()
}

// frame has the renderer draw the view that it holds. One that it has not come to
// yet shows the newest view anyway.
func (c *Clock) frame() {
	select {
	case c.frames <- time.Time{}:
	default:
	}
}

// bucket says how long a frame has to wait.
type bucket struct {
	tokens int       // frames that may be drawn at once
	filled time.Time // when tokens were last counted
}

// take takes a token, or tells how long it is to the next one.
func (b *bucket) take(now time.Time) (wait time.Duration) {
	if gained := int(now.Sub(b.filled) / interval); gained > 0 {
		b.tokens = min(b.tokens+gained, burst)
		b.filled = now
	}
	if b.tokens == 0 {
		return interval - now.Sub(b.filled)
	}
	b.tokens--
	return 0
}
