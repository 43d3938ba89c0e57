package articles_test

import (
	"bytes"
	"flag"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"timeline/internal/articles"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

// withClaim is the invented dataset whose letter event has that claim only.
func withClaim(at, words, quote string) *events.Dataset {
	return events.New(events.Meta{}, []events.Event{{ID: "1904-06-07-letter", Claims: []events.Claim{{
		Source: "harbour-1910", At: locator(at), Words: words, Quote: quote,
	}}}}, nil, nil, []events.Source{{ID: "harbour-1910"}})
}

func locator(s string) events.Locator {
	at, _ := events.ParseLocator(s)
	return at
}

func TestVerifyInOrder(t *testing.T) {
	t.Parallel()
	d := invented(t, nil)
	arts := read(d)
	sum, problems := articles.Verify(d, arts)
	if len(problems) > 0 {
		t.Errorf("problems %v, summary %+v", problems, sum)
	}
	want := articles.Summary{Articles: []articles.Checked{
		{Source: "harbour-1910", Exact: true, Quotations: 2, Verified: 2, Quoted: 25, Words: 90},
		{Source: "ledger-1912", Exact: true, Quotations: 1, Verified: 1, Quoted: 9, Words: 40},
	}}
	if diff := cmp.Diff(want, sum); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	delete(arts, "ledger-1912")
	if sum, _ = articles.Verify(d, arts); len(sum.Missing) != 1 || sum.Missing[0] != "ledger-1912" {
		t.Errorf("without the ledger: %+v", sum)
	}
}

func TestVerifyFaults(t *testing.T) {
	t.Parallel()
	arts := read(invented(t, nil))
	tests := []struct{ name, at, words, quote, what string }{
		{"twice", "p2", "", "second letter", "the quotation is found twice in the block"},
		{"twice with a cut", "p2", "", "second letter […] was never", "the quotation is found twice in the block"},
		{"elsewhere", "p1", "", "has survived", "the quotation does not stand there but in p2"},
		{"one letter", "p1", "", "closed on 3 June 1904", "at letter 13, after “closed on 3 ”, the article has “May 1904, wh…” and the quotation “June 1904”"},
		{"one letter of a part", "p1", "", "closed on […] left for ever", "at letter 10 of part 2, after “left for ”, the article has “good.” and the quotation “ever”"},
		{"one letter, elsewhere", "p1", "", "has survived in part", "at letter 13, after “has survived”, the article (in p2) has “. The second…” and the quotation “ in part”"},
		{"first letter", "p1", "", "Xlosed on 3 May 1904", "before “losed on 3 May 1904” the article has “…Port-Clair c” and the quotation “X”"},
		{"order", "p1", "", "left for good […] closed on 3 May", "“closed on 3 May” stands before the part that it should follow"},
		{"half a word", "p1", "", "losed on 3 May", "the quotation cuts a word: the article has “…Port-Clair c” before it"},
		{"cut word", "p1", "", "ships of the Al-Bahr comp", "the quotation cuts a word: the article goes on “any (founded…”"},
		{"invented", "p1", "", "pirates burnt it down", "nothing like “pirates burnt it down” stands in the article"},
		{"no words", "p1", "", "[…]", "the quotation has no words"},
		{"no block", "p9", "", "closed on 3 May", "the article has no block p9 to read"},
		{"furniture", "f1", "", "closed on 3 May", "the article has no block f1 to read"},
		{"date words", "p1", "on 4 May", "closed on 3 May", `the date words "on 4 May" do not stand in the same block`},
		{"editor's words", "p1", "(in May)", "closed on 3 May", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := articles.Verify(withClaim(tt.at, tt.words, tt.quote), arts)
			switch {
			case tt.what == "" && len(problems) > 0, tt.what != "" && len(problems) != 1:
				t.Fatalf("problems %v", problems)
			case tt.what == "":
				return
			}
			p := problems[0]
			if p.File != "events/1904-06-07-letter.md" || !strings.HasPrefix(p.What, "claim 1 (harbour-1910 "+tt.at+"): "+tt.what) || p.Remedy == "" {
				t.Errorf("got  %v\nwant %s", p, tt.what)
			}
		})
	}
}

func TestVerifyOtherCopy(t *testing.T) {
	t.Parallel()
	d := invented(t, nil)
	other := articles.Read([]byte(harbour+"\nx\n"), d.Source("harbour-1910"), d.Layout("harbour-1910"))
	sum, problems := articles.Verify(d, map[string]*articles.Article{"harbour-1910": other})
	if len(problems) != 1 || problems[0].Rule != articles.RuleOtherCopy || sum.Articles[0].Exact || sum.Articles[0].Verified != 2 {
		t.Errorf("%v, %+v", problems, sum)
	}
	if r := articles.Record(d, map[string]*articles.Article{"harbour-1910": other}); len(r.Texts)+len(r.Quotes) != 0 {
		t.Errorf("another copy proves %v", r)
	}
}

var long = flag.Bool("long", false, "change more letters of the real quotations")

// TestVerifyNoticesEveryLetter changes, drops and adds one letter at each place
// of every invented quotation, and some of the real ones where they are at hand.
func TestVerifyNoticesEveryLetter(t *testing.T) {
	t.Parallel()
	d := invented(t, nil)
	noticesEveryLetter(t, d, read(d), 1)
	t.Run("real", func(t *testing.T) {
		step := 421
		if *long {
			step = 29
		}
		noticesEveryLetter(t, eventstest.BuiltIn(t), realArticles(t), step)
	})
}

// noticesEveryLetter tries every step-th letter of a quotation.
func noticesEveryLetter(t *testing.T, d *events.Dataset, arts map[string]*articles.Article, step int) {
	t.Helper()
	tried := 0
	for _, e := range d.All() {
		for _, c := range e.Claims {
			for at := tried % step; at < len(c.Quote); at += step {
				if !utf8.RuneStart(c.Quote[at]) {
					continue
				}
				for _, changed := range mutations(c.Quote, at) {
					if stillVerbatim(c.Quote, changed) {
						continue
					}
					tried++
					one := events.New(events.Meta{}, []events.Event{{ID: e.ID, Claims: []events.Claim{{Source: c.Source, At: c.At, Quote: changed}}}},
						nil, nil, []events.Source{{ID: c.Source}})
					if _, problems := articles.Verify(one, arts); len(problems) == 0 {
						t.Errorf("%s: %q changed to %q is not noticed", e.ID, c.Quote, changed)
					}
				}
			}
		}
	}
	t.Logf("%d changed quotations", tried)
}

// mutations change, drop, double and add at one letter.
func mutations(s string, at int) []string {
	r, n := utf8.DecodeRuneInString(s[at:])
	other := "x"
	if r == 'x' {
		other = "y"
	}
	flipped := string(unicode.ToUpper(r))
	if unicode.IsUpper(r) {
		flipped = string(unicode.ToLower(r))
	}
	return []string{
		s[:at] + other + s[at+n:], s[:at] + flipped + s[at+n:], s[:at] + s[at+n:],
		s[:at] + string(r) + s[at:], s[:at] + "x" + s[at:], s[:at] + "." + s[at:] + "#",
	}
}

// stillVerbatim tells whether a change leaves words of the article word for
// word: nothing that counts was changed, or a whole word or a mark at an end of
// a part was left out.
func stillVerbatim(was, is string) bool {
	a, b := strings.Split(was, "[…]"), strings.Split(is, "[…]")
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		x, y := events.NormalizeQuote(a[i]), events.NormalizeQuote(b[i])
		if x == y {
			continue
		}
		left, right := strings.TrimSuffix(x, y), strings.TrimPrefix(x, y)
		if whole(left, x, left+y) && alone(left) || whole(right, x, y+right) && alone(right) {
			continue
		}
		return false
	}
	return true
}

func whole(rest, x, joined string) bool { return rest != x && joined == x }

// alone tells whether what was left out is no part of a word.
func alone(rest string) bool {
	if strings.TrimSpace(rest) != rest || !strings.ContainsFunc(rest, unicode.IsLetter) && !strings.ContainsFunc(rest, unicode.IsDigit) {
		return true
	}
	return false
}

func TestRecordRoundTrip(t *testing.T) {
	t.Parallel()
	d := invented(t, nil)
	r := articles.Record(d, read(d))
	if len(r.Texts) != 2 || len(r.Quotes) != 3 {
		t.Fatalf("record %v", r)
	}
	var out, again bytes.Buffer
	if err := articles.WriteRecord(&out, r); err != nil {
		t.Fatal(err)
	}
	verified := invented(t, func(fsys fstest.MapFS) { fsys["verified.yaml"] = &fstest.MapFile{Data: out.Bytes()} })
	if diff := cmp.Diff(r, verified.Record()); diff != "" {
		t.Errorf("-written +read:\n%s", diff)
	}
	// what is not at hand keeps its record
	kept := articles.Record(verified, map[string]*articles.Article{"ledger-1912": read(d)["ledger-1912"]})
	if diff := cmp.Diff(r, kept); diff != "" {
		t.Errorf("-all at hand +one at hand:\n%s", diff)
	}
	if articles.WriteRecord(&again, kept); out.String() != again.String() {
		t.Error("the same record is written differently")
	}
	if !strings.HasPrefix(out.String(), "# Which quotations") || !strings.Contains(out.String(), "\n  1904-05-03-harbour-closes/1: \"") {
		t.Errorf("record:\n%s", out.String())
	}
}

func TestRecordOrder(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	r := events.Record{Quotes: map[string]string{"b/1": "1", "a/10": "2", "a/9": "3"}}
	if err := articles.WriteRecord(&out, r); err != nil {
		t.Fatal(err)
	}
	_, got, _ := strings.Cut(out.String(), "texts: {}\n")
	if want := "quotes:\n  a/9: \"3\"\n  a/10: \"2\"\n  b/1: \"1\"\n"; got != want {
		t.Errorf("got %q", got)
	}
}
