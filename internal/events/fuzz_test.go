package events_test

import (
	"errors"
	"strings"
	"testing"

	"timeline/internal/events"
	"timeline/internal/printable"
)

// FuzzLoadEvent reads any event file among sound ones. What is not refused is
// fit to be shown, and what is refused is so with the file's name.
func FuzzLoadEvent(f *testing.F) {
	sound := small()[event]
	f.Add(sound)
	for _, b := range textBombs {
		f.Add(strings.Replace(sound, "They met.", b.text, 1))
	}
	for _, front := range []string{"title: &x [*x]\n", "a: &a {b: *a}\n", "? {a: b}\n", "title: !!binary x\n", "claims: [[[[[\n", "date: ../..\n", "\t\n", "%YAML 9.9\n---\n", "figures: {}\n"} {
		f.Add("---\n" + front + "---\nSummary.\n")
		f.Add(strings.Replace(sound, "actors:\n", front+"actors:\n", 1))
	}
	f.Add("---\n---\n")
	f.Add("---\n\n---")
	f.Add(strings.ReplaceAll(sound, "\n", "\r\n"))
	f.Fuzz(func(t *testing.T, text string) {
		files := small()
		files[event] = text
		d, err := events.Load(folder(files), nil)
		if err != nil {
			var ps events.Problems
			if !errors.As(err, &ps) || len(ps) == 0 {
				t.Fatalf("not a list of problems: %v", err)
			}
			for _, p := range ps {
				if p.File == "" || p.Rule == "" || p.What == "" || p.Line < 0 || p.Line > strings.Count(text, "\n")+2 && p.File == event {
					t.Errorf("problem %+v", p)
				}
				if s := p.String(); printable.Line(s) != s && clean(s) != nil {
					t.Errorf("the report is not clean: %q", s)
				}
			}
			return
		}
		e := d.Event(0)
		for _, s := range []string{e.Title, e.Summary, e.Note, e.DateReason} {
			for l := range strings.SplitSeq(s, "\n") {
				if !printable.Clean(l) {
					t.Errorf("%q was loaded", l)
				}
			}
		}
		for _, c := range e.Claims {
			for _, s := range []string{c.Words, c.BasisNote, c.Hedge, c.Quote, c.Says} {
				if printable.Block(s) != s {
					t.Errorf("%q was loaded", s)
				}
			}
		}
	})
}

// FuzzLoadRecords reads any text as each other kind of file.
func FuzzLoadRecords(f *testing.F) {
	for name, text := range small() {
		f.Add(name, text)
	}
	f.Add("verified.yaml", "texts: {a: b}\nquotes: {1950-05-01-meeting/1: x}\n")
	f.Add("coverage/ferro.yaml", "sha256: x\nwords: 100\nblocks:\n  - {id: p1, kind: paragraph, lines: 1-2, events: [1950-05-01-meeting]}\n  - {id: h1, kind: heading, lines: 3, heading: A, none: heading}\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		files := small()
		if _, known := files[name]; !known && name != "verified.yaml" && name != "coverage/ferro.yaml" {
			return
		}
		files[name] = text
		if d, err := events.Load(folder(files), nil); err == nil {
			d.Where("ferro", events.Locator{Kind: 'p', Number: 1})
			for _, a := range d.Actors {
				if !printable.Clean(a.Name) {
					t.Errorf("%q was loaded", a.Name)
				}
			}
		} else if err := clean(err.Error()); err != nil {
			t.Error(err)
		}
	})
}
