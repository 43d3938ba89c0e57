package state

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// helperVar makes the test binary a program that updates a state file, for
// the tests that need other processes.
const helperVar = "TIMELINE_STATE_HELPER"

func TestMain(m *testing.M) {
	if args := os.Getenv(helperVar); args != "" {
		os.Exit(helper(strings.Split(args, "\n")))
	}
	os.Exit(m.Run())
}

// helper adds the bookmarks name-FROM, name-FROM+1 … before name-TO to the
// file at path and writes the number of each to standard output once it is
// acknowledged. args: path, name, FROM, TO, largest file it may write (0: any).
func helper(args []string) int {
	from, _ := strconv.Atoi(args[2])
	to, _ := strconv.Atoi(args[3])
	if limit, _ := strconv.Atoi(args[4]); limit > 0 {
		limitFiles(limit)
	}
	s := Open(args[0], time.Now)
	for i := from; i < to; i++ {
		if err := s.AddBookmark("d", args[1]+"-"+strconv.Itoa(i)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		fmt.Println(i)
	}
	return 0
}

// start runs helper with args in another process.
func start(t *testing.T, args ...string) (*exec.Cmd, *bufio.Scanner, *strings.Builder) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), helperVar+"="+strings.Join(args, "\n"))
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out), &stderr
}

// TestKilled kills a writing program again and again, each time a little
// later after an update: nothing that was acknowledged is ever missing.
func TestKilled(t *testing.T) {
	t.Parallel()
	rounds := 40
	if testing.Short() {
		rounds = 8
	}
	s := open(t)
	next := 0 // the first bookmark not acknowledged
	for round := range rounds {
		cmd, acks, stderr := start(t, s.path, "b", strconv.Itoa(next), "1000000", "0")
		for n := 0; n < 3 && acks.Scan(); n++ {
			next++
		}
		time.Sleep(time.Duration(round) * 97 * time.Microsecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for acks.Scan() {
			next++
		}
		_ = cmd.Wait() // killed
		if stderr.Len() > 0 {
			t.Fatalf("round %d: %s", round, stderr)
		}
		f := load(t, s)
		d := f.Dataset("d")
		if n := len(d.Bookmarks); n != next && n != next+1 {
			t.Fatalf("round %d: %d bookmarks, %d were acknowledged", round, n, next)
		}
		for i := range next {
			if want := "b-" + strconv.Itoa(i); d.Bookmarks[i].Event != want {
				t.Fatalf("round %d: bookmark %d is %s", round, i, d.Bookmarks[i].Event)
			}
		}
		next = len(d.Bookmarks)
	}
	if err := s.RemoveBookmark("d", "b-0"); err != nil { // tidies up a temporary file
		t.Fatal(err)
	}
	checkFolder(t, s)
}

// TestTogether lets programs add bookmarks at the same time, while this one
// adds and reads: all of them are there in the end.
func TestTogether(t *testing.T) {
	t.Parallel()
	const programs, each = 4, 15
	s := open(t)
	var wg sync.WaitGroup
	for p := range programs {
		cmd, acks, stderr := start(t, s.path, "p"+strconv.Itoa(p), "0", strconv.Itoa(each), "0")
		wg.Go(func() {
			for acks.Scan() {
			}
			if err := cmd.Wait(); err != nil {
				t.Errorf("program %d: %v: %s", p, err, stderr)
			}
		})
	}
	for g := range 2 {
		wg.Go(func() {
			for i := range each {
				if err := s.AddBookmark("d", fmt.Sprintf("g%d-%d", g, i)); err != nil {
					t.Error(err)
				}
				if _, notice, err := s.Load(); notice != "" || err != nil {
					t.Error(notice, err)
				}
			}
		})
	}
	wg.Wait()
	f := load(t, s)
	if n := len(f.Dataset("d").Bookmarks); n != (programs+2)*each {
		t.Errorf("%d bookmarks, want %d", n, (programs+2)*each)
	}
	checkFolder(t, s)
}

// TestFullDisk stands a limit on the size of files in for a full disk: the
// program says so, and the last good file stays.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	if !canLimitFiles {
		t.Skip("the size of files cannot be limited here")
	}
	s := open(t)
	cmd, acks, stderr := start(t, s.path, "b", "0", "1000", "2000")
	n := 0
	for acks.Scan() {
		n++
	}
	if err := cmd.Wait(); err == nil || n == 0 {
		t.Fatalf("%d updates went through, %v", n, err)
	}
	want := "your place and bookmarks are not saved: " + s.path + ": file too large\n"
	if stderr.String() != want {
		t.Errorf("said %q, want %q", stderr, want)
	}
	f := load(t, s)
	if got := len(f.Dataset("d").Bookmarks); got != n {
		t.Errorf("%d bookmarks, %d were acknowledged", got, n)
	}
	checkFolder(t, s)
}

// TestBusy holds the lock for longer than an update waits.
func TestBusy(t *testing.T) {
	t.Parallel()
	s := open(t)
	s.patience = 20 * time.Millisecond
	put(t, s, `{"version":1}`)
	release, err := lock(s.path+".lock", s.patience)
	if err != nil {
		t.Fatal(err)
	}
	load(t, s) // reading needs no lock
	checkError(t, s.AddBookmark("a", "e"), "not saved: "+s.path+": "+errLocked.Error())
	release()
	checkError(t, s.AddBookmark("a", "e"), "")
}

// TestImpossibleLock puts a folder where the lock belongs: waiting would not help.
func TestImpossibleLock(t *testing.T) {
	t.Parallel()
	s := open(t)
	if err := os.MkdirAll(s.path+".lock", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := s.AddBookmark("a", "e"); err == nil || errors.Is(err, errLocked) || !strings.Contains(err.Error(), ".lock") {
		t.Errorf("a folder for a lock: %v", err)
	}
}
