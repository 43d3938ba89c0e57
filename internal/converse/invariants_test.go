package converse

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/articles"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/session"
	"timeline/internal/ui"
)

// hostile texts would draw, move the cursor, retitle the window or turn the line.
var hostile = []string{
	"\x1b[2J\x1b]0;owned\x07", "a\rb", "tab\there", "line\nfeed\r\n", "\u202eevil\u202c", "zero\u200bwidth", "bad\xffbytes",
	"─│┌█▓░", "⠿⡇", "→⇒←", "■▲●", "\u2b1b\u2b06", "\U0001fb00", "e" + strings.Repeat("\u0301", 40), "\u009b31m", strings.Repeat("long ", 300), "**bold** `code`", "%s%d%!", "",
}

// hostileData is the fixture with every free text made hostile.
func hostileData(r *rand.Rand) *events.Dataset {
	d := fixture()
	bad := func() string { return hostile[r.IntN(len(hostile))] + " word " + hostile[r.IntN(len(hostile))] }
	var es []events.Event
	for _, e := range d.All() {
		es = append(es, *e)
	}
	for i := range es {
		e := &es[i]
		e.Title, e.Summary, e.Note, e.DateReason = bad(), bad(), bad(), bad()
		e.Claims = append([]events.Claim(nil), e.Claims...)
		for k := range e.Claims {
			c := &e.Claims[k]
			c.Quote, c.Says, c.Words, c.Hedge, c.BasisNote = bad(), bad(), bad(), bad(), bad()
			c.Figures = []events.Figure{{What: bad(), Value: bad()}}
		}
		e.Disputes = []events.Dispute{{Text: bad()}, {About: 200, Text: bad()}}
	}
	es = append(es, events.Event{ID: "odd", Title: bad(), Date: edtf.MustParse("../1885")}, events.Event{ID: "none", Title: bad()})
	as, ps, ss := append([]events.Actor(nil), d.Actors...), append([]events.Place(nil), d.Places...), append([]events.Source(nil), d.Sources...)
	for i := range as {
		as[i].Name, as[i].Profile, as[i].Uncertain = bad(), bad(), bad()
		as[i].Spellings = []events.Spelling{{As: bad()}, {As: bad(), Form: 99}}
		as[i].Relations = []events.Relation{{Kind: 99, To: "nobody", Note: bad(), Office: bad()}, {To: as[0].ID}}
	}
	for i := range ps {
		ps[i].Name, ps[i].Country, ps[i].Note = bad(), bad(), bad()
	}
	for i := range ss {
		ss[i].Title, ss[i].Container, ss[i].Publisher, ss[i].URL, ss[i].DateNote, ss[i].Rights = bad(), bad(), bad(), bad(), bad(), bad()
		ss[i].Authors = []events.Author{{Given: bad(), Family: bad()}}
	}
	return events.New(events.Meta{Title: bad()}, es, as, ps, ss)
}

// randomLine is a line as a person, a cat or an enemy types it.
func randomLine(r *rand.Rand) string {
	args := append([]string{"", "", "1", "2", "3", "7", "99", "all", "april 1885", "1885", "+2w", "-1y", "market", "ida", "actor ida holm", "type letter", "not type talks",
		"group net guild with members", "type:letter", "is:disputed", "actor:net-guild", "actor:net-guild+", "from:1884 to:1886", "-type:talks", "nothing:here", "in", "out", "days", "next", "citation", "bibtex", "from the start",
		"places", "5 before", "1889-02-03-letter", "odd", "none", "\"open", "never", "order 17", "alone", "a", "leave", "leave"}, hostile...)
	arg := args[r.IntN(len(args))]
	if r.IntN(4) == 0 {
		return arg
	}
	table := commands()
	c := table[r.IntN(len(table))]
	name := c.names[r.IntN(len(c.names))]
	if c.names[0] == "quit" {
		return ""
	}
	if r.IntN(12) == 0 {
		name = name[:len(name)-1] // misspelt
	}
	return name + " " + arg
}

// faults lists what an answer holds that it must not.
func faults(answer string, width int) []string {
	var out []string
	if !utf8.ValidString(answer) {
		out = append(out, "bytes that are not UTF-8")
	}
	for _, r := range answer {
		switch {
		case r == '\n':
		case unicode.IsControl(r), drawing(r):
			out = append(out, fmt.Sprintf("%U", r))
		case r >= 0x2190 && r <= 0x21FF, r >= 0x2500 && r <= 0x25FF, r >= 0x2800 && r <= 0x28FF, unicode.Is(unicode.Bidi_Control, r):
			out = append(out, fmt.Sprintf("%U", r))
		}
	}
	if !strings.Contains(strings.ReplaceAll(answer, "\n", " "), "on lines of its own:") { // texts to be copied are as they are
		if strings.Contains(answer, "  ") || strings.Contains("\n"+answer, "\n ") {
			out = append(out, "spaces that align")
		}
		for line := range strings.SplitSeq(answer, "\n") {
			if width > 0 && ansi.StringWidth(line) > width && strings.Contains(line, " ") {
				out = append(out, "too wide: "+line)
			}
		}
	}
	return out
}

// TestAnswersAreText holds random conversations on hostile data.
func TestAnswersAreText(t *testing.T) {
	t.Parallel()
	seeds := uint64(6)
	if *long {
		seeds = 200
	}
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 5))
		cfg := configured()
		cfg.Data = hostileData(r)
		cfg.Width = []int{0, 0, 20, 72}[r.IntN(4)]
		cfg.Bookmarks = []string{"gone\x1b", "odd"}
		cfg.Cite = func(source string, _ []events.Locator, style string) (string, error) {
			return hostile[r.IntN(len(hostile))] + "\r\nTY  - JOUR", nil
		}
		cfg.Articles = func() (session.Articles, error) {
			if r.IntN(5) == 0 {
				return nil, errors.New(hostile[0])
			}
			return session.Articles{"brandt-1901": articles.Read([]byte(strings.Join(hostile, "\n\n")), nil, nil)}, nil
		}
		if seed%6 == 0 {
			cfg.Data = eventstest.Generate(500, seed)
		}
		talk := newTalk(cfg)
		talk.greet()
		var typed []string
		for range 150 {
			if bad := faults(talk.out.String(), cfg.Width); len(bad) > 0 {
				t.Fatalf("seed %d, after %q: %q in\n%q", seed, typed[max(0, len(typed)-3):], bad, talk.out.String())
			}
			if len(typed) > 0 && typed[len(typed)-1] != "" && talk.out.Len() == 0 {
				t.Fatalf("seed %d: no answer to %q", seed, typed[len(typed)-1])
			}
			if len(talk.Shown) > 0 && (talk.Pos < 0 || talk.Pos >= len(talk.Shown)) {
				t.Fatalf("seed %d: at %d of %d", seed, talk.Pos, len(talk.Shown))
			}
			talk.cfg.Out = io.Discard
			if err := talk.answered(); err != nil {
				t.Fatal(err)
			}
			line := strings.TrimSpace(strings.ReplaceAll(randomLine(r), "\n", " "))
			typed = append(typed, line)
			talk.do(line)
		}
	}
}

// TestTwins demands a plain command for every action of the full screen.
func TestTwins(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, row := range regexp.MustCompile("\\| `([a-z-]+)` \\|\n").FindAllStringSubmatch(ui.KeysMarkdown(), -1) {
		id := row[1]
		known[id] = true
		line, ok := twins[id]
		if !ok {
			t.Errorf("%s has no plain twin", id)
			continue
		}
		if _, _, ok := lookUp(line); !ok {
			t.Errorf("%s: %q is no command", id, line)
		}
		for _, typed := range []string{line, id, strings.ReplaceAll(id, "-", " "), strings.ToUpper(id)} {
			out, _ := converse(t, configured(), "next", typed)
			_, answer, _ := strings.Cut(out, "> "+typed+"\n")
			if answer = strings.TrimSuffix(answer, "> \n"); answer == "" || strings.Contains(answer, "no command") {
				t.Errorf("%s: %q answers %q", id, typed, answer)
			}
		}
	}
	if len(known) < 40 {
		t.Errorf("the screen has %d actions", len(known))
	}
	for id := range twins {
		if !known[id] {
			t.Errorf("%s is no action of the screen any more", id)
		}
	}
}

// TestNames demands that every name means one command.
func TestNames(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, c := range commands() {
		for _, name := range c.names {
			if seen[name] {
				t.Errorf("%q is the name of two commands", name)
			}
			seen[name] = true
			if got, arg, ok := lookUp(name); !ok || arg != "" || got.names[0] != c.names[0] {
				t.Errorf("%q means %q", name, got.names)
			}
		}
		if c.help == "" || c.group == "" {
			t.Errorf("%s is not explained", c.names[0])
		}
	}
}

// FuzzConversation feeds any script to a conversation.
func FuzzConversation(f *testing.F) {
	f.Add("next\nread all\nquit\n")
	f.Add("actors\n1\nexclude 2\nall of\nclear all\nzoom in\n2\n")
	f.Add("go to april 1885\ntype:letter\nnxt\n1\n\x1b[A\ncopy bibtex\n")
	f.Fuzz(func(t *testing.T, script string) {
		var out strings.Builder
		cfg := configured()
		cfg.In, cfg.Out = strings.NewReader(script), &out
		if _, err := Run(cfg); err != nil {
			t.Fatal(err)
		}
		if bad := faults(strings.ReplaceAll(out.String(), "> ", ">"), 0); len(bad) > 0 {
			t.Fatalf("%q in %q", bad, out.String())
		}
	})
}
