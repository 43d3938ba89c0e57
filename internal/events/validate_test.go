package events_test

import (
	"errors"
	"strings"
	"testing"

	"timeline/internal/events"
)

// covered is the small dataset with a coverage file and a record of
// verification, so that every rule can be broken.
func covered(t *testing.T) map[string]string {
	t.Helper()
	files := small()
	files["coverage/ferro.yaml"] = `sha256: "00"
words: 90
blocks:
  - {id: h1, kind: title, lines: "1", none: the title}
  - {id: p1, kind: paragraph, lines: "3-5", events: [1950-05-01-meeting]}
`
	d, err := events.Load(folder(files), nil)
	if err != nil {
		t.Fatal(err)
	}
	e := d.Event(0)
	files["verified.yaml"] = "texts: {ferro: \"00\"}\nquotes:\n  " + events.QuoteKey(e.ID, 0) + ": \"" + events.QuoteHash(e.Claims[0]) + "\"\n"
	return files
}

const (
	second = `---
title: Another meeting
date: 1960
type: meeting
level: standard
claims:
  - {source: ferro, at: p1, date: 1960, words: in 1960, basis: stated, says: They met again., quote: they met there on the day}
---
They met again.
`
	later = `  - {source: ferro, at: p1, date: 1951, words: in 1951, basis: stated, says: They met.}
`
)

// TestRules breaks one rule at a time and nothing else: the report must name
// that rule alone, the file, the line and a remedy.
func TestRules(t *testing.T) {
	type edit struct{ file, old, new string }
	for _, c := range []struct {
		rule string
		edit edit
		file string
		line int
	}{
		{"missing-file", edit{"dataset.yaml", "", ""}, "dataset.yaml", 0},
		{"missing-field", edit{"dataset.yaml", "title: A small dataset\n", ""}, "dataset.yaml", 1},
		{"unknown-field", edit{event, "level: standard", "level: standard\nplace: pass"}, event, 6},
		{"duplicate-field", edit{event, "type: meeting", "type: meeting\ntype: battle"}, event, 5},
		{"shape", edit{event, "places: [pass]", "places: pass"}, event, 8},
		{"yaml", edit{event, "title: A meeting", "title: A: meeting"}, event, 2},
		{"front-matter", edit{event, "\n---\n", "\n"}, event, 1},
		{"vocabulary", edit{event, "type: meeting", "type: meting"}, event, 4},
		{"date", edit{event, "date: 1950-05-01\ntype", "date: 1950-5-1\ntype"}, event, 3},
		{"locator", edit{event, "at: p1", "at: page 1"}, event, 11},
		{"number", edit{"places/pass.yaml", "lat: 46.5", "lat: north"}, "places/pass.yaml", 3},
		{"coordinates", edit{"places/pass.yaml", "lat: 46.5", "lat: 146.5"}, "places/pass.yaml", 3},
		{"text", edit{event, "says: They met.", "says: \"They\\u202emet.\""}, event, 15},
		{"title", edit{event, "title: A meeting", "title: A meeting."}, event, 2},
		{"summary", edit{event, "---\nThey met.\n", "---\n"}, event, 17},
		{"reference", edit{event, "places: [pass]", "places: [path]"}, event, 8},
		{"period", edit{"dataset.yaml", "1900/2000", "1960/2000"}, event, 3},
		{"finer-than-claims", edit{event, "    date: 1950-05-01\n    words: on 1 May 1950", "    date: 1950-05\n    words: in May 1950"}, event, 3},
		{"date-reason", edit{event, "claims:\n", "claims:\n  - {source: ferro, at: p1, date: 1950-05, words: in May 1950, basis: stated, says: They met.}\n"}, event, 3},
		{"claims", edit{event, event, ""}, event, 9}, // replaced below
		{"quote-length", edit{event, "they met there on the day", "they met there"}, event, 16},
		{"no-quotation", edit{event, "    quote: they met there on the day\n", ""}, event, 10},
		{"stated-day", edit{event, "words: on 1 May 1950", "words: on May Day"}, event, 13},
		{"basis-note", edit{event, "basis: stated", "basis: derived"}, event, 14},
		{"link", edit{event, "places: [pass]", "places: [pass]\nlinks:\n  - {is: follows, to: 1950-05-01-meeting}"}, event, 10},
		{"missing-field", edit{event, "level: standard\n", ""}, event, 2},
		{"importance", edit{event, "level: standard", "level: standard\nimportance: minor"}, event, 6},
		{"vocabulary", edit{event, "level: standard", "level: major"}, event, 5},
		{"show-at", edit{event, "type: meeting", "show-at: 1950-06\nshow-at-reason: It was later.\ntype: meeting"}, event, 4},
		{"show-at", edit{event, "type: meeting", "show-at: 1950-05-01\ntype: meeting"}, event, 4},
		{"show-at", edit{event, "type: meeting", "show-at-reason: It was later.\ntype: meeting"}, event, 4},
		{"show-at", edit{event, "type: meeting", "show-at: 1950-05-01/1950-05-01\nshow-at-reason: It was then.\ntype: meeting"}, event, 4},
		{"was", edit{event, "type: meeting", "was: [meeting]\ntype: meeting"}, event, 4},
		{"was", edit{event, "type: meeting", "was: [1950-05-01-meeting]\ntype: meeting"}, event, 4},
		{"was", edit{event, "type: meeting", "was: [1950-talk, 1950-talk]\ntype: meeting"}, event, 4},
		{"beside-claims", edit{event, "type: meeting", "beside-claims: ferro has a misprint.\ntype: meeting"}, event, 4},
		{"beside-claims", edit{event, "date: 1950-05-01\ntype", "date: 1950-05-02\nbeside-claims: A misprint.\ntype"}, event, 4},
		{"dispute-with", edit{event, "places: [pass]", "places: [pass]\ndisputes:\n  - {about: order, text: Which was first?}"}, event, 10},
		{"dispute-with", edit{event, "places: [pass]", "places: [pass]\ndisputes:\n  - {about: date, with: [1950-05-01-meeting], text: Which was it?}"}, event, 10},
		{"dispute-with", edit{event, "places: [pass]", "places: [pass]\ndisputes:\n  - {about: order, with: [1950-05-01-meeting], text: Which was first?}"}, event, 10},
		{"reference", edit{event, "places: [pass]", "places: [pass]\ndisputes:\n  - {about: order, with: [1950-05-02-meeting], text: Which was first?}"}, event, 10},
		{"key-excerpt", edit{event, "level: standard", "level: key"}, event, 10},
		{"vocabulary", edit{event, "places: [pass]", "places: [{place: pass, role: near}]"}, event, 8},
		{"missing-field", edit{event, "places: [pass]", "places: [{place: pass}]"}, event, 8},
		{"short", edit{"actors/anna.yaml", "kind: person", "kind: person\nshort: Anna of the Pass"}, "actors/anna.yaml", 3},
		{"short", edit{"places/pass.yaml", "country:", "short: 日本語の長い題名\ncountry:"}, "places/pass.yaml", 2},
		{"reference", edit{"actors/anna.yaml", "profile:", "relations:\n  - {is: succeeds, to: anne, event: 1950-05-02-meeting, source: ferro, at: p1}\nprofile:"}, "actors/anna.yaml", 6},
		{"relation", edit{"actors/anna.yaml", "profile:", "relations:\n  - {is: rival-of, to: anna, source: ferro, at: p1}\nprofile:"}, "actors/anna.yaml", 6},
		{"lines", edit{"coverage/ferro.yaml", `lines: "3-5"`, `lines: "5-3"`}, "coverage/ferro.yaml", 5},
		{"unaccounted", edit{"coverage/ferro.yaml", ", none: the title", ""}, "coverage/ferro.yaml", 4},
		{"duplicate", edit{"coverage/ferro.yaml", "  - {id: p1", "  - {id: h1, kind: title, lines: \"2\", none: again}\n  - {id: p1"}, "coverage/ferro.yaml", 5},
		{"quote-share", edit{"coverage/ferro.yaml", "words: 90", "words: 15"}, "coverage/ferro.yaml", 2},
		{"changed-since-verified", edit{event, "they met there on the day", "they met here on the day"}, event, 16},
		{"stale-record", edit{"verified.yaml", "quotes:\n", "quotes:\n  1950-05-01-meeting/9: \"00\"\n"}, "verified.yaml", 0},
	} {
		t.Run(c.rule, func(t *testing.T) {
			files := covered(t)
			switch {
			case c.rule == "missing-file":
				delete(files, "dataset.yaml")
			case c.rule == "claims":
				head, _, _ := strings.Cut(files[event], "claims:")
				files[event] = head + "claims: []\n---\nThey met.\n"
				files["coverage/ferro.yaml"] = strings.Replace(files["coverage/ferro.yaml"], "events: [1950-05-01-meeting]", "none: nothing", 1)
				delete(files, "verified.yaml")
			default:
				changed := strings.Replace(files[c.edit.file], c.edit.old, c.edit.new, 1)
				if changed == files[c.edit.file] {
					t.Fatalf("%q is not in %s", c.edit.old, c.edit.file)
				}
				files[c.edit.file] = changed
			}
			if c.edit.file == event && c.rule != "changed-since-verified" {
				delete(files, "verified.yaml") // the rule at hand alone
			}
			breaksOnly(t, files, c.rule, c.file, c.line)
		})
	}
}

// TestRulesAcrossFiles breaks rules that take another file to break.
func TestRulesAcrossFiles(t *testing.T) {
	const another = "events/1960-another.md"
	listed := func(files map[string]string) {
		files["coverage/ferro.yaml"] = strings.Replace(files["coverage/ferro.yaml"], "[1950-05-01-meeting]", "[1950-05-01-meeting, 1960-another]", 1)
	}
	for _, c := range []struct {
		rule, file string
		line       int
		change     func(files map[string]string)
	}{
		{"coverage", another, 7, func(files map[string]string) { files[another] = second; delete(files, "verified.yaml") }},
		{"coverage", "coverage/ferro.yaml", 4, func(files map[string]string) {
			files["coverage/ferro.yaml"] = strings.Replace(files["coverage/ferro.yaml"], "none: the title", "events: [1950-05-01-meeting]", 1)
		}},
		{"unverified", another, 7, func(files map[string]string) { files[another] = second; listed(files) }},
		{"event-id", "events/meeting.md", 0, func(files map[string]string) {
			files["events/meeting.md"] = second
			delete(files, "coverage/ferro.yaml")
			delete(files, "verified.yaml")
		}},
		{"dispute", event, 3, func(files map[string]string) {
			text := strings.Replace(files[event], "---\nThey met.", later+"---\nThey met.", 1)
			files[event] = strings.Replace(text, "type: meeting", "date-reason: The first is nearer.\ntype: meeting", 1)
		}},
		{"homonym", "actors/hanna.yaml", 4, func(files map[string]string) {
			files["actors/hanna.yaml"] = strings.Replace(files["actors/anna.yaml"], "name: Anna", "name: Hanna", 1)
		}},
		{"file-name", "events/notes.txt", 0, func(files map[string]string) { files["events/notes.txt"] = "x" }},
		{"empty", "events", 0, func(files map[string]string) {
			delete(files, event)
			delete(files, "coverage/ferro.yaml")
			delete(files, "verified.yaml")
		}},
	} {
		t.Run(c.rule+" in "+c.file, func(t *testing.T) {
			files := covered(t)
			c.change(files)
			breaksOnly(t, files, c.rule, c.file, c.line)
		})
	}
}

// breaksOnly checks a dataset and fails unless its one broken rule is this one.
func breaksOnly(t *testing.T, files map[string]string, rule, file string, line int) {
	t.Helper()
	_, err := events.Check(folder(files))
	var problems events.Problems
	if !errors.As(err, &problems) || len(problems) == 0 {
		t.Fatalf("not refused: %v", err)
	}
	for _, p := range problems {
		if p.Rule != rule {
			t.Errorf("breaks %s too: %s", p.Rule, p)
		}
		if p.Remedy == "" || p.What == "" {
			t.Errorf("no remedy: %s", p)
		}
	}
	if p := problems[0]; p.File != file || p.Line != line {
		t.Errorf("reported at %s:%d, want %s:%d: %s", p.File, p.Line, file, line, p)
	}
}

func TestCoveredDatasetIsSound(t *testing.T) {
	d, err := events.Check(folder(covered(t)))
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Where("ferro", events.Locator{Kind: 'p', Number: 1}); got != "¶1" {
		t.Errorf("the locator reads %q", got)
	}
	if got := d.QuoteState(d.Event(0), 0); got != events.QuoteVerified {
		t.Errorf("the quotation's state is %d", got)
	}
}

// TestEveryQuotationIsGuarded changes one letter of each quotation of the
// built-in dataset in turn: its hash must notice.
func TestEveryQuotationIsGuarded(t *testing.T) {
	d := fromText(t)
	checked := 0
	for _, e := range d.All() {
		for n, c := range e.Claims {
			if c.Quote == "" {
				continue
			}
			want := d.Record().Quotes[events.QuoteKey(e.ID, n)]
			for _, changed := range []string{c.Quote + "x", c.Quote[1:], string(c.Quote[0]^1) + c.Quote[1:]} {
				c.Quote = changed
				if events.QuoteHash(c) == want {
					t.Errorf("%s claim %d: %q is not noticed", e.ID, n+1, changed)
				}
				checked++
			}
		}
	}
	if checked < 300 {
		t.Errorf("only %d changes were tried", checked)
	}
}
