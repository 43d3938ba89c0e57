package articles_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"timeline/internal/articles"
	"timeline/internal/events"
)

func TestReadByLayout(t *testing.T) {
	t.Parallel()
	d := invented(t, nil)
	type block struct{ At, Label, Text, Markdown string }
	for id, want := range map[string][]block{
		"harbour-1910": {
			{"h1", "", "The Harbour Letters : A Study", "# The Harbour Letters : A Study"},
			{"h2", "", "By Ada Moreau", "*By Ada Moreau*"},
			{"p1", "", "The harbour of Port-Clair closed on 3 May 1904, when the first ships of the Al-Bahr company (founded in 1899), which owned it, left for good.",
				`The harbour of Port-Clair closed on 3 May 1904, when the first ships of the Al-Bahr company (founded in 1899\[1\]), which owned it, left for good.\[2\]`},
			{"h3", "", "The Dispute", "## The Dispute"},
			{"p2", "", "Nobody’s ﬁrst letter, “dated 7 June 1904”, has survived. The second letter has survived, and the second letter was never answered.",
				"Nobody’s ﬁrst letter, “dated 7 June 1904”, has survived. The second letter has survived, and the second letter was never answered."},
			{"n1", "[1]", "See http://example.org/al-bahr.html.", `\[1\] *See http&#58;//example.org/al-bahr.html.*`},
			{"n2", "[2]", "It was “never” proven.", `\[2\] *It was “never” proven.*`},
		},
		"ledger-1912": {
			{"h1", "", "The Ledger", "# The Ledger"},
			{"h2", "", "by Bo Lind", "*by Bo Lind*"},
			{"h3", "", "WHAT IT SAYS", "## WHAT IT SAYS"},
			{"p1", "", "The ledger, begun in 1904, lists every ship of the harbour and its master.[1]",
				`The ledger, begun in 1904, lists every ship of the harbour and its master.\[1\]`},
			{"p2", "", "It ends in 1911 -- or so they say.", "It ends in 1911 -- or so they say."},
			{"b1", "", "Bo Lind is a clerk. ❖", "*Bo Lind is a clerk. ❖*"},
			{"n1", "[1]", "Some 40 ships.", `\[1\] *Some 40 ships.*`},
		},
	} {
		a := read(d)[id]
		if !a.Exact || a.Source != id || a.SHA256 != d.Layout(id).SHA256 {
			t.Errorf("%s: exact %v, source %q", id, a.Exact, a.Source)
		}
		var got []block
		for i, b := range a.Blocks {
			got = append(got, block{b.At.String(), b.Label, b.Text, a.Markdown(i)})
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
}

// TestReadOtherCopies: what paragraphs come of texts without a layout.
func TestReadOtherCopies(t *testing.T) {
	t.Parallel()
	wide := func(s string) string { return "Words " + strings.Repeat("word ", 11) + s } // lines of some 70 letters
	tests := []struct {
		name, text string
		want       []string // kind: text
	}{
		{"a line a paragraph", "A Title\n\nOne long paragraph stands here.\n\nSecond paragraph, on one line too.\n",
			[]string{"title: A Title", "paragraph: One long paragraph stands here.", "paragraph: Second paragraph, on one line too."}},
		{"wrapped", wide("first") + "\n" + wide("second") + "\nend.\n\n" + wide("third") + "\nend.\n",
			[]string{"paragraph: " + wide("first") + " " + wide("second") + " end.", "paragraph: " + wide("third") + " end."}},
		{"broken by a page", wide("first,") + "\n\n12\n\fand " + wide("second.") + "\n",
			[]string{"paragraph: " + wide("first,") + " and " + wide("second.")}},
		{"doubled", wide("first") + "\n\n" + wide("second") + "\n\n" + wide("third") + "\n\nend.\n\n" + wide("Fourth") + "\n",
			[]string{"paragraph: " + wide("first") + " " + wide("second") + " " + wide("third") + " end.", "paragraph: " + wide("Fourth")}},
		{"hyphen", wide("of Al-") + "\nBahr.\n", []string{"paragraph: " + wide("of Al-Bahr.")}},
		{"heading", wide("one.") + "\n\nThe Dispute\n\n" + wide("two.") + "\n",
			[]string{"paragraph: " + wide("one."), "heading: The Dispute", "paragraph: " + wide("two.")}},
		{"items", wide("one:") + "\n\n1. first\n2. second\n\n[3] a note of the text\n",
			[]string{"paragraph: " + wide("one:"), "item: 1. first", "item: 2. second", "note: a note of the text"}},
		{"mark", wide("ships") + "\n4\n" + wide("sailed.") + "\n", []string{"paragraph: " + wide("ships") + " " + wide("sailed.")}},
		{"nothing", " \n\n\t\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := articles.Read([]byte(tt.text), nil, nil)
			var got []string
			for i, b := range a.Blocks {
				got = append(got, b.Kind+": "+b.Text)
				if want := (events.Locator{Kind: 'p', Number: uint16(i + 1)}); b.At != want || a.Exact {
					t.Errorf("block %d is %s, exact %v", i, b.At, a.Exact)
				}
			}
			for i := range tt.want {
				tt.want[i] = strings.TrimSpace(strings.Join(strings.Fields(tt.want[i]), " "))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestReadDropsWhatATerminalObeys(t *testing.T) {
	t.Parallel()
	a := articles.Read([]byte("red \x1b[31mink\x07 and \u202eback\u200b wards\x00\xff\n"), nil, nil)
	if got, want := a.Blocks[0].Text, "red [31mink and back wards\uFFFD"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPassageAndSpans(t *testing.T) {
	t.Parallel()
	d := invented(t, nil)
	exact := read(d)["harbour-1910"]
	other := articles.Read([]byte(harbour+"\nx\n"), d.Source("harbour-1910"), d.Layout("harbour-1910"))
	tests := []struct {
		name, at, quote string
		spans           []string // nil: no passage in the other copy
	}{
		{"cut", "p1", "closed on 3 May 1904 […] left for good", []string{"closed on 3 May 1904", "left for good"}},
		{"over a mark", "p1", "(founded in 1899), which owned it", []string{"(founded in 1899), which owned it"}},
		{"over a line end", "p1", "ships of the Al- Bahr company", []string{"ships of the Al-Bahr company"}},
		{"other marks, ligature", "p2", `Nobody's first letter, "dated 7 June 1904"`, []string{"Nobody’s ﬁrst letter, “dated 7 June 1904”"}},
		{"one part missing", "p2", "has survived […] in the attic […] never answered", []string{"has survived", "never answered"}},
		{"ligature cut in two", "p2", "irst letter", nil},
		{"not there", "p2", "burnt at sea in a storm", nil},
		{"only a cut", "p2", "[…]", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			at, _ := events.ParseLocator(tt.at)
			c := events.Claim{Source: "harbour-1910", At: at, Quote: tt.quote}
			for _, a := range []*articles.Article{exact, other} {
				block, ok := a.Passage(c)
				if ok != (a.Exact || tt.spans != nil) || ok && a.Exact && a.Blocks[block].At != at {
					t.Errorf("exact %v: block %d, %v", a.Exact, block, ok)
				}
				if !ok {
					continue
				}
				var got []string
				for _, s := range a.Spans(block, tt.quote) {
					got = append(got, a.Blocks[block].Text[s[0]:s[1]])
				}
				if diff := cmp.Diff(tt.spans, got); diff != "" {
					t.Errorf("exact %v, -want +got:\n%s", a.Exact, diff)
				}
			}
		})
	}
	if exact.Spans(-1, "x") != nil || exact.Spans(99, "x") != nil || exact.Markdown(99) != "" {
		t.Error("a block that does not exist has something in it")
	}
}

// FuzzRead: any bytes make an article of bounded size whose text can be shown
// and searched.
func FuzzRead(f *testing.F) {
	f.Add([]byte(harbour), "left for good")
	f.Add([]byte(ledger), "every ship")
	f.Add([]byte("*a**b***c[x](y)[[](\\\\(/a\\))"), "a")
	f.Add([]byte("e\n\u0301\n12\n\u0301 \ufb01- \u00ad x-\n-y"), "x-")
	d := invented(f, nil)
	f.Fuzz(func(t *testing.T, text []byte, quote string) {
		layout := *d.Layout("harbour-1910")
		loose := articles.Read(text, d.Source("harbour-1910"), d.Layout("harbour-1910"))
		layout.SHA256 = hashOf(string(text))
		exact := articles.Read(text, nil, &layout)
		if !exact.Exact {
			t.Fatal("not taken for the layout's text")
		}
		for _, a := range []*articles.Article{loose, exact} {
			size := 0
			for i, b := range a.Blocks {
				size += len(b.Text)
				if !utf8.ValidString(b.Text) || !norm.NFC.IsNormalString(b.Text) || strings.ContainsAny(b.Text, "\n\t\x1b\u202e") {
					t.Fatalf("text %q", b.Text)
				}
				for _, m := range b.Marks {
					if m.Offset < 0 || m.Offset > len(b.Text) {
						t.Fatalf("mark %v in %q", m, b.Text)
					}
				}
				for _, s := range a.Spans(i, quote) {
					if s[0] < 0 || s[1] <= s[0] || s[1] > len(b.Text) {
						t.Fatalf("span %v of %q in %q", s, quote, b.Text)
					}
				}
				if b.Text != "" && !strings.Contains(quote+b.Text, "[…]") && len(a.Spans(i, b.Text)) != 1 {
					t.Fatalf("%q is not found in itself", b.Text)
				}
				if strings.Contains(a.Markdown(i), "\n") {
					t.Fatalf("markdown %q", a.Markdown(i))
				}
			}
			if a == loose && size > 3*len(text)+16 {
				t.Fatalf("%d bytes became %d", len(text), size)
			}
		}
	})
}
