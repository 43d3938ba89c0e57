package query_test

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/query"
)

// phrase is one as a writer types it, with the events that are meant.
type phrase struct {
	typed string
	ids   []string
}

func phrases(t testing.TB, file string) []phrase {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []phrase
	for in := bufio.NewScanner(f); in.Scan(); {
		typed, ids, ok := strings.Cut(in.Text(), "|")
		if strings.HasPrefix(in.Text(), "#") || strings.TrimSpace(in.Text()) == "" {
			continue
		}
		if !ok {
			t.Fatalf("%s: %q has no id", file, in.Text())
		}
		list = append(list, phrase{strings.TrimSpace(typed), strings.FieldsFunc(ids, func(r rune) bool { return r == ',' || r == ' ' })})
	}
	return list
}

func builtIn(t testing.TB) *events.Dataset {
	t.Helper()
	return eventstest.BuiltIn(t)
}

// TestPhrases holds the ranking to what writers type: the first answer right for nine
// of ten, one of the first three for all but 3 in 100, and no wrong one that does not
// say that it is a guess.
func TestPhrases(t *testing.T) {
	t.Parallel()
	d := builtIn(t)
	for _, file := range []string{"testdata/phrases.txt", "testdata/phrases-second.txt", "testdata/phrases-third.txt"} {
		list := phrases(t, file)
		first, third, guesses, n := 0, 0, 0, 0
		for _, p := range list {
			if slices.Equal(p.ids, []string{"-"}) {
				if a, err := query.Look(d, p.typed); err != nil || a.Sure {
					t.Errorf("Look(%q) is sure of %s, %v", p.typed, d.IDs.At(int(a.Events[0])), err)
				}
				continue
			}
			n++
			for _, id := range p.ids {
				if _, ok := d.Find(id); !ok {
					t.Errorf("%q: no event has the id %s", p.typed, id)
				}
			}
			a, err := query.Look(d, p.typed)
			if err != nil {
				t.Errorf("Look(%q): %v", p.typed, err)
				continue
			}
			var got []string
			for _, i := range a.Events[:min(3, len(a.Events))] {
				got = append(got, d.IDs.At(int(i)))
			}
			at := slices.IndexFunc(got, func(id string) bool { return slices.Contains(p.ids, id) })
			switch {
			case at == 0:
				first, third = first+1, third+1
			case at > 0:
				third++
				fallthrough
			default:
				t.Logf("%q: sure %v, found %q, meant %q", p.typed, a.Sure, got, p.ids)
			}
			if !a.Sure {
				guesses++
			}
			if at != 0 && a.Sure {
				t.Errorf("%q is answered wrongly, and not as a guess", p.typed)
			}
		}
		t.Logf("%s: of %d phrases %d right, %d in the first three, %d best guesses", file, n, first, third, guesses)
		if first*100 < n*90 || third*100 < n*97 {
			t.Errorf("%s: of %d phrases only %d are answered rightly, %d in the first three", file, n, first, third)
		}
	}
}

// TestUnanswered holds the ranking to silence, or to a guess, where no event is meant.
func TestUnanswered(t *testing.T) {
	t.Parallel()
	d := builtIn(t)
	for _, typed := range []string{"Boko Haram founded", "zeppelin", "Sarkozy", "Napoleon at Waterloo", "asdf qwer", "the of in", "attack in Nairobi"} {
		if a, err := query.Look(d, typed); err != nil || len(a.Events) > 0 {
			t.Errorf("Look(%q) finds %s, %v", typed, d.IDs.At(int(a.Events[0])), err)
		}
	}
	for _, typed := range []string{
		"arrest of Droukdel", "death of Gaddafi", "GSPC founded", "Timbuktu liberated", "Konna retaken", "Tuareg rebellion 1990",
		"Belmokhtar killed", "Algiers bombing 2007", "coup in Niger", "Abu Zeid kidnapped", "Iyad Ag Ghali killed", "lebovich", "Kidal",
	} {
		if a, err := query.Look(d, typed); err != nil || a.Sure {
			t.Errorf("Look(%q) is sure, %v", typed, err)
		}
	}
}

// TestSimilar proves that a word which no event has is read as a similar one, and
// that the answer says so.
func TestSimilar(t *testing.T) {
	t.Parallel()
	d := builtIn(t)
	for typed, id := range map[string]string{
		"destoryed shrines": "2012-06-30-timbuktu-shrines-destroyed", "qadhafi arsenals": "2011-libyan-arsenals-looted",
		"abu zayd killed": "2013-02-abu-zeid-killed", "taking of Tombouctou": "2012-04-02-timbuktu-taken",
		"killing of Tunisian politicians": "2013-04-assassinations-in-tunisia",
	} {
		a, err := query.Look(d, typed)
		if err != nil || len(a.Events) == 0 || d.IDs.At(int(a.Events[0])) != id || a.Sure || len(a.Similar) != 1 {
			t.Errorf("Look(%q) = %+v, %v, want a guess at %s", typed, a, err, id)
		}
	}
}

// TestPhraseForms proves that signs, joined and parted names, French articles, and
// months without a year are read as people mean them.
func TestPhraseForms(t *testing.T) {
	t.Parallel()
	d := builtIn(t)
	for typed, id := range map[string]string{
		"al-hammam & abu zeid settle":      "2012-aqim-leaders-settle-in-timbuktu",
		"Abdel Hamid Abou Zeid killed":     "2013-02-abu-zeid-killed",
		"création d'AQMI":                  "2006-aqim-founded",
		"letter to belmokhtar, 3 November": "2012-11-03-aqim-letter-to-belmokhtar",
		"belmokhtar's letter in september": "2012-09-belmokhtar-letter",
		"bombs niger uranium May 2013":     "2013-05-agadez-and-arlit-bombings",
	} {
		if a, err := query.Look(d, typed); err != nil || len(a.Events) == 0 || d.IDs.At(int(a.Events[0])) != id {
			t.Errorf("Look(%q) = %+v, %v, want %s", typed, a, err, id)
		}
	}
	if _, err := query.Look(d, "???"); err == nil {
		t.Error("a phrase without a word is no error")
	}
}

// A particle of a name that somebody writes otherwise does not count as a word of its own.
func TestParticlesOfNames(t *testing.T) {
	t.Parallel()
	d := builtIn(t)
	for _, typed := range []string{"al-Muwaqqi'un bil-Dam", "Muwaqun Bi Dima"} {
		a, err := query.Look(d, typed)
		if err != nil || len(a.Events) == 0 || d.IDs.At(int(a.Events[0])) != "2012-12-signers-in-blood-founded" {
			t.Errorf("Look(%q) finds %v, %v", typed, a.Events, err)
		}
	}
}
