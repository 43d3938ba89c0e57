package ui

import (
	"encoding/base64"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/articles"
	"timeline/internal/cite"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/printable"
	"timeline/internal/session"
	"timeline/internal/ui/tuitest"
)

// Packs and generated datasets may hold any text: their records are not checked.
// Whatever they hold, a frame is made of characters that are seen, of SGR
// sequences and of hyperlinks to the web, and it is as wide and high as the
// terminal.

// hostileBrowser is a browser on it, with hostile answers from outside too.
func hostileBrowser(d *events.Dataset, text, remembered string, w, h int) *Model {
	fault := errors.New(text)
	return New(Config{
		Width: w, Height: h, Notice: text, Copy: func(string) error { return fault },
		Config: session.Config{
			Data: d, Bookmarks: []string{text, text + "1"},
			Memory: session.Memory{Event: text + "1", Query: remembered, Zoom: text},
			Cite: func(source string, at []events.Locator, style string) (string, error) {
				st, err := cite.ParseStyle(style)
				if s := d.Source(source); err == nil && s != nil {
					return cite.Format(d, s, at, st, edtf.Date{}), nil
				}
				return "", fault
			},
			SaveBookmark: func(string, bool) error { return fault },
			Articles: func() (session.Articles, error) {
				if strings.HasPrefix(text, "a") {
					return nil, fault
				}
				return session.Articles{text + "s0": articles.Read([]byte("# "+text+"\n\n"+text+"\n\n"+text), d.Source(text+"s0"), nil), text: articles.Read([]byte(text), nil, nil)}, nil
			},
		}})
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
	"5", "5jl", "5v", "5v\r", "5vv", "5vvv", "5vvvvp", "5zl", "5y", "5?", "6", "6l\r", "6v", "6z", "6o", "6?", "7", "7jz", "7]\t", "7\r", "7ypY", "7?",
	"T", "T\r", "T\r\r\r\r\r\r", "T\r\r\r\r\r\r\r", "Tj\r", "Tj\ra", "Tj\rax", "Tjj\ra", "Tjjj\ra", "Tjjjj\ra", "Tjjjjj\r\r\r\r\r\r", "Tjjjjjj\rayY", "Tsx", "Ts17\r",
}

// isLong tells of bombs whose length is what is hostile about them. To draw one costs
// as much as to draw ten of the others.
func isLong(bomb string) bool { return len(bomb) > 1000 }

func TestHostileTextOnEveryScreen(t *testing.T) {
	t.Parallel()
	for k, bomb := range eventstest.Bombs(*long) {
		t.Run(fmt.Sprint(k), func(t *testing.T) {
			t.Parallel()
			d := eventstest.Hostile(bomb, bomb)
			every := 16 // screens are passed over but one, another for each bomb
			if isLong(bomb) {
				every = 48
			}
			for n, keys := range hostileScreens {
				size := sizes[(n+k)%len(sizes)] // each bomb on each screen, at one size or another
				if passed := (n+k)%every != 0 && (n > 0 || isLong(bomb) && k%2 != 0); passed && !*long {
					continue
				}
				remembered := bomb
				if n > 0 {
					remembered = "" // to read it as a query costs more than all the rest
				}
				m := typed(t, hostileBrowser(d, bomb, remembered, size[0], size[1]), keys)
				checkScreen(t, m, size[0], size[1], fmt.Sprintf("%.60q %q", bomb, keys))
			}
		})
	}
}

// checkScreen fails unless the screen is of the right size and clean.
func checkScreen(t *testing.T, m *Model, w, h int, after string) {
	t.Helper()
	v := m.View()
	checkSize(t, v.Content, w, h, after)
	checkClean(t, v.Content, after)
	if printable.Title(v.WindowTitle) != v.WindowTitle {
		t.Fatalf("after %s: window title %q", after, v.WindowTitle)
	}
}

// TestHostileTextTypedAndPasted puts bombs where people type.
func TestHostileTextTypedAndPasted(t *testing.T) {
	t.Parallel()
	for k, bomb := range eventstest.Bombs(*long) {
		for n, keys := range []string{"/", "t", "F", "a", "f", "?", ":", "'", "y", "o", "\r", ""} {
			if !*long && ((n+k)%4 != 0 || isLong(bomb) && k%3 != n%3) {
				continue
			}
			m := typed(t, browser(80, 24), keys)
			next, cmd := m.Update(tea.PasteMsg{Content: bomb})
			m = settledBy(next.(*Model), cmd)
			after := fmt.Sprintf("%q and pasting %.60q", keys, bomb)
			checkScreen(t, m, 80, 24, after)
			next, cmd = m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
			m = settledBy(next.(*Model), cmd)
			checkScreen(t, m, 80, 24, after+" and enter")
			m = typed(t, m, "n")
			checkScreen(t, m, 80, 24, after+", enter and n")
		}
	}
}

// TestClipboardIsClean: what is copied may be pasted into a shell.
func TestClipboardIsClean(t *testing.T) {
	t.Parallel()
	for k, bomb := range eventstest.Bombs(*long) {
		if !*long && isLong(bomb) && k%2 != 0 {
			continue
		}
		var local string
		m := hostileBrowser(eventstest.Hostile(bomb, bomb), bomb, "", 80, 24)
		m.c.Clipboard = func(s string) error { local = s; return nil }
		m = typed(t, m, "jj")
		i, _ := m.c.Current()
		for _, item := range session.Items {
			cmd := copyItem(m.c, item, i)
			for _, text := range append(clipboardTexts(cmd), m.c.Copied.Text) {
				if printable.Block(text) != strings.ReplaceAll(text, "\r\n", "\n") {
					t.Errorf("%s of %.60q copies %.200q", item.What, bomb, text)
				}
			}
			settledBy(m, cmd)
			if printable.Block(local) != strings.ReplaceAll(local, "\r\n", "\n") {
				t.Errorf("%s of %.60q copies %.200q to the local clipboard", item.What, bomb, local)
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

// TestHostileTextInTheTerminal looks at the bytes that are written.
func TestHostileTextInTheTerminal(t *testing.T) {
	t.Parallel()
	for k, bomb := range eventstest.Bombs(*long) {
		if !*long && k%5 != 0 {
			continue
		}
		synctest.Test(t, func(t *testing.T) {
			term := tuitest.Start(t, hostileBrowser(eventstest.Hostile(bomb, bomb), bomb, bomb, 80, 24), 80, 24)
			term.Type("j")
			term.Type("\r")
			term.Type("y")
			term.Type("q")
			raw := term.Raw()
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

// TestLongArticle: of a text of thousands of paragraphs only a part is rendered.
func TestLongArticle(t *testing.T) {
	t.Parallel()
	text := articles.Read([]byte("One paragraph."), nil, nil)
	paragraphs := 4000
	if *long {
		paragraphs = 100_000
	}
	for range paragraphs {
		text.Blocks = append(text.Blocks, text.Blocks[0])
	}
	m := browser(100, 30, func(c *Config) {
		c.Articles = func() (session.Articles, error) { return session.Articles{"ferro-1950": text}, nil }
	})
	m = typed(t, m, "\r\rG")
	if !strings.Contains(ansi.Strip(m.Frame()), "the rest of this text is too long") {
		t.Error("the end of the article is not the bound of what is rendered")
	}
	checkFrame(t, m, 100, 30, "a long article")
}

func TestHostileNamesWhileOpening(t *testing.T) {
	t.Parallel()
	for _, bomb := range eventstest.Bombs(*long) {
		for _, size := range sizes {
			o := NewOpening(bomb, size[0], size[1], colorprofile.TrueColor, func(func(int, int) bool) (*events.Dataset, error) { return nil, errors.New(bomb) }, startBrowser)
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
