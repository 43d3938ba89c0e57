package frames

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// screen writes a program's views to its terminal: what has changed of them. It is
// the framework's output too, so that it knows when the terminal is given away or
// anything else was written: all is drawn anew then.
type screen struct {
	newest sync.Mutex // guards wanted; never held while something is written
	wanted frame
	due    chan struct{} // capacity one: a frame is to be drawn

	away atomic.Bool // the framework has given the alternate screen back

	drawing sync.Mutex // guards what follows
	out     io.Writer
	buf     bytes.Buffer
	entered bool // the framework has the alternate screen
	stands  frame
	looks   *looks
	rows    []row // what stands on the terminal; nil if that is not known
	next    []cell
	pen     *look // what is written looks so
}

// frame is all that says what the terminal shows.
type frame struct {
	ours          bool // the screen is drawn here, not by the framework
	view          string
	cursor        *tea.Cursor // nil if it is hidden
	width, height int
	profile       colorprofile.Profile
	synchronised  bool // the terminal can be told where a frame begins and ends
}

func newScreen(out io.Writer, width, height int, profile colorprofile.Profile) *screen {
	s := &screen{out: out, due: make(chan struct{}, 1)}
	s.wanted = frame{width: width, height: height, profile: profile}
	return s
}

// show takes a view to be drawn and returns what the framework has to do of it: all
// but the text and the cursor's place. The cursor's shape stays the terminal's own.
func (s *screen) show(v tea.View) tea.View {
	s.change(func(f *frame) { f.ours, f.view, f.cursor = v.AltScreen, v.Content, v.Cursor })
	if v.AltScreen {
		v.Content, v.Cursor = " ", nil
	}
	return v
}

// change changes what the terminal has to show.
func (s *screen) change(f func(*frame)) {
	s.newest.Lock()
	f(&s.wanted)
	s.newest.Unlock()
	select {
	case s.due <- struct{}{}:
	default:
	}
}

// run draws what is due until stop is closed. Floods are bundled: while the terminal
// takes its time, nothing waits for it, and what it shows next is the newest view.
func (s *screen) run(stop <-chan struct{}) {
	limit := bucket{tokens: burst}
	for {
		select {
		case <-stop:
			return
		case <-s.due:
			for wait := limit.take(time.Now()); wait > 0; wait = limit.take(time.Now()) {
				time.Sleep(wait)
			}
			s.draw()
		}
	}
}

// draw writes what has changed. Where that fails the terminal is gone, which the
// program's input tells.
func (s *screen) draw() {
	s.drawing.Lock()
	defer s.drawing.Unlock()
	s.buf.Reset()
	s.compose()
	if s.buf.Len() == 0 {
		return
	}
	if _, err := s.out.Write(s.buf.Bytes()); err != nil {
		s.rows = nil
	}
}

// Write passes on what the framework writes, with the whole frame behind it.
func (s *screen) Write(p []byte) (int, error) {
	s.drawing.Lock()
	defer s.drawing.Unlock()
	on, off := bytes.LastIndex(p, []byte(ansi.SetModeAltScreenSaveCursor)), bytes.LastIndex(p, []byte(ansi.ResetModeAltScreenSaveCursor))
	s.rows = nil
	s.buf.Reset()
	if s.entered && off > on { // the framework goes to the last row from where its cursor would be; a terminal with one screen stays there
		s.buf.WriteString(ansi.CursorHomePosition)
	}
	if on != off {
		s.entered = on > off
	}
	if s.entered {
		s.away.Store(false)
	}
	s.buf.Write(p)
	s.compose()
	if _, err := s.out.Write(s.buf.Bytes()); err != nil {
		return 0, err
	}
	if off > on { // not before it is written: a stopped terminal may never take it
		s.away.Store(true)
	}
	return len(p), nil
}

// compose adds to the buffer what makes the newest frame of what stands on the
// terminal.
func (s *screen) compose() {
	s.newest.Lock()
	f := s.wanted
	s.newest.Unlock()
	if !s.entered || !f.ours || f.width < 1 || f.height < 1 {
		return
	}
	anew := s.rows == nil || f.width != s.stands.width || f.height != s.stands.height || f.profile != s.stands.profile
	if anew {
		s.forget(f)
	}
	start := s.buf.Len()
	s.begin(f, anew)
	began := s.buf.Len()
	line, rest := "", f.view
	for y := range s.rows {
		line, rest, _ = strings.Cut(rest, "\n")
		s.row(y, line)
	}
	moved := !samePlace(f.cursor, s.stands.cursor)
	s.stands = f
	if s.buf.Len() == began && !anew && !moved {
		s.buf.Truncate(start)
		return
	}
	s.end(f)
}

// forget begins with a terminal of which nothing is known.
func (s *screen) forget(f frame) {
	if s.looks == nil || f.profile != s.stands.profile || len(s.looks.all) > manyLooks {
		s.looks = newLooks(f.profile)
	}
	s.rows, s.next = make([]row, f.height), make([]cell, f.width)
	for y := range s.rows {
		s.rows[y].cells = make([]cell, f.width)
	}
}

// begin opens a frame: no cursor is seen to run about.
func (s *screen) begin(f frame, anew bool) {
	if f.synchronised {
		s.buf.WriteString(ansi.SetModeSynchronizedOutput)
	}
	if anew {
		s.buf.WriteString(ansi.ResetStyle)
	}
	s.pen = s.looks.plain
	if anew || s.stands.cursor != nil {
		s.buf.WriteString(ansi.ResetModeTextCursorEnable)
	}
}

// end closes a frame, with the cursor in its place.
func (s *screen) end(f frame) {
	s.dip(s.looks.plain)
	if f.cursor != nil {
		s.buf.WriteString(ansi.CursorPosition(f.cursor.X+1, f.cursor.Y+1))
		s.buf.WriteString(ansi.SetModeTextCursorEnable)
	}
	if f.synchronised {
		s.buf.WriteString(ansi.ResetModeSynchronizedOutput)
	}
}

func samePlace(a, b *tea.Cursor) bool {
	return a == b || a != nil && b != nil && a.Position == b.Position
}

// terminal is a screen whose output is a terminal: the framework sets its modes and
// asks it for its size.
type terminal struct {
	term.File
	screen *screen
}

func (t terminal) Write(p []byte) (int, error) { return t.screen.Write(p) }
