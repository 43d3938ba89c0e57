//go:build unix

package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"timeline/internal/tours"
)

// Two terminals: the presenter's follows the class's and moves it, is right at once when
// it starts late, and nothing is lost when either dies.
func TestTwoScreens(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	class := start(t, home, 120, 40, "present", "--plain", "aqim-in-mali").see(`in twelve stops”, 12 stops`).keys("stop 6\r").see("Stop 6 of 12")
	notes := start(t, home, 120, 36, "present", "--notes").see(`6 of 12`).see("This is the first stop with four articles").see(`● heading\b`).see(`○ ask\b`)
	notes.keys(" ")
	class.see("The question: Read three claims")
	notes.see(`● ask\b`)
	class.keys("reveal\r").see("Its date is from March to April 2012")
	notes.see(`● date\b`).keys("9\r").see(`9 of 12`)
	class.see("Stop 9 of 12")
	notes.keys("c").see("the clock stands")

	// The presenter's screen dies: the class goes on, and another is right at once.
	kill(t, notes)
	class.keys("reveal\r").see("Secular rebels and Islamists")
	notes = start(t, home, 80, 24, "present", "--notes").see(`9 of 12`).see(`● ask\b`).see("stands")

	// The class's screen dies: the note stays, and the next start goes on where it was.
	kill(t, class)
	notes.see("ended ○").see("The date has two ends")
	class = start(t, home, 80, 24, "present", "--plain", "aqim-in-mali").see("It goes on where it was left").see("Secular rebels and Islamists")
	notes.see("● follows").see(`9 of 12`)
	notes.keys("q")
	if code := notes.ended(); code != 0 {
		t.Errorf("notes ended with %d", code)
	}
	notes.restored()
	class.keys("leave\r")
	if code := class.ended(); code != 0 {
		t.Errorf("the tour ended with %d", code)
	}
}

// kill kills a program without a warning, and waits for its end.
func kill(t *testing.T, s *screen) {
	t.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	select {
	case <-s.done:
	case <-time.After(patience):
		t.Fatal("it does not die")
	}
}

// What reaches a class's terminal holds no note, however the presenter moves.
func TestClassNeverReadsANote(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	home := t.TempDir()
	class := start(t, home, 120, 40, "present", "--plain", "aqim-in-mali").see("12 stops")
	notes := start(t, home, 80, 24, "present", "--notes").see("Notes")
	tour := tours.Usable(d)[0]
	for n := range tour.Stops {
		notes.see("● follows").keys("n").see(fmt.Sprintf(`Notes  %d of 12`, n+1))
		class.see(fmt.Sprintf("Stop %d of 12", n+1))
		notes.keys("A").see("● answer")
	}
	written := strings.Join(strings.Fields(class.written()), " ")
	for n, s := range tour.Stops {
		if words := strings.Fields(s.Note); strings.Contains(written, strings.Join(words[:min(5, len(words))], " ")) {
			t.Errorf("the note of stop %d reached the class", n+1)
		}
	}
	if files, err := filepath.Glob(filepath.Join(home, ".local/state/timeline/present/*")); err != nil || len(files) != 3 {
		t.Errorf("files %v, %v", files, err)
	}
}

// The class's screen and the presenter's, both drawn: one follows the other and moves it,
// and whatever way the class's screen ends, the terminal is as it was and the next start
// offers to go on.
func TestTourOnTwoScreens(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	class := start(t, home, 120, 36, "present", "aqim-in-mali").see("space begins").keys("6\r").see("Who took the north")
	notes := start(t, home, 120, 36, "present", "--notes").see("6 of 12").see("This is the first stop with four articles")
	class.keys(" ").see("Read three claims")
	notes.see(`● ask\b`).keys(" ")
	class.see("March–April 2012")
	class.keys("\x1b").see("Tour paused at 6 of 12")
	notes.see("the tour is paused")
	class.keys("\x1b[15~").see("Read three claims")
	notes.see("follows the class’s screen")

	kill(t, class)
	notes.see("ended ○")
	class = start(t, home, 80, 24, "present", "aqim-in-mali").see("continue at 6 of 12").keys(" ").see("March–April 2012")
	notes.see("follows the class’s screen").see("6 of 12").keys("q")

	class.keys("\x03")
	if code := class.ended(); code != 0 {
		t.Errorf("the tour ended with %d", code)
	}
	class.restored()
	class = start(t, home, 80, 24, "present", "aqim-in-mali").see("continue at 6 of 12").keys("gn").see("2 of 12")
	if err := class.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	class.ended()
	class.restored()
	class = start(t, home, 80, 24, "present", "aqim-in-mali").see("continue at 2 of 12").keys("qq")
	class.ended()
	class.restored()
}

// Where the screen cannot be drawn on a tour is in sentences, from the first line on.
func TestTourOnADumbTerminal(t *testing.T) {
	t.Parallel()
	cmd := exec.Command(binary(t), "present", "aqim-in-mali")
	class := startWith(t, cmd, []string{"HOME=" + t.TempDir(), "TERM=dumb"}, 80, 24)
	class.see("The command reveal goes on").keys("stop 6\r").see("Stop 6 of 12: Who took the north")
	class.keys("reveal\r").see("The question: Read three claims").keys("reveal\r").see("Its date is from March to April 2012")
	class.keys("leave\r")
	if code := class.ended(); code != 0 {
		t.Errorf("it ended with %d", code)
	}
	if strings.Contains(class.written(), "\x1b") {
		t.Errorf("a dumb terminal gets an escape: %q", class.written())
	}
}

// ^Z in the middle of a stop gives the terminal back, and the class comes back to the same
// step, which the presenter's screen has not lost.
func TestTourSuspends(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	class := start(t, home, 80, 24, "present", "aqim-in-mali").see("space begins").keys("6\r ").see("Read three claims")
	notes := start(t, home, 80, 24, "present", "--notes").see("6 of 12")
	class.keys("\x1a")
	for deadline := time.Now().Add(patience); !strings.Contains(class.written(), "\x1b[?1049l"); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("^Z does not give the terminal back")
		}
	}
	class.restored()
	notes.see("● follows")
	for deadline := time.Now().Add(patience); leftOn(class.written()) == "" && time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if err := class.cmd.Process.Signal(syscall.SIGCONT); err != nil {
			t.Fatal(err)
		}
	}
	class.see("Read three claims").keys(" ").see("March–April 2012")
	notes.see(`● date\b`).keys(" ")
	class.see("Lebovich").keys("\x03")
	class.ended()
	class.restored()
	notes.keys("q").ended()
}
