//go:build unix

package main

import (
	"bytes"
	"os/exec"
	"reflect"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// TestSignals: whatever ends the program, the terminal is as it was.
func TestSignals(t *testing.T) {
	t.Parallel()
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP} {
		t.Run(sig.String(), func(t *testing.T) {
			s := start(t, t.TempDir(), 80, 24)
			s.see("AQIM and Mali")
			if err := s.cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			s.ended()
			s.restored()
		})
	}
}

// TestSuspendAndResume: ^Z gives the terminal back, and SIGCONT takes it again.
// The program leads a session of its own here, which the kernel does not stop;
// a shell's job it does.
func TestSuspendAndResume(t *testing.T) {
	t.Parallel()
	s := startDeaf(t, exec.Command(binary(t)), []string{"HOME=" + t.TempDir(), "TERM=xterm-256color"}, 120, 36)
	// The first screen is drawn again behind the query for the background, row by row.
	drawn := regexp.MustCompile(`(?s)\x1b\]11;\?.*\x1b\[36;1H.*keys`)
	if !s.until(func() bool { return drawn.MatchString(s.written()) }) {
		t.Fatalf("no first screen:\n%s", s.screen())
	}
	before := s.screen()
	s.keys("\x1a")
	if !s.until(func() bool { return strings.Contains(s.written(), "\x1b[?1049l") }) {
		t.Fatal("^Z does not give the terminal back")
	}
	s.restored()
	// The program listens for the signal only a moment after it gave the terminal back.
	on := func() bool { return leftOn(s.written()) != "" }
	for deadline := time.Now().Add(patience); !on() && time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if err := s.cmd.Process.Signal(syscall.SIGCONT); err != nil {
			t.Fatal(err)
		}
	}
	s.see("^" + regexp.QuoteMeta(before) + "$").keys("?").see("Keys").keys("\x03")
	s.ended()
	s.restored()
}

// TestSignalsOneAfterTheOther: neither a signal that comes with the first frame nor one
// that comes while the program ends leaves the terminal as it is then.
func TestSignalsOneAfterTheOther(t *testing.T) {
	t.Parallel()
	s := startDeaf(t, exec.Command(binary(t), "--fresh"), []string{"HOME=" + t.TempDir(), "TERM=xterm-256color"}, 80, 24)
	if !s.until(func() bool { return strings.Contains(s.written(), "AQIM") }) {
		t.Fatal("no first frame")
	}
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT} {
		if s.cmd.Process.Signal(sig) != nil {
			break // it has ended
		}
		time.Sleep(time.Millisecond)
	}
	// One that comes when the terminal has been given back may kill what is left (-1).
	if code := s.ended(); code != 0 && code != exitInterrupted && code != -1 {
		t.Errorf("exit code %d", code)
	}
	s.restored()
}

// TestSignalsWhileEditing ends the program once the editor has ended, however long that
// takes, with the terminal as it was. An interrupt is the editor's.
func TestSignalsWhileEditing(t *testing.T) {
	t.Parallel()
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		t.Run(sig.String(), func(t *testing.T) {
			t.Parallel()
			dir, env := apollo(t)
			s := startDeaf(t, exec.Command(binary(t), "--data", dir), env, 80, 24)
			s.see("Kennedy asks").keys("e").see("EDITING")
			before := modes(t, s)
			if err := s.cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			time.Sleep(2 * hangUpGrace)
			s.keys("sub 's/Kennedy asks/JFK asks/'\r")
			if sig == syscall.SIGINT {
				s.see(`▌ .*JFK asks`).keys("\x03")
			}
			s.ended()
			s.restored()
			if after := modes(t, s); !reflect.DeepEqual(before, after) {
				t.Errorf("the terminal's line discipline was %v, is %v", before, after)
			}
		})
	}
}

// modes are those of the terminal's line discipline.
func modes(t *testing.T, s *screen) *term.State {
	t.Helper()
	state, err := term.GetState(s.tty.Fd())
	if err != nil {
		t.Fatal(err)
	}
	return state
}

// TestSignalsOnAStoppedTerminal: a terminal that takes nothing does not keep the program
// from ending.
func TestSignalsOnAStoppedTerminal(t *testing.T) {
	t.Parallel()
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		t.Run(sig.String(), func(t *testing.T) {
			t.Parallel()
			cmd := exec.Command(binary(t), "--fresh")
			cmd.Env = []string{"HOME=" + t.TempDir(), "TERM=xterm-256color"}
			tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 200, Rows: 60})
			if err != nil {
				t.Fatal(err)
			}
			defer tty.Close()
			done := make(chan error, 1)
			go func() { done <- cmd.Wait() }()
			var seen []byte
			for buf := make([]byte, 4096); !bytes.Contains(seen, []byte("AQIM and Mali")); {
				n, err := tty.Read(buf)
				if err != nil {
					t.Fatal(err)
				}
				seen = append(seen, buf[:n]...)
			}
			for n := range 40 { // nobody reads from here on; every size is drawn whole
				if err := pty.Setsize(tty, &pty.Winsize{Cols: 200, Rows: uint16(50 + n%10)}); err != nil {
					t.Fatal(err)
				}
				time.Sleep(20 * time.Millisecond)
			}
			if err := cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			select {
			case <-done:
			case <-time.After(patience):
				_ = cmd.Process.Kill()
				t.Error("the program does not end")
			}
		})
	}
}
