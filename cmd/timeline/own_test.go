package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestGuideToOnesOwn runs what data/README.md says word by word, in an empty folder: no
// command may fail, and the events are there in the end.
func TestGuideToOnesOwn(t *testing.T) {
	t.Parallel()
	guide, err := os.ReadFile(filepath.Join("..", "..", "data", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	commands := regexp.MustCompile("(?s)```sh\n(timeline init apollo.*?)```").FindSubmatch(guide)
	if commands == nil {
		t.Fatal("the guide has no example")
	}
	home := t.TempDir()
	if err := os.Symlink(binary(t), filepath.Join(home, "timeline")); err != nil {
		t.Fatal(err)
	}
	work := t.TempDir()
	const book = "@book{chaikin94, title = {A Man on the Moon: The Voyages}, author = {Chaikin, Andrew}, year = 1994}\n"
	if err := os.WriteFile(filepath.Join(work, "chaikin.bib"), []byte(book), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("sh", "-e", "-c", strings.Replace(string(commands[1]), "--bibtex chaikin.bib", "--bibtex ../chaikin.bib", 1))
	cmd.Dir = work
	cmd.Env = []string{"HOME=" + home, "PATH=" + home + string(os.PathListSeparator) + os.Getenv("PATH")}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v:\n%s", err, out)
	}
	for _, want := range []string{"5 events", "; sourced", "25 May 1961", "27 Jan 1967", "21–27 Dec 1968", "20 Jul 1969", "7–19 Dec 1972"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if _, err := os.Stat(filepath.Join(work, "apollo", "events", "1967-01-27-a-fire-kills-three-astronauts.md")); err != nil {
		t.Error("the guide shows a file that is not made")
	}
}
