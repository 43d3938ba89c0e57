package main

import (
	"bytes"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"timeline/internal/ui"
)

// These tests run the built program in a pseudo-terminal, type keys as a person
// would, and wait for what should appear, never for a length of time.

// patience bounds each wait; only a failure takes so long.
const patience = 60 * time.Second

var (
	buildOnce sync.Once
	built     string
	buildErr  error
)

// binary builds the program once. With -short the tests that run it are left out: a race
// in it is not found from outside.
func binary(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("runs the program: not with -short")
	}
	buildOnce.Do(func() {
		dir, err := os.MkdirTemp("", "timeline-e2e-")
		if err != nil {
			buildErr = err
			return
		}
		built = filepath.Join(dir, "timeline")
		// Without what debuggers read it is linked in half the time.
		out, err := exec.Command("go", "build", "-ldflags=-w", "-o", built, ".").CombinedOutput()
		if err != nil {
			buildErr = err
			t.Logf("%s", out)
		}
	})
	if buildErr != nil {
		t.Fatal(buildErr)
	}
	return built
}

// screen is a running program in a terminal.
type screen struct {
	t    *testing.T
	cmd  *exec.Cmd
	tty  *os.File
	emu  *vt.SafeEmulator
	done chan error
	deaf bool          // the terminal answers no query
	news chan struct{} // something was written, or nothing more will be

	mu  sync.Mutex
	raw bytes.Buffer
}

// start runs the program with a home of its own.
func start(t *testing.T, home string, w, h int, args ...string) *screen {
	t.Helper()
	return startWith(t, exec.Command(binary(t), args...), []string{"HOME=" + home, "TERM=xterm-256color", "PATH=" + os.Getenv("PATH")}, w, h)
}

// startWith runs a command in a terminal with the given environment.
func startWith(t *testing.T, cmd *exec.Cmd, env []string, w, h int) *screen {
	t.Helper()
	s := &screen{t: t, cmd: cmd, emu: vt.NewSafeEmulator(w, h), done: make(chan error, 1)}
	s.run(env, w, h)
	return s
}

// startDeaf is startWith in a terminal that answers no query. An answer on its way when
// another program takes the terminal is typed into that.
func startDeaf(t *testing.T, cmd *exec.Cmd, env []string, w, h int) *screen {
	t.Helper()
	s := &screen{t: t, cmd: cmd, emu: vt.NewSafeEmulator(w, h), done: make(chan error, 1), deaf: true}
	s.run(env, w, h)
	return s
}

// run starts the session's command in a pseudo-terminal.
func (s *screen) run(env []string, w, h int) {
	s.t.Helper()
	s.cmd.Env = env
	tty, err := pty.StartWithSize(s.cmd, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)})
	if err != nil {
		s.t.Fatal(err)
	}
	s.tty, s.news = tty, make(chan struct{}, 1)
	go s.copyOut()
	go s.answer()
	go func() { s.done <- s.cmd.Wait() }()
	s.t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		tty.Close()
	})
}

// answer gives the program the terminal's answers to its queries, or swallows
// them.
func (s *screen) answer() {
	buf := make([]byte, 1024)
	for {
		n, err := s.emu.Read(buf)
		if err != nil {
			return
		}
		if !s.deaf {
			_, _ = s.tty.Write(buf[:n])
		}
	}
}

func (s *screen) copyOut() {
	buf := make([]byte, 4096)
	for {
		n, err := s.tty.Read(buf)
		if n > 0 {
			_, _ = s.emu.Write(buf[:n]) // first: what is written is to be seen
			s.mu.Lock()
			s.raw.Write(buf[:n])
			s.mu.Unlock()
		}
		select {
		case s.news <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

func (s *screen) written() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.raw.String()
}

func (s *screen) screen() string { return ansi.Strip(s.emu.Render()) }

// see waits until the screen shows what the expression says.
func (s *screen) see(expr string) *screen {
	s.t.Helper()
	re := regexp.MustCompile(expr)
	if !s.until(func() bool { return re.MatchString(s.screen()) }) {
		s.t.Fatalf("never saw %q; the screen is:\n%s", expr, s.screen())
	}
	return s
}

// until waits for what is made true by what the program writes. It tells whether it is.
func (s *screen) until(is func() bool) bool {
	late := time.After(patience)
	for !is() {
		select {
		case <-s.news:
		case <-late:
			return is()
		}
	}
	return true
}

// keys types in one piece: an escape behind which nothing comes for a while is a key.
func (s *screen) keys(text string) *screen {
	s.t.Helper()
	if _, err := s.tty.WriteString(text); err != nil {
		s.t.Fatal(err)
	}
	return s
}

// ended waits for the program to end and returns its exit code, -1 for a signal.
func (s *screen) ended() int {
	s.t.Helper()
	select {
	case err := <-s.done:
		if err == nil {
			return 0
		}
		if e, ok := err.(*exec.ExitError); ok {
			return e.ExitCode()
		}
		s.t.Fatal(err)
	case <-time.After(patience):
		s.t.Fatalf("the program does not end; the screen is:\n%s", s.screen())
	}
	return -1
}

// restored fails unless the terminal is put back: alternate screen and mouse off,
// cursor shown.
func (s *screen) restored() {
	s.t.Helper()
	if !s.until(func() bool { return leftOn(s.written()) == "" }) {
		s.t.Errorf("the terminal is left with %q on", leftOn(s.written()))
	}
}

// leftOn is what was switched on last and not off again, or "".
func leftOn(out string) string {
	for _, pair := range [][2]string{{"\x1b[?1049h", "\x1b[?1049l"}, {"\x1b[?1002h", "\x1b[?1002l"}, {"\x1b[?25l", "\x1b[?25h"}} {
		if on, off := strings.LastIndex(out, pair[0]), strings.LastIndex(out, pair[1]); on >= 0 && off < on {
			return pair[0]
		}
	}
	return ""
}

// TestBrowseFilterReadQuit is the first minute of a new user: find Belmokhtar
// under another spelling, go to 2 April 2012, open the meeting in Timbuktu, read
// what both articles say of it.
func TestBrowseFilterReadQuit(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	s := start(t, home, 120, 36)
	s.see(`AQIM and Mali .*\d+ dated`)
	s.keys("a").see("Filter by actor").keys("bilmukhtar").see("▌.*Mokhtar Belmokhtar")
	s.keys("\r").see(`actor: Mokhtar Belmokhtar → \d+ of \d+`)
	s.keys("t").see("go to:").keys("2 april 2012\r").see("▌ +2 .*commanders meet")
	s.keys("\r").see(`\[Guidère\].*Lebovich`)
	s.keys("\t").see(`\[Lebovich\]`)
	s.see(`actor: Mokhtar Belmokhtar → \d+ of \d+`)
	s.keys("q").keys("q")
	if code := s.ended(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	s.restored()

	again := start(t, home, 120, 36) // it remembers where I was
	again.see(`actor: Mokhtar Belmokhtar → \d+ of \d+`).see("▌ +2 .*commanders meet")
	again.keys("X").see(`\d+ dated`).keys("q")
	again.ended()
}

func TestAliasFindsBelmokhtar(t *testing.T) {
	t.Parallel()
	s := start(t, t.TempDir(), 80, 24)
	s.see("AQIM and Mali").keys("a").see("Filter by actor").keys("khaled abu al-abbas").see("▌.*Mokhtar Belmokhtar.*Khaled Abu [Aa]l-Abbas")
	s.keys("\x03")
	s.ended()
	s.restored()
}

// TestConversation answers each line before it asks for the next.
func TestConversation(t *testing.T) {
	t.Parallel()
	for _, start := range []struct {
		term string
		args []string
	}{{"dumb", nil}, {"xterm", []string{"--plain"}}} {
		env := []string{"HOME=" + t.TempDir(), "TERM=" + start.term, "PATH=" + os.Getenv("PATH")}
		s := startWith(t, exec.Command(binary(t), start.args...), env, 80, 24)
		s.see(`begins\.`).keys("help\r").see(`Finding and filtering`).keys("actors bilmukhtar\r").see(`1\. Mokhtar Belmokhtar`)
		s.keys("quit\r").see(`Goodbye`)
		if code := s.ended(); code != exitFound {
			t.Errorf("the conversation on %s ended with %d", start.term, code)
		}
	}
}

func TestResize(t *testing.T) {
	t.Parallel()
	s := start(t, t.TempDir(), 120, 36)
	s.see("│")
	for _, size := range [][2]int{{80, 24}, {40, 12}, {20, 4}, {130, 40}} {
		s.emu.Resize(size[0], size[1])
		if err := pty.Setsize(s.tty, &pty.Winsize{Cols: uint16(size[0]), Rows: uint16(size[1])}); err != nil {
			t.Fatal(err)
		}
	}
	s.see("│").keys("q")
	s.ended()
	s.restored()
}

// TestTerminalGone: a program whose terminal is closed ends, even when it was
// told to ignore the hang-up.
func TestTerminalGone(t *testing.T) {
	t.Parallel()
	for name, prefix := range map[string][]string{"hang-up": nil, "hang-up ignored": {"sh", "-c", `trap "" HUP; exec "$0"`}} {
		t.Run(name, func(t *testing.T) {
			args := append(prefix, binary(t))
			cmd := exec.Command(args[0], args[1:]...)
			cmd.Env = []string{"HOME=" + t.TempDir(), "TERM=xterm-256color"}
			ptmx, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
			if err != nil {
				t.Fatal(err)
			}
			// Nothing may be reading while it is closed, or it stays open.
			var seen []byte
			for buf := make([]byte, 4096); !bytes.Contains(seen, []byte("AQIM and Mali")); {
				n, err := ptmx.Read(buf)
				if err != nil {
					t.Fatal(err)
				}
				seen = append(seen, buf[:n]...)
			}
			ptmx.Close()
			done := make(chan error, 1)
			go func() { done <- cmd.Wait() }()
			select {
			case <-done:
			case <-time.After(patience):
				_ = cmd.Process.Kill()
				t.Error("the program outlives its terminal")
			}
		})
	}
}

// panicVariable makes the test binary a browser that panics: on the key p as it takes it
// in, on P as it shows it, on C in a command.
const panicVariable = "TIMELINE_TEST_PANIC"

// panics is a model with a fault in it.
type panics struct {
	tea.Model
	shown bool // the next view has it
}

func (m panics) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "p":
			panic("injected")
		case "P":
			return panics{m.Model, true}, nil
		case "C":
			return m, func() tea.Msg { panic("injected") }
		}
	}
	next, cmd := m.Model.Update(msg)
	return panics{next, false}, cmd
}

func (m panics) View() tea.View {
	if m.shown {
		panic("injected")
	}
	return m.Model.View()
}

func panicOnKey() int {
	environ := os.Environ()
	p := &program{in: os.Stdin, stdout: os.Stdout, out: os.Stdout, err: os.Stderr, environ: environ, env: lookup(environ), now: time.Now}
	p.browser.theme, p.browser.signs = "dark", "auto"
	d, err := p.dataset()
	if err != nil {
		return p.report(err)
	}
	cfg, err := p.browserConfig(d)
	if err != nil {
		return p.report(err)
	}
	return p.report(p.runBrowser(panics{ui.New(cfg), false}))
}

func TestPanicRestoresTheTerminal(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"p", "P", "C"} {
		t.Run(key, func(t *testing.T) {
			t.Parallel()
			s := startWith(t, exec.Command(os.Args[0]), []string{panicVariable + "=1", "HOME=" + t.TempDir(), "TERM=xterm-256color"}, 80, 24)
			s.see("AQIM and Mali").keys(key)
			if code := s.ended(); code == 0 {
				t.Error("a panic ends with exit code 0")
			}
			s.restored()
			if key != "C" && !s.until(func() bool { return strings.Contains(s.written(), "injected") }) { // the process may end before a command's fault is told
				t.Error("the panic is not told")
			}
		})
	}
}

// TestNothingToSaveIn: without a home, or with one that cannot be written to, the
// browser runs and says what it will not keep.
func TestNothingToSaveIn(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, env := range map[string][]string{"no home": nil, "no folder": {"HOME=" + file}} {
		t.Run(name, func(t *testing.T) {
			s := startWith(t, exec.Command(binary(t)), append(env, "TERM=xterm-256color"), 120, 24)
			s.see("!.*(not|cannot|no )")
			s.keys("jjq")
			if code := s.ended(); code != 0 {
				t.Errorf("exit code %d", code)
			}
			s.restored()
		})
	}
}

// TestBrokenStateIsSetAside: what cannot be read is kept under another name and
// never stops the start.
func TestBrokenStateIsSetAside(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	dir := filepath.Join(home, ".local", "state", "timeline")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "state.json"), []byte("{not json"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := start(t, home, 160, 24)
	s.see("!.*state.json").keys("jmq")
	s.ended()
	left, err := filepath.Glob(filepath.Join(dir, "state.json*"))
	if err != nil || len(left) < 2 {
		t.Errorf("the folder holds %v, %v", left, err)
	}
}

// TestInTmux is the program in a terminal that is not ours.
func TestInTmux(t *testing.T) {
	t.Parallel()
	tmux, err := exec.LookPath("tmux")
	if err != nil {
		t.Skip("no tmux here")
	}
	home := t.TempDir()
	socket := filepath.Join(t.TempDir(), "tmux")
	run := func(args ...string) string {
		cmd := exec.Command(tmux, append([]string{"-S", socket, "-f", os.DevNull}, args...)...)
		cmd.Env = append(os.Environ(), "HOME="+home, "LC_ALL=C.UTF-8")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Skipf("tmux does not run here: %v: %s", err, out)
		}
		return string(out)
	}
	run("new-session", "-d", "-x", "100", "-y", "30", binary(t), "--fresh")
	t.Cleanup(func() { _ = exec.Command(tmux, "-S", socket, "kill-server").Run() })
	screen := ""
	shows := func(expr string) bool {
		re := regexp.MustCompile(expr)
		for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
			if screen = run("capture-pane", "-p"); re.MatchString(screen) {
				return true
			}
		}
		return false
	}
	if !shows("AQIM and Mali") {
		t.Fatalf("no first screen:\n%s", screen)
	}
	run("send-keys", "a", "belmokhtar", "Enter")
	if !shows("actor: Mokhtar Belmokhtar") {
		t.Fatalf("no filter:\n%s", screen)
	}
	run("send-keys", "C-c")
	// The session ends with the program, which has written its state by then.
	for deadline := time.Now().Add(patience); exec.Command(tmux, "-S", socket, "has-session").Run() == nil; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("it does not leave:\n%s", screen)
		}
	}
}

// TestEveryTerminal: on terminals of all kinds, none of which answers a query,
// the browser opens at once, moves, and leaves.
func TestEveryTerminal(t *testing.T) {
	t.Parallel()
	for _, env := range [][]string{
		{"TERM=xterm"}, {"TERM=linux"}, {"TERM=screen"}, {"TERM=tmux-256color"}, {"TERM=vt100"},
		{"TERM=xterm-256color", "COLORTERM=truecolor"}, {"TERM=xterm-256color", "NO_COLOR=1"}, {"TERM=xterm", "CLICOLOR_FORCE=1"}, {"TERM="},
	} {
		t.Run(strings.Join(env, " "), func(t *testing.T) {
			s := startDeaf(t, exec.Command(binary(t)), append(env, "HOME="+t.TempDir()), 80, 24)
			s.see("AQIM and Mali").keys("jj").see("▌|>").keys("q")
			s.ended()
			s.restored()
			if out := s.written(); strings.Contains(strings.Join(env, " "), "NO_COLOR") && regexp.MustCompile(`\x1b\[[0-9;]*3[0-9]`).MatchString(out) {
				t.Error("colours under NO_COLOR")
			}
		})
	}
}

// TestInXterm takes a picture of the program in a real xterm, with the tool that
// lies beside the repository, where that and all that it needs are there.
func TestInXterm(t *testing.T) {
	t.Parallel()
	tool := filepath.Join("..", "..", "..", "shared", "tools", "screenshot")
	if _, err := os.Stat(tool); err != nil {
		t.Skip("the screenshot tool is not here")
	}
	for _, need := range []string{"Xvfb", "xterm", "xdotool", "import"} {
		if _, err := exec.LookPath(need); err != nil {
			t.Skipf("no %s here", need)
		}
	}
	out := filepath.Join(t.TempDir(), "screen.png")
	cmd := exec.Command(tool, "-g", "80x24", "-k", "j j", out, "--", "env", "HOME="+t.TempDir(), "TERM=xterm-256color", binary(t), "--fresh")
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("no picture can be taken here: %v: %s", err, text)
	}
	f, err := os.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	colours := map[color.Color]bool{}
	for y := picture.Bounds().Min.Y; y < picture.Bounds().Max.Y; y += 2 {
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x += 2 {
			colours[picture.At(x, y)] = true
		}
	}
	if len(colours) < 20 { // letters, bars and the selected row, smoothed
		t.Errorf("the screen has %d colours: nothing is drawn", len(colours))
	}
}
