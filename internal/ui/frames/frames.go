// Package frames draws a Bubble Tea program's screen when there is something to
// draw, instead of at every tick of a clock.
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
// A Clock that cannot drive its program changes nothing: the program then ticks as
// it always did. TestPinnedField says so when an upgrade brings that about. Remove
// this package when the framework has an option.
package frames

import (
	"reflect"
	"time"
	"unsafe"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
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
	first   bool      // the first message has been seen
	pending bool      // a due message is on its way
	tokens  int       // frames that may be drawn at once
	filled  time.Time // when tokens were last counted
}

// due comes back behind the messages whose view it draws.
type due struct{}

// Program is a Bubble Tea program of m that a Clock drives, where it can. The
// screen's size in cells and its colours are told it beforehand, so that the
// first frame is the right one; the options may not set them or a filter.
func Program(m tea.Model, width, height int, profile colorprofile.Profile, opts ...tea.ProgramOption) *tea.Program {
	c := &Clock{frames: make(chan time.Time, 1), width: width, height: height, profile: profile, tokens: burst}
	p := tea.NewProgram(m, append(opts, tea.WithFPS(PerSecond), tea.WithWindowSize(width, height),
		tea.WithColorProfile(profile), tea.WithFilter(c.filter))...)
	if c.drive(p) {
		c.send = p.Send
	}
	return p
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
	if c.known(msg) {
		return nil
	}
	if !c.pending {
		c.pending = true
		go c.send(due{})
	}
	return msg
}

// known tells whether a message only repeats what the program was given at its
// start: each such message would cost a whole view.
func (c *Clock) known(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.EnvMsg:
		return true
	case tea.ColorProfileMsg:
		return msg.Profile == c.profile
	case tea.WindowSizeMsg:
		same := msg.Width == c.width && msg.Height == c.height
		c.width, c.height = -1, -1 // the same size again is news after a stop: the screen must be drawn
		return same
	}
	return false
}

// draw draws the frame that is due, now or when the next one may be drawn.
func (c *Clock) draw() {
	now := time.Now()
	if gained := int(now.Sub(c.filled) / interval); gained > 0 {
		c.tokens = min(c.tokens+gained, burst)
		c.filled = now
	}
	if c.tokens == 0 { // messages until then are drawn with it: pending stays set
		time.AfterFunc(interval-now.Sub(c.filled), func() { c.send(due{}) })
		return
	}
	c.tokens--
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
