package articles_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"timeline/internal/articles"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

const articleDir = "../../../shared/articles"

// realTexts are the received texts by source id. They are no part of the
// repository, so that most clones cannot run these tests.
func realTexts(t *testing.T) map[string][]byte {
	t.Helper()
	paths, _ := filepath.Glob(articleDir + "/*-20*.txt")
	if len(paths) == 0 {
		t.Skip("the articles are not at hand in " + articleDir)
	}
	texts := map[string][]byte{}
	for _, p := range paths {
		text, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		texts[strings.TrimSuffix(filepath.Base(p), ".txt")] = text
	}
	return texts
}

// realArticles are the received texts as articles, by source id: nobody may change them.
func realArticles(t *testing.T) map[string]*articles.Article {
	t.Helper()
	texts, d := realTexts(t), eventstest.BuiltIn(t)
	readReal.Do(func() {
		for id, text := range texts {
			real[id] = articles.Read(text, d.Source(id), d.Layout(id))
		}
	})
	return real
}

var (
	readReal sync.Once
	real     = map[string]*articles.Article{}
)

func TestRealQuotations(t *testing.T) {
	t.Parallel()
	arts, d := realArticles(t), eventstest.BuiltIn(t)
	sum, problems := articles.Verify(d, arts)
	for _, p := range problems {
		t.Error(p)
	}
	for _, c := range sum.Articles {
		t.Logf("%-15s exact %v, %d of %d quotations verified, %d of %d words quoted (%.0f %%)",
			c.Source, c.Exact, c.Verified, c.Quotations, c.Quoted, c.Words, 100*c.Share())
	}
}

func TestRealLayouts(t *testing.T) {
	t.Parallel()
	arts, d := realArticles(t), eventstest.BuiltIn(t)
	for id, a := range arts {
		if !a.Exact {
			t.Errorf("%s: not the text of the layout", id)
			continue
		}
		marks := 0
		for _, b := range a.Blocks {
			l := d.Layout(id).Block(b.At)
			if l.Kind == "heading" && events.NormalizeQuote(l.Heading) != events.NormalizeQuote(b.Text) {
				t.Errorf("%s %s: heading %q reads %q", id, b.At, l.Heading, b.Text)
			}
			if strings.ContainsAny(b.Text, "*#\n\t") || strings.Contains(b.Text, "](") || strings.Contains(b.Text, "  ") {
				t.Errorf("%s %s: not clean: %.80q", id, b.At, b.Text)
			}
			marks += len(b.Marks)
		}
		if want := map[string]int{"guidere-2014": 30}[id]; marks != want {
			t.Errorf("%s: %d note marks, want %d", id, marks, want)
		}
	}
}

// TestRealIdentified: by hash, and by content after the kind of conversion that
// readers' copies have gone through.
func TestRealIdentified(t *testing.T) {
	t.Parallel()
	texts, arts, d := realTexts(t), realArticles(t), eventstest.BuiltIn(t)
	for id, text := range texts {
		a := arts[id]
		for name, copied := range map[string][]byte{
			"as received": text,
			"Windows":     []byte("\ufeff" + strings.ReplaceAll(string(text), "\n", "\r\n")),
			"re-wrapped":  []byte(rewrapped(a, 60)),
		} {
			got, err := articles.Identify(copied, d)
			if got != id || err != nil {
				t.Errorf("%s, %s: identified as %q (%v)", id, name, got, err)
			}
			b := articles.Read(copied, d.Source(id), d.Layout(id))
			if b.Exact != (name != "re-wrapped") {
				t.Errorf("%s, %s: exact %v", id, name, b.Exact)
			}
			_, problems := articles.Verify(d, map[string]*articles.Article{id: b})
			for _, p := range problems {
				if p.Rule != articles.RuleOtherCopy {
					t.Errorf("%s, %s: %v", id, name, p)
				}
			}
		}
	}
}

// rewrapped is an article without its furniture, in lines of at most width
// bytes, a blank line between blocks.
func rewrapped(a *articles.Article, width int) string {
	var out strings.Builder
	for _, b := range a.Blocks {
		line := ""
		for _, w := range strings.Fields(b.Label + " " + b.Text) {
			if line != "" && len(line)+1+len(w) > width {
				out.WriteString(line + "\n")
				line = ""
			}
			line = strings.TrimSpace(line + " " + w)
		}
		out.WriteString(line + "\n\n")
	}
	return out.String()
}

// TestRealCopiesRead: the blocks of a re-wrapped copy are nearly those of the
// layout.
func TestRealCopiesRead(t *testing.T) {
	t.Parallel()
	arts, d := realArticles(t), eventstest.BuiltIn(t)
	for id, a := range arts {
		b := articles.Read([]byte(rewrapped(a, 60)), d.Source(id), d.Layout(id))
		same, blocks := 0, 0
		for _, x := range a.Blocks {
			if x.Text == "" {
				continue
			}
			blocks++
			if slices.ContainsFunc(b.Blocks, func(y articles.Block) bool { return y.Text == x.Text }) {
				same++
			}
		}
		t.Logf("%s: %d of %d blocks alike", id, same, blocks)
		if same*10 < blocks*7 {
			t.Errorf("%s: only %d of %d blocks alike", id, same, blocks)
		}
	}
}
