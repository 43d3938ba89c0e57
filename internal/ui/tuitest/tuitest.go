// Package tuitest runs a Bubble Tea program in an emulated terminal on a fake
// clock, and shows tests the screen that a person would see.
//
// Call it inside testing/synctest: every wait is virtual then, so that a test
// is exact and fast.
package tuitest

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"timeline/internal/ui/frames"
)

// settle is longer than the renderer's frame and than the 50 ms for which the
// reader holds an escape, so that nothing is pending after it. Virtual time.
const settle = 100 * time.Millisecond

// Term is a running program and its terminal.
type Term struct {
	tb     testing.TB
	prog   program
	emu    *vt.SafeEmulator
	in     *io.PipeWriter
	done   chan error
	final  tea.Model
	sent   *counter
	cursor bool // it is shown
	ended  bool
}

// Start runs m in a terminal of the given size, in cells, drawn on demand as the
// browser is.
func Start(tb testing.TB, m tea.Model, width, height int, opts ...tea.ProgramOption) *Term {
	tb.Helper()
	return start(tb, width, height, func(out io.Writer, common []tea.ProgramOption) program {
		return frames.New(m, out, width, height, colorprofile.TrueColor, append(common, opts...)...)
	})
}

// StartTicking is Start with the framework's own clock, for comparison.
func StartTicking(tb testing.TB, m tea.Model, width, height int) *Term {
	tb.Helper()
	return start(tb, width, height, func(out io.Writer, common []tea.ProgramOption) program {
		return tea.NewProgram(m, append(common, tea.WithOutput(out), tea.WithWindowSize(width, height),
			tea.WithColorProfile(colorprofile.TrueColor), tea.WithFPS(frames.PerSecond))...)
	})
}

// program is what a terminal runs.
type program interface {
	Run() (tea.Model, error)
	Send(tea.Msg)
	Quit()
	ReleaseTerminal() error
	RestoreTerminal() error
}

func start(tb testing.TB, width, height int, of func(io.Writer, []tea.ProgramOption) program) *Term {
	tb.Helper()
	r, w := io.Pipe()
	t := &Term{tb: tb, emu: vt.NewSafeEmulator(width, height), in: w, done: make(chan error, 1)}
	t.sent = &counter{w: t.emu}
	t.emu.SetCallbacks(vt.Callbacks{CursorVisibility: func(visible bool) { t.cursor = visible }})
	go func() { _, _ = io.Copy(w, t.emu) }() // the terminal's replies; unread, they would block it
	t.prog = of(t.sent, []tea.ProgramOption{
		tea.WithInput(r), tea.WithoutSignalHandler(),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}),
	})
	go func() {
		final, err := t.prog.Run()
		t.final = final
		t.done <- err
	}()
	tb.Cleanup(func() {
		t.Quit()
		t.emu.Close()
		r.Close()
	})
	t.Settle()
	return t
}

// Type sends bytes as a keyboard would and waits until the screen is still.
func (t *Term) Type(s string) {
	t.tb.Helper()
	t.Press(s)
	t.Settle()
}

// Press sends bytes as a keyboard would.
func (t *Term) Press(s string) {
	t.tb.Helper()
	if _, err := io.WriteString(t.in, s); err != nil {
		t.tb.Fatal(err)
	}
}

// Resize changes the terminal's size, in cells, and waits until the screen is
// still.
func (t *Term) Resize(width, height int) {
	t.Resized(width, height)
	t.Settle()
}

// Resized changes the terminal's size, in cells.
func (t *Term) Resized(width, height int) {
	t.emu.Resize(width, height)
	t.prog.Send(tea.WindowSizeMsg{Width: width, Height: height})
}

// Send sends a message to the program, as a command's answer would come.
func (t *Term) Send(msg tea.Msg) { t.prog.Send(msg) }

// Away gives the terminal to another program for a while of virtual time, as an
// editor or a stop of the process does.
func (t *Term) Away(d time.Duration) {
	t.tb.Helper()
	if err := t.prog.ReleaseTerminal(); err != nil {
		t.tb.Fatal(err)
	}
	time.Sleep(d)
	if err := t.prog.RestoreTerminal(); err != nil {
		t.tb.Fatal(err)
	}
	t.Resized(t.emu.Width(), t.emu.Height()) // which the framework looks up on a real terminal
}

// Settle waits, in virtual time, until nothing is pending.
func (t *Term) Settle() {
	time.Sleep(settle)
	synctest.Wait()
}

// Quit ends the program, if it has not ended by itself, and returns its last
// model.
func (t *Term) Quit() tea.Model {
	if !t.ended {
		t.ended = true
		go t.prog.Quit()
		if err := <-t.done; err != nil {
			t.tb.Error(err)
		}
	}
	return t.final
}

// Ended tells whether the program has ended by itself.
func (t *Term) Ended() bool {
	if t.ended {
		return true
	}
	select {
	case err := <-t.done:
		t.ended = true
		if err != nil {
			t.tb.Error(err)
		}
	default:
	}
	return t.ended
}

// Writes is how often the program has written to the terminal so far.
func (t *Term) Writes() int { return t.sent.writes }

// Sent is the number of bytes written to the terminal so far.
func (t *Term) Sent() int { return t.sent.all.Len() }

// Raw is all that was written to the terminal so far.
func (t *Term) Raw() string { return t.sent.all.String() }

// Text is the screen without styles or trailing blanks, one line per row.
func (t *Term) Text() string {
	rows := strings.Split(ansi.Strip(t.emu.Render()), "\n")
	for i, r := range rows {
		rows[i] = strings.TrimRight(r, " ")
	}
	return strings.TrimRight(strings.Join(rows, "\n"), "\n") + "\n"
}

// Looks is the screen with its styles, but for the ink of blanks.
func (t *Term) Looks() string {
	var b strings.Builder
	for y := range t.emu.Height() {
		for x := range t.emu.Width() {
			c := t.emu.CellAt(x, y)
			if c == nil {
				continue
			}
			style := c.Style
			if c.Content == " " {
				style.Fg, style.Attrs = nil, style.Attrs&^uv.AttrBold
			}
			b.WriteString(style.Styled(c.Content))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// Cursor is where the cursor stands; nil if it is hidden.
func (t *Term) Cursor() *tea.Position {
	if !t.cursor {
		return nil
	}
	p := t.emu.CursorPosition()
	return &tea.Position{X: p.X, Y: p.Y}
}

// counter turns \n into \r\n, as a terminal's line discipline does and Bubble
// Tea counts on, and keeps what the program wrote.
type counter struct {
	w      io.Writer
	writes int
	all    bytes.Buffer
}

func (c *counter) Write(p []byte) (int, error) {
	c.writes++
	c.all.Write(p)
	if _, err := c.w.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(p), nil
}
