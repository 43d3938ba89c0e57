package frames_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/ui/frames"
	"timeline/internal/ui/tuitest"
)

// tally is a program that shows what it has been sent.
type tally struct {
	width, height int
	keys          string
	late, views   int
}

// late is a message that a command brings after a while.
type late struct{}

func (m *tally) Init() tea.Cmd { return nil }

func (m *tally) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case tea.PasteMsg:
		m.typed(msg.Content)
	case late:
		m.late++
	case tea.KeyPressMsg:
		m.typed(msg.Text)
		switch msg.Text {
		case "s": // a search that takes a while
			return m, tea.Tick(30*time.Millisecond, func(time.Time) tea.Msg { return late{} })
		case "E": // an editor, for a while of its own
			return m, tea.Exec(editor{}, func(error) tea.Msg { return late{} })
		}
	}
	return m, nil
}

// editor is another program that has the terminal for a moment.
type editor struct{}

func (editor) Run() error {
	time.Sleep(50 * time.Millisecond)
	return nil
}
func (editor) SetStdin(io.Reader)  {}
func (editor) SetStdout(io.Writer) {}
func (editor) SetStderr(io.Writer) {}

// typed keeps letters in the order of the alphabet: keys and other messages come
// from two sides, and which is first is nobody's fault.
func (m *tally) typed(text string) {
	letters := []byte(m.keys + text)
	slices.Sort(letters)
	m.keys = string(letters)
}

func (m *tally) View() tea.View {
	m.views++
	v := tea.NewView(m.screen())
	v.AltScreen = true
	if at := m.cursor(); at != nil {
		v.Cursor = tea.NewCursor(at.X, at.Y)
	}
	return v
}

// cursor is in the second row, now and then.
func (m *tally) cursor() *tea.Position {
	if len(m.keys)%3 != 1 || m.height < 2 {
		return nil
	}
	return &tea.Position{X: len(m.keys) % 7, Y: 1}
}

// screen is rows that all change with every message.
func (m *tally) screen() string {
	rows := make([]string, max(m.height, 1))
	for y := range rows {
		rows[y] = ansi.Truncate(fmt.Sprintf("%d×%d \x1b[1;3%dm%d\x1b[m %d %s", m.width, m.height, m.late%8, y, m.late, m.keys), m.width, "")
	}
	return strings.Join(rows, "\n")
}

// seen is what the model's screen is on a terminal.
func (m *tally) seen() string {
	rows := strings.Split(ansi.Strip(m.screen()), "\n")
	for y := range rows {
		rows[y] = strings.TrimRight(rows[y], " ")
	}
	return strings.TrimRight(strings.Join(rows, "\n"), "\n") + "\n"
}

// storm does a random thing to a program, again and again, without waiting for
// the screen to be still.
func storm(term *tuitest.Term, seed uint64, steps int) {
	rng := rand.New(rand.NewPCG(seed, 1))
	for range steps {
		switch rng.IntN(10) {
		case 0:
			term.Resized(20+rng.IntN(60), 5+rng.IntN(20))
		case 1:
			term.Send(tea.PasteMsg{Content: "pasted"})
		case 2:
			term.Send(late{})
		case 3:
			time.Sleep(time.Duration(rng.IntN(20)) * time.Millisecond)
		case 4:
			switch {
			case rng.IntN(4) > 0:
			case seed%2 == 0:
				term.Send(tea.KeyPressMsg{Text: "E"})
			default: // not both in one storm: the program has an editor and a stop one after the other
				term.Away(time.Duration(rng.IntN(300)) * time.Millisecond)
			}
		default:
			term.Send(tea.KeyPressMsg{Text: string(rune('a' + rng.IntN(26)))}) // by the input, one that comes while the program is away may be lost
		}
	}
	time.Sleep(time.Second) // for the editors that are asked for one after the other
	term.Settle()
}

// TestStorms ends every storm of messages with the screen that the framework's
// own clock ends it with, which is the model's last view.
func TestStorms(t *testing.T) {
	t.Parallel()
	storms := uint64(10)
	if *frames.Long {
		storms = 200
	}
	for seed := range storms {
		var screens [2]string
		for n, start := range []func(testing.TB, tea.Model, int, int) *tuitest.Term{onDemand, tuitest.StartTicking} {
			synctest.Test(t, func(t *testing.T) {
				m := &tally{width: 60, height: 12}
				term := start(t, m, 60, 12)
				storm(term, seed, 80)
				screens[n] = term.Looks()
				if got, want := term.Text(), m.seen(); got != want {
					t.Errorf("storm %d, clock %d: the screen:\n%s\nthe model's view:\n%s", seed, n, got, want)
				}
				if got, want := term.Cursor(), m.cursor(); n == 0 && !reflect.DeepEqual(got, want) { // the framework's clock may leave it after a pause
					t.Errorf("storm %d: the cursor is at %v, want %v", seed, got, want)
				}
			})
		}
		if screens[0] != screens[1] {
			t.Errorf("storm %d: on demand:\n%q\nticking:\n%q", seed, screens[0], screens[1])
		}
	}
}

func onDemand(tb testing.TB, m tea.Model, w, h int) *tuitest.Term { return tuitest.Start(tb, m, w, h) }

// TestKeyIsDrawnAtOnce types a key, which the screen shows without any time
// having passed, and a flood, which is drawn a few times only.
func TestKeyIsDrawnAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		term := tuitest.Start(t, &tally{width: 40, height: 3}, 40, 3)
		term.Press("k")
		synctest.Wait()
		if !strings.Contains(term.Text(), " k\n") {
			t.Errorf("the key is not on the screen:\n%s", term.Text())
		}
		writes := term.Writes()
		for range 200 {
			term.Send(late{})
			time.Sleep(time.Millisecond)
		}
		term.Settle()
		if n := term.Writes() - writes; n > 40 {
			t.Errorf("200 messages in 200 ms were written %d times", n)
		}
	})
}

// TestIdleIsIdle lets an hour pass in which nothing is written or viewed. An hour
// of a ticking program would not end soon.
func TestIdleIsIdle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &tally{width: 40, height: 3}
		term := tuitest.Start(t, m, 40, 3)
		views, writes := m.views, term.Writes()
		time.Sleep(time.Hour)
		synctest.Wait()
		if m.views != views || term.Writes() != writes {
			t.Errorf("%d views and %d writes in an idle hour", m.views-views, term.Writes()-writes)
		}
	})
}

// TestFirstMessagesAreKnown draws the first screen once: the size, colours and
// environment that the program was started with are no news.
func TestFirstMessagesAreKnown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := &tally{width: 40, height: 3}
		term := tuitest.Start(t, m, 40, 3)
		if got := term.Text(); got != m.seen() {
			t.Errorf("the first screen:\n%s", got)
		}
		if m.views > 3 { // the first, and the terminal's two answers about its modes
			t.Errorf("%d views for the first screen", m.views)
		}
	})
}

// TestQuitWhileAFrameIsDue leaves nothing running, which synctest would report.
func TestQuitWhileAFrameIsDue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		term := tuitest.Start(t, &tally{width: 40, height: 3}, 40, 3)
		for range 20 {
			term.Send(late{})
		}
		term.Quit()
	})
}
