package present

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestWords(t *testing.T) {
	t.Parallel()
	for _, w := range []Word{{17, Next, 0}, {0, Stop, 6}, {1<<64 - 1, Time, 0}, {3, Stop, -1}} {
		if got, err := ParseWord(w.String()); err != nil || got != w {
			t.Errorf("%q: %v, %v", w, got, err)
		}
	}
	for _, bad := range []string{"", "next", "1 quit", "1 next 2", "1 stop", "1 stop x", "01 next", "1  next", "1 next ", "-1 next", "1 stop 06", "1 next\x1b", strings.Repeat("1", 70) + " next"} {
		if w, err := ParseWord(bad); err == nil {
			t.Errorf("%q is taken as %v", bad, w)
		}
	}
}

func FuzzWord(f *testing.F) {
	f.Add("17 next")
	f.Add("17 stop 6")
	f.Fuzz(func(t *testing.T, line string) {
		if w, err := ParseWord(line); err == nil && w.String() != line {
			t.Errorf("%q is read as %v", line, w)
		}
	})
}

func TestClock(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)
	after := func(s int) time.Time { return now.Add(time.Duration(s) * time.Second) }
	reads := func(c Clock, at, session, stop int) {
		t.Helper()
		if s, p := c.Read(after(at)); s != time.Duration(session)*time.Second || p != time.Duration(stop)*time.Second {
			t.Errorf("after %d s: %v, %v", at, s, p)
		}
	}
	var c Clock
	reads(c, 5, 0, 0)
	c = c.Start(after(0)).Start(after(3))
	reads(c, 10, 10, 10)
	c = c.Arrive(after(10))
	reads(c, 15, 15, 5)
	c = c.Stop(after(20)).Stop(after(30))
	reads(c, 40, 20, 10)
	c = c.Arrive(after(40))
	reads(c, 50, 20, 0)
	c = c.Start(after(60))
	reads(c, 70, 30, 10)
	reads(c, 50, 20, 0) // a clock that was set back
}

func share(t *testing.T, dir string) *Share {
	t.Helper()
	s, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.End(true) })
	return s
}

func TestFollow(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := share(t, dir)
	if err := s.Put(State{Dataset: "d", Tour: "mali", Stop: 6, Of: 12, Step: 2}); err != nil {
		t.Fatal(err)
	}
	list := Sessions(dir)
	if len(list) != 1 || !list[0].Alive || list[0].Stop != 6 || list[0].Seq != 1 || list[0].PID != os.Getpid() {
		t.Fatalf("%+v", list)
	}
	for _, ending := range []string{".json", ".lock", ".keys"} {
		if info, err := os.Stat(s.name + ending); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", ending, info.Mode(), err)
		}
	}
	// Two presenters press at once: one step.
	for range 2 {
		if err := list[0].Ask(Next, 0); err != nil {
			t.Fatal(err)
		}
	}
	if w := <-s.Words(); w.What != Next {
		t.Errorf("%+v", w)
	}
	if err := s.Put(State{Stop: 6, Of: 12, Step: 3}); err != nil {
		t.Fatal(err)
	}
	now := list[0].Again()
	if now.Step != 3 || now.Seq != 2 {
		t.Errorf("%+v", now)
	}
	if err := now.Ask(Stop, 9); err != nil {
		t.Fatal(err)
	}
	if w := <-s.Words(); w != (Word{2, Stop, 9}) {
		t.Errorf("%+v", w)
	}
}

// A flood of requests for one state is one request, and garbage is none.
func TestFlood(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := share(t, dir)
	if err := s.Put(State{Of: 1}); err != nil {
		t.Fatal(err)
	}
	pipe, err := os.OpenFile(s.name+".keys", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	flood := strings.Repeat("x", 1<<20) + "\n" + strings.Repeat("1 next\n", 100_000) + "\x00\xff\n1 quit\n"
	if _, err := pipe.WriteString(flood); err != nil {
		t.Fatal(err)
	}
	<-s.Words()
	if err := s.Put(State{Of: 1}); err != nil {
		t.Fatal(err)
	}
	if _, err := pipe.WriteString("2 black\n"); err != nil {
		t.Fatal(err)
	}
	if w := <-s.Words(); w.What != Black {
		t.Errorf("%+v", w)
	}
}

// What a tour left behind is where the next start goes on, once.
func TestLeft(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := share(t, dir)
	if err := s.Put(State{Dataset: "d", Tour: "mali", Stop: 6, Of: 12, Step: 2}); err != nil {
		t.Fatal(err)
	}
	if _, found := Left(dir, "d", "mali", time.Now()); found {
		t.Error("a tour that goes on was taken for one that ended")
	}
	old := Sessions(dir)
	if err := s.End(false); err != nil {
		t.Fatal(err)
	}
	if again := old[0].Again(); again.Alive || again.Stop != 6 {
		t.Errorf("after the end: %+v", again)
	}
	if err := old[0].Ask(Next, 0); err == nil {
		t.Error("an ended tour takes requests")
	}
	if _, found := Left(dir, "other", "mali", time.Now()); found {
		t.Error("the state of another dataset was taken")
	}
	if left, found := Left(dir, "d", "mali", time.Now()); !found || left.Stop != 6 || left.Step != 2 {
		t.Errorf("%+v, %t", left, found)
	}
	if _, found := Left(dir, "d", "mali", time.Now()); found {
		t.Error("it was there twice")
	}
}

func TestLeftIsForgotten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := share(t, dir)
	if err := s.Put(State{Dataset: "d", Tour: "mali", Of: 12}); err != nil {
		t.Fatal(err)
	}
	if err := s.End(false); err != nil {
		t.Fatal(err)
	}
	if _, found := Left(dir, "d", "mali", time.Now().Add(2*keep)); found {
		t.Error("a state of yesterday was taken")
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*")); len(files) > 0 {
		t.Errorf("left: %v", files)
	}
}

// Files that others could have put there are not read.
func TestHostileFiles(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write := func(name, text string, mode os.FileMode) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(filepath.Join(dir, name), mode); err != nil {
			t.Fatal(err)
		}
	}
	write("aside", `{"stop":1,"of":2}`, 0o600)
	if err := os.Symlink("aside", filepath.Join(dir, "present-1.json")); err != nil {
		t.Fatal(err)
	}
	write("present-2.json", "{"+strings.Repeat(" ", 1<<20)+"}", 0o600)
	write("present-3.json", "\x00\x1b garbage", 0o600)
	write("present-4.json", `{"stop":3,"of":2}`, 0o600)
	write("present-9.json", `{"stop":1,"of":2,"page":3,"pages":2}`, 0o600)
	write("present-5.json", `{"stop":1,"of":2}`, 0o644)
	if err := os.Mkdir(filepath.Join(dir, "present-6.json"), 0o700); err != nil {
		t.Fatal(err)
	}
	if f, err := makePipe(filepath.Join(dir, "present-7.json")); err == nil {
		defer f.Close()
	}
	write("present-8.json", `{"stop":1,"of":2}`, 0o600)
	write("present-8.keys", "", 0o600)
	list := Sessions(dir)
	if len(list) != 1 || filepath.Base(list[0].name) != "present-8" {
		t.Errorf("%+v", list)
	}
	if err := list[0].Ask(Next, 0); err == nil {
		t.Error("a plain file was written to as a pipe")
	}
	if _, err := os.Stat(filepath.Join(dir, "present-8.keys")); err != nil {
		t.Error(err)
	}
}

// What another account owns is neither read nor written to, even where its mode would
// allow it: its state, its lock, its pipe, its folder.
func TestForeignOwner(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("only root can give a file to another account")
	}
	const nobody = 65534
	s := share(t, t.TempDir())
	dir := filepath.Dir(s.name)
	if err := s.Put(State{Dataset: "d", Tour: "mali", Stop: 1, Of: 2, Step: 1}); err != nil {
		t.Fatal(err)
	}
	ours := func() []Session {
		t.Helper()
		return Sessions(dir)
	}
	list := ours()
	if len(list) != 1 || !list[0].Alive {
		t.Fatalf("%+v", list)
	}
	given := func(name string, to int) {
		t.Helper()
		if err := os.Lchown(name, to, to); err != nil {
			t.Fatal(err)
		}
	}
	given(s.name+".keys", nobody)
	if err := list[0].Ask(Next, 0); err == nil {
		t.Error("another account’s pipe was written to")
	}
	given(s.name+".keys", 0)
	given(s.name+".lock", nobody)
	if list := ours(); len(list) != 1 || list[0].Alive {
		t.Errorf("another account’s lock counts: %+v", list)
	}
	given(s.name+".lock", 0)
	given(s.name+".json", nobody)
	if list := ours(); len(list) != 0 {
		t.Errorf("another account’s state was read: %+v", list)
	}
	if again := list[0].Again(); again.Alive {
		t.Errorf("another account’s state was followed: %+v", again)
	}
	if left, found := Left(dir, "d", "mali", time.Now()); found {
		t.Errorf("another account’s state was gone on from: %+v", left)
	}
	base := t.TempDir()
	if err := os.Mkdir(filepath.Join(base, "timeline"), 0o700); err != nil {
		t.Fatal(err)
	}
	given(filepath.Join(base, "timeline"), nobody)
	if dir, err := Dir(func(k string) string { return map[string]string{"XDG_RUNTIME_DIR": base}[k] }); err == nil || !strings.Contains(err.Error(), "another account's") {
		t.Errorf("another account’s folder was taken: %q, %v", dir, err)
	}
}

func TestDir(t *testing.T) {
	t.Parallel()
	base := t.TempDir()
	env := func(runtime, home string) func(string) string {
		return func(k string) string { return map[string]string{"XDG_RUNTIME_DIR": runtime, "HOME": home}[k] }
	}
	open, shut, linked := filepath.Join(base, "open"), filepath.Join(base, "shut"), filepath.Join(base, "linked")
	for _, dir := range []string{open, shut, linked} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(open, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(shut, filepath.Join(linked, "timeline")); err != nil {
		t.Fatal(err)
	}
	state := filepath.Join(base, "home", ".local", "state", "timeline", "present")
	for _, c := range []struct{ runtime, want string }{{shut, filepath.Join(shut, "timeline")}, {open, state}, {"", state}, {"relative", state}, {filepath.Join(base, "none"), state}} {
		dir, err := Dir(env(c.runtime, filepath.Join(base, "home")))
		if err != nil || dir != c.want {
			t.Errorf("%q: %q, %v", c.runtime, dir, err)
		} else if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%q: %v", dir, info.Mode())
		}
	}
	if dir, err := Dir(env(linked, base)); err == nil {
		t.Errorf("a link was taken: %q", dir)
	}
	if dir, err := Dir(env("", "")); err == nil {
		t.Errorf("no folder, and %q", dir)
	}
}
