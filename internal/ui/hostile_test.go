package ui

import (
	"encoding/base64"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/articles"
	"timeline/internal/cite"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/printable"
	"timeline/internal/ui/tuitest"
)

// Packs and generated datasets may hold any text: their records are not checked.
// Whatever they hold, a frame is made of characters that are seen, of SGR
// sequences and of hyperlinks to the web, and it is as wide and high as the
// terminal.

// bombs are texts that would do something if they reached a terminal.
var bombs = []string{
	"",
	"a\x1b[31mred\x1b[2J\x1b[H",
	"a\x1b]0;retitled\x07b\x1b]0;again\x1b\\c",
	"a\x1b]52;c;bXk=\x07b",
	"a\x1b]8;;http://evil.example/\x07b\x1b]8;;\x07",
	"a\x1bPq#0;2\x1b\\b\x1b_Ga=d\x1b\\\x1b^pm\x1b\\",
	"a\x1b[?1049l\x1b[?1000h\x1bc\x1b7\x1b8",
	"a\u009b31mb\u009d0;t\u009cc\u0090q\u009c",
	"bell\a back\b\b\b form\f vertical\v null\x00 delete\x7f shift\x0e\x0f",
	"one\rtwo\r\nthree\nfour\n\n\nfive\ttab",
	"abc\u202edef\u202c \u2066iso\u2069 \u200emark\u200f \u061c",
	"zero\u200bwidth\u200c\u200d\u2060\ufeff\u00ad\u034f\u115f\u3164\uffa0",
	"a" + strings.Repeat("\u0301", 500) + "b" + strings.Repeat("\u0336", 500),
	"\u0301\u0301leading marks",
	"line\u2028separator\u2029paragraph\u0085next",
	"\U000e0041\U000e0042tags\ufe0f\ufe0e\U0001f3fb",
	"private\ue000\U0010fffd non\ufffe\uffff unassigned\u0378",
	"bytes\xff\xfe\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80 cut\xe2\x82",
	"&#27;[31m&#x1b;]0;t&#7;&#x9b;2J&#8238;&#x202e;&#8203;&bell;&#0;&#xffff;&Tab;&NewLine;&#13;x&zwj;&shy;",
	"\\\x1b[31m `\x1b[32m` **\x1b]0;x\a** <b>\x1b</b>",
	"<script>alert(1)</script><img src=x onerror=y><!-- c --><a href='javascript:x'>y</a>",
	"![image](http://a.example/i.png) ![i](file:///etc/passwd) ![\x1b](\x1b)",
	"[a](javascript:alert(1)) [b](data:text/html,x) [c](file:///etc/passwd) [d](vbscript:x) <javascript:x>",
	"[a](http://a.example/\u202e) [b](http://u:p@a.example) [c](http://a.example/%1b%07) <http://a.example/\u0301> http://www.a.example",
	"[a](http://a.example/&#27;]0;x&#7;) [b](<http://a.example/ \\\x1b>) [c]: http://x 'y'",
	"```\ncode\n```\n~~~\n# heading\n---\n> > > > quote\n- - - - list\n1. 2. 3.",
	"| a | b |\n|---|---|\n| \x1b[31m | c |\n| wide 日本語 | `|` |",
	"日本語の長い題名でとても幅が広い文字ばかり 한국어 ｆｕｌｌ",
	"عمر ناجي ومحمد بن عبد الكريم خانه\u200cها",
	"❤\ufe0f 👩\u200d🔬 🇲🇱 ☎ ½ ﬃ Ǆ ￼",
	"กำ ລຳ ㅎㅏㄴ 한 क्ष्म्य क्\u200dष မြွှေ့",
	"{{.text}} %s %d %n %!s(x) $(id) `id` ${x}",
	"=1+1\t@x\t-2+3",
	strings.Repeat("x", 20_000),
	strings.Repeat("long words in a row ", 2_000),
	strings.Repeat("> ", 200) + "deep",
	strings.Repeat("- ", 200) + "deep",
	strings.Repeat("[", 2_000) + strings.Repeat("](x)", 2_000),
	strings.Repeat("*a _b ", 1_500),
	strings.Repeat("<", 3_000),
	strings.Repeat("\n", 3_000) + "x",
	strings.Repeat("|", 1_000) + "\n" + strings.Repeat("|-", 1_000) + "\n" + strings.Repeat("|", 1_000),
}

// filled sets every string in v, however deep, to text.
func filled(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[edtf.Date]() {
			return
		}
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				filled(v.Field(i), text)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			filled(v.Index(i), text)
		}
	}
}

// hostile is a dataset that is text in every field, references that resolve, and
// one event whose references and vocabulary do not.
func hostile(text string) *events.Dataset {
	dates := []string{"1932-04-02", "1932-04", "1933-07~", "[1935,1936]", "1938/1940", "1941-02-03?", "1934-21", "../1931", "1940/..", "193X"}
	var es []events.Event
	for n, date := range dates {
		at := edtf.MustParse(date)
		claim := func() events.Claim {
			return events.Claim{At: events.Locator{Kind: 'p', Number: uint16(n + 1)}, Date: at, Basis: events.Basis(n), Figures: make([]events.Figure, 1)}
		}
		e := events.Event{Date: at, Major: n%2 == 0, Type: events.Type(n), Roles: make([]events.Role, 2), Places: make([]string, 2), Tags: make([]string, 2),
			Links: make([]events.Link, 1), Claims: []events.Claim{claim(), claim(), claim()}, Disputes: []events.Dispute{{About: events.DisputeKind(n)}}}
		filled(reflect.ValueOf(&e).Elem(), text)
		e.ID = fmt.Sprintf("%s%d", text, n)
		if n == 0 { // nothing resolves, and nothing is in a vocabulary
			e.Type, e.Roles[0].As, e.Links[0].Kind, e.Disputes[0].About, e.Claims[0].Basis = 255, 255, 255, 255, 255
			es = append(es, e)
			continue
		}
		e.Roles[0].Actor, e.Roles[1].Actor, e.Places[0], e.Links[0].To = text+"A0", text+"A1", text+"P0", fmt.Sprintf("%s%d", text, n-1)
		e.Claims[0].Source, e.Claims[1].Source = text+"S0", text+"S1"
		es = append(es, e)
	}
	es = append(es, events.Event{ID: text + "none", Title: text, Date: edtf.MustParse("1936"), Summary: text}) // without a claim
	var as []events.Actor
	var ps []events.Place
	var ss []events.Source
	for n := range 2 {
		a := events.Actor{Kind: events.ActorKind(n), Spellings: make([]events.Spelling, 2), Relations: make([]events.Relation, 2), Citations: make([]events.Citation, 1)}
		a.Spellings[0].Sources = make([]string, 1)
		filled(reflect.ValueOf(&a).Elem(), text)
		a.ID, a.Relations[0].To, a.Relations[0].Cite.Source = fmt.Sprintf("%sA%d", text, n), text+"A1", text+"S0"
		a.Relations[1].Kind = 255
		p := events.Place{Spellings: make([]events.Spelling, 1), Precision: events.PlacePrecision(n * 200)}
		filled(reflect.ValueOf(&p).Elem(), text)
		p.ID = fmt.Sprintf("%sP%d", text, n)
		s := events.Source{Authors: make([]events.Author, n), Date: edtf.MustParse("1950")}
		filled(reflect.ValueOf(&s).Elem(), text)
		s.ID = fmt.Sprintf("%sS%d", text, n)
		as, ps, ss = append(as, a), append(ps, p), append(ss, s)
	}
	meta := events.Meta{Period: edtf.MustParse("1930/1941")}
	filled(reflect.ValueOf(&meta).Elem(), text)
	return events.New(meta, es, as, ps, ss)
}

// hostileBrowser is a browser on it, with hostile answers from outside too.
func hostileBrowser(text string, w, h int) Model {
	d := hostile(text)
	fault := errors.New(text)
	return New(Config{
		Data: d, Width: w, Height: h, Bookmarks: []string{text, text + "1"}, Notice: text, Version: text,
		Memory: Memory{Event: text + "1", Query: text, Zoom: text},
		Now:    func() time.Time { return time.Unix(0, 0) },
		Cite: func(source string, at []events.Locator, style string) (string, error) {
			st, err := cite.ParseStyle(style)
			if s := d.Source(source); err == nil && s != nil {
				return cite.Format(d, s, at, st, edtf.Date{}), nil
			}
			return "", fault
		},
		SaveBookmark: func(string, bool) error { return fault },
		Copy:         func(string) error { return fault },
		Articles: func() (Articles, error) {
			if strings.HasPrefix(text, "a") {
				return nil, fault
			}
			return Articles{text + "S0": articles.Read([]byte("# "+text+"\n\n"+text+"\n\n"+text), d.Source(text+"S0"), nil), text: articles.Read([]byte(text), nil, nil)}, nil
		},
	})
}

// checkClean fails if a row holds anything but visible characters, SGR sequences
// and hyperlinks to the web that end on their row.
func checkClean(t *testing.T, frame, after string) {
	t.Helper()
	for y, row := range strings.Split(frame, "\n") {
		if err := cleanRow(row); err != nil {
			t.Fatalf("after %q: row %d: %v in %q", after, y, err, row)
		}
	}
}

func cleanRow(row string) error {
	plain, linked := "", false
	var state byte
	for rest := row; rest != ""; {
		seq, _, n, next := ansi.DecodeSequence(rest, state, nil)
		state = next
		rest = rest[n:]
		switch {
		case strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "m") && strings.Trim(seq[2:len(seq)-1], "0123456789;:") == "":
		case strings.HasPrefix(seq, "\x1b]8;"):
			body := strings.TrimSuffix(strings.TrimSuffix(seq[len("\x1b]8;"):], "\x07"), "\x1b\\")
			_, url, _ := strings.Cut(body, ";")
			if linked = url != ""; linked {
				if safe, ok := printable.URL(url); !ok || safe != url {
					return fmt.Errorf("a link to %q", url)
				}
			}
		case seq[0] < 0x20 || seq[0] >= 0x7f && seq[0] < 0xa0 && len(seq) > 1:
			return fmt.Errorf("sequence %q", seq)
		default:
			plain += seq
		}
	}
	if linked {
		return errors.New("a link that does not end")
	}
	if printable.Line(plain) != plain {
		return fmt.Errorf("unclean text %q", plain)
	}
	return nil
}

// hostileScreens are ways to every part of the screen.
var hostileScreens = []string{
	"", "j", "jjjjj", "G", "\t", "j\tjjjj", "\r", "j\r", "j\rjjj", "j\r\t", "j\r\t\t", "j\r\r", "G\r", "jjj\r\rjjG", "a", "a\r", "a\x05", "a\x07", "f", "fjjj", "f\r", "o", "jo",
	"jo\x0e\r", "t", "tx", "t1", "/", "/x", "/a\r", "/e\rn", "F", "Fa:b", "Fx", "a\r\x1bF", "?", ":", "'", "m'", "'\x0e\r", "'\x05", "y", "yq", "jyq", "jyc", "jyb", "jyr", "jyj", "jyf", "jysY", "jyiY", "jytY", "jyq" + "Y",
	"2", "2j", "2\t", "2jG", "3", "3j\r", "4", "4j", "4j\r", "z", "zz", "zzjj", "]", "}", "G\x0f", "a\r" + "x", "a\rX", "Fdate:1800\r", "m", "mm", "J", "1",
}

func TestHostileTextOnEveryScreen(t *testing.T) {
	for k, bomb := range bombs {
		for z, size := range sizes { // each bomb on each screen, at one size or another
			start := time.Now()
			first := hostileBrowser(bomb, size[0], size[1])
			for n, keys := range hostileScreens {
				if (n+k)%len(sizes) != z || testing.Short() && (n+k)%5 != 0 {
					continue
				}
				m := typed(t, first, keys)
				after := fmt.Sprintf("%.60q %q", bomb, keys)
				checkFrame(t, m, size[0], size[1], after)
				checkClean(t, m.Frame(), after)
				if title := m.View().WindowTitle; printable.Title(title) != title {
					t.Fatalf("after %s: window title %q", after, title)
				}
			}
			if took := time.Since(start) / time.Duration(len(hostileScreens)); took > 2*time.Second {
				t.Errorf("%.60q: %v a screen", bomb, took)
			}
		}
	}
}

// TestHostileTextTypedAndPasted puts bombs where people type.
func TestHostileTextTypedAndPasted(t *testing.T) {
	for _, bomb := range bombs {
		for _, keys := range []string{"/", "t", "F", "a", "f", "?", ":", "'", "y", "o", "\r", ""} {
			m := typed(t, browser(80, 24), keys)
			next, cmd := m.Update(tea.PasteMsg{Content: bomb})
			m = settledBy(next.(Model), cmd)
			after := fmt.Sprintf("%q and pasting %.60q", keys, bomb)
			checkFrame(t, m, 80, 24, after)
			checkClean(t, m.Frame(), after)
			next, cmd = m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
			m = settledBy(next.(Model), cmd)
			checkFrame(t, m, 80, 24, after+" and enter")
			checkClean(t, m.Frame(), after+" and enter")
			m = typed(t, m, "n")
			checkClean(t, m.Frame(), after+", enter and n")
		}
	}
}

// TestClipboardIsClean: what is copied may be pasted into a shell.
func TestClipboardIsClean(t *testing.T) {
	for _, bomb := range bombs {
		for _, item := range copyItems {
			var local string
			m := hostileBrowser(bomb, 80, 24)
			m.cfg.Copy = func(s string) error { local = s; return nil }
			m = typed(t, m, "jj")
			next, cmd, _ := m.copyByLetter(item.letter)
			for _, text := range append(clipboardTexts(cmd), next.lastCopy.text) {
				if printable.Block(text) != strings.ReplaceAll(text, "\r\n", "\n") {
					t.Errorf("%s of %.60q copies %.200q", item.what, bomb, text)
				}
			}
			settledBy(next, cmd)
			if printable.Block(local) != strings.ReplaceAll(local, "\r\n", "\n") {
				t.Errorf("%s of %.60q copies %.200q to the local clipboard", item.what, bomb, local)
			}
		}
	}
}

// clipboardTexts are what a command sends to the terminal's clipboard.
func clipboardTexts(cmd tea.Cmd) []string {
	if cmd == nil {
		return nil
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		var all []string
		for _, c := range msg {
			all = append(all, clipboardTexts(c)...)
		}
		return all
	default:
		if v := reflect.ValueOf(msg); v.IsValid() && v.Kind() == reflect.String {
			return []string{v.String()}
		}
	}
	return nil
}

// written keeps what a program writes.
type written struct {
	mu sync.Mutex
	b  strings.Builder
}

func (w *written) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.Write(p)
}

func (w *written) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.String()
}

// TestHostileTextInTheTerminal looks at the bytes that the framework writes.
func TestHostileTextInTheTerminal(t *testing.T) {
	for _, bomb := range bombs {
		synctest.Test(t, func(t *testing.T) {
			var out written
			term := tuitest.Start(t, hostileBrowser(bomb, 80, 24), 80, 24, tea.WithOutput(&out))
			term.Type("j")
			term.Type("\r")
			term.Type("y")
			term.Type("q")
			raw := out.String()
			for _, seq := range []string{"\x1b]0;retitled", "\x1b]0;again", "evil.example/\a", "\x1b[2J\x1b[H\x1b[2J", "\x1b]52;c;bXk="} {
				if strings.Contains(raw, seq) {
					t.Errorf("%.60q: %q was written", bomb, seq)
				}
			}
			for _, part := range strings.Split(raw, "\x1b]52;c;")[1:] {
				code, _, _ := strings.Cut(strings.TrimSuffix(part, "\x1b\\"), "\a")
				if text, err := base64.StdEncoding.DecodeString(code); err == nil && printable.Block(string(text)) != strings.ReplaceAll(string(text), "\r\n", "\n") {
					t.Errorf("%.60q: clipboard %q", bomb, text)
				}
			}
		})
	}
}

func TestHostileNamesWhileOpening(t *testing.T) {
	for _, bomb := range bombs {
		for _, size := range sizes {
			o := NewOpening(bomb, size[0], size[1], func(func(int, int) bool) (*events.Dataset, error) { return nil, errors.New(bomb) }, startBrowser)
			o.far.done.Store(1 << 40)
			o.far.total.Store(1)
			checkClean(t, o.frame(), bomb)
			for _, row := range strings.Split(o.frame(), "\n") {
				if ansi.StringWidth(row) != size[0] {
					t.Fatalf("%.60q: %q is not %d wide", bomb, row, size[0])
				}
			}
		}
	}
}
