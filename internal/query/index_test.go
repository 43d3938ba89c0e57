package query

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

// typings are phrases as they are typed, letter by letter: of words of names and texts,
// whole and begun, some with a letter that is wrong.
func typings(r *rand.Rand, d *events.Dataset, n int) []string {
	var words []string
	for _, l := range []*register{&indexOf(d).actors, &indexOf(d).places} {
		for k := range l.names {
			words = append(words, l.names[k].as, l.names[k].joined)
		}
	}
	for range 300 {
		words = append(words, strings.Fields(d.Text.At(r.IntN(d.Len())))...)
	}
	var all []string
	for len(all) < n {
		phrase := ""
		for range 1 + r.IntN(4) {
			w := []rune(words[r.IntN(len(words))])
			if r.IntN(5) == 0 {
				w[r.IntN(len(w))] = rune('a' + r.IntN(26))
			}
			phrase += string(w[:1+r.IntN(len(w))]) + " "
		}
		all = append(all, strings.TrimRight(strings.ToValidUTF8(phrase[:1+r.IntN(len(phrase))], ""), " "))
	}
	return all
}

// What the index yields is what a look at every name finds, in the same order.
func TestNamesByFirstLetter(t *testing.T) {
	t.Parallel()
	d := eventstest.BuiltIn(t)
	ix := indexOf(d)
	r := rand.New(rand.NewPCG(3, 4))
	hits := 0
	for _, typed := range typings(r, d, 2000) {
		for _, whole := range []bool{false, true} {
			w := newWanted(typed, whole)
			for _, l := range []*register{&ix.actors, &ix.places} {
				next := 0
				for n, at := range l.with(&w) {
					for ; &l.names[next] != n; next++ {
						if w.in(&l.names[next]) >= 0 {
							t.Fatalf("%q: %q is passed over", typed, l.names[next].as)
						}
					}
					if want := w.in(n); at != want {
						t.Fatalf("%q in %q: word %d, want %d", typed, n.as, at, want)
					}
					next++
					hits++
				}
				for ; next < len(l.names); next++ {
					if w.in(&l.names[next]) >= 0 {
						t.Fatalf("%q: %q is passed over", typed, l.names[next].as)
					}
				}
			}
		}
	}
	if hits < 1000 {
		t.Errorf("only %d names were found", hits)
	}
}

// Best is the first of those that score most, although it looks at few of them in full.
func TestBestScoresMost(t *testing.T) {
	t.Parallel()
	for _, d := range []*events.Dataset{eventstest.BuiltIn(t), eventstest.Generate(500, 7)} {
		plain, indexed := newIndex(d), newIndex(d)
		indexed.words.Store(newWords(d))
		ranked := 0
		for _, typed := range typings(rand.New(rand.NewPCG(5, 6)), d, many(600)) {
			found := Select(d, Literal(typed)).Indexes()
			got, ok := Best(d, found, typed)
			r := begun(d, typed)
			if len(found) == 0 || len(r.concepts) == 1 && r.concepts[0].types != nil {
				continue // a word for a kind of happening means the first key event
			}
			var title title
			want, most := events.Index(-1), math.Inf(-1)
			for _, i := range found {
				r.index = plain
				m, _ := r.match(d, i, &title, math.Inf(-1))
				r.index = indexed
				if other, _ := r.match(d, i, &title, math.Inf(-1)); other != m {
					t.Fatalf("%q in event %d: %+v by the index, %+v without", typed, i, other, m)
				}
				if m.score > most {
					want, most = i, m.score
				}
			}
			if !ok || got != want {
				t.Fatalf("%q among %d: %d, want %d", typed, len(found), got, want)
			}
			if len(found) > 1 {
				ranked++
			}
		}
		if ranked < 100 {
			t.Errorf("only %d phrases had several matches", ranked)
		}
	}
}

// Words that are indexed are found as those of texts are.
func TestWords(t *testing.T) {
	t.Parallel()
	for _, d := range []*events.Dataset{eventstest.BuiltIn(t), eventstest.Generate(700, 3)} {
		w := newWords(d)
		r := rand.New(rand.NewPCG(1, 2))
		for _, typed := range typings(r, d, many(1500)) {
			for _, phrase := range []bool{false, true} {
				q := Query{}.With(textTerm(typed, phrase, false))
				m := Compile(d, q)
				for k := range m.tests {
					if m.tests[k].text != nil {
						m.tests[k].text.words = nil
					}
				}
				want := m.Set()
				for k := range m.tests {
					if m.tests[k].text != nil {
						m.tests[k].text.words = w
					}
				}
				if got := m.Set(); !slices.Equal(got.Indexes(), want.Indexes()) {
					t.Fatalf("%s: %d events, want %d", q, got.Len(), want.Len())
				}
			}
		}
	}
}

// Each letter of a phrase finds what the phrase alone does.
func TestRefineAsTyped(t *testing.T) {
	t.Parallel()
	d := eventstest.BuiltIn(t)
	for _, phrase := range typings(rand.New(rand.NewPCG(7, 8)), d, 60) {
		before, set := Query{}, Set{}
		for at := range phrase {
			next := Literal(phrase[:at])
			got, err := Refine(t.Context(), d, before, set, next)
			if err != nil {
				t.Fatal(err)
			}
			if want := Select(d, next); !slices.Equal(got.Indexes(), want.Indexes()) {
				t.Fatalf("%q to %q: %d events, want %d", before, next, got.Len(), want.Len())
			}
			before, set = next, got
		}
	}
}
