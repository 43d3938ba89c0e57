package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"
)

// A class's screen that nobody touches sleeps, whether it is shared or not, lit, black or
// left for the browser: for a second at least none of its threads runs. What wakes now and
// then, such as the collector of garbage, only makes this take longer, and so does a busy
// machine.
func TestClassScreenSleeps(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat("/proc/self/task"); err != nil {
		t.Skip("there is no /proc here to count wake-ups in")
	}
	for name, c := range map[string]struct{ keys, see string }{"lit": {"", "Read three claims"}, "black": {"b", ""}, "left": {"\x1b", "Tour paused"}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			class := start(t, t.TempDir(), 80, 24, "present", "aqim-in-mali").see("space begins").keys("6\r ").see("Read three claims").keys(c.keys).see(c.see)
			for deadline := time.Now().Add(patience); ; {
				before := wakeUps(t, class.cmd.Process.Pid)
				time.Sleep(time.Second)
				if wakeUps(t, class.cmd.Process.Pid) == before {
					break
				}
				if time.Now().After(deadline) {
					t.Fatal("it never sleeps for a second")
				}
			}
			class.keys("\x03").ended()
		})
	}
	t.Run("the presenter’s, which looks where the class is, is seen to run", func(t *testing.T) {
		t.Parallel()
		home := t.TempDir()
		class := start(t, home, 80, 24, "present", "aqim-in-mali").see("space begins").keys("6\r").see("6 of 12")
		notes := start(t, home, 80, 24, "present", "--notes").see("6 of 12")
		for before, deadline := wakeUps(t, notes.cmd.Process.Pid), time.Now().Add(patience); wakeUps(t, notes.cmd.Process.Pid) == before; time.Sleep(time.Second) {
			if time.Now().After(deadline) {
				t.Fatal("the presenter’s screen does not look: are wake-ups counted?")
			}
		}
		notes.keys("q").ended()
		class.keys("\x03").ended()
	})
}

var switched = regexp.MustCompile(`(?m)^(?:non)?voluntary_ctxt_switches:\s*(\d+)$`)

// wakeUps is how often the threads of a process have run.
func wakeUps(t *testing.T, pid int) int {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("/proc", strconv.Itoa(pid), "task/*/status"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no threads of %d: %v", pid, err)
	}
	sum := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			continue // a thread that has ended
		}
		for _, m := range switched.FindAllSubmatch(text, -1) {
			n, err := strconv.Atoi(string(m[1]))
			if err != nil {
				t.Fatal(err)
			}
			sum += n
		}
	}
	return sum
}
