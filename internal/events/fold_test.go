package events_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"timeline/internal/events"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"al-Qa`ida", "Al-Qaida"}, {"Abou Zeïd", "Abu Zeid"}, {"Ould Boumama", "uld bumama"}, {"MNLA", "mnla"},
		{"Ag Ghâlî", "ag ghali"}, {"Mount Chaâmbi", "mount chambi"}, {"d’Algérie", "dalgerie"}, {"’Abd al-Ḥakīm", "abd al hakim"},
		{"  two   words ", "two words"}, {"Œuvre", "oeuvre"}, {"Straße", "strase"}, {"1992–2002", "1992 2002"},
	} {
		if got, want := events.Fold(c.a), events.Fold(c.b); got != want {
			t.Errorf("%q folds to %q, %q to %q", c.a, got, c.b, want)
		}
	}
	for _, c := range []struct{ a, b string }{{"Niger", "Nigeria"}, {"Ghali", "Ghaly"}, {"Mali", "Mila"}, {"112", "12"}} {
		if events.Fold(c.a) == events.Fold(c.b) {
			t.Errorf("%q and %q must not meet", c.a, c.b)
		}
	}
}

func TestFoldProse(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Founding, 2012": "founding 2012", "zzz": "zzz", "Abou Zeïd’s": "abou zeids", "al-Qa`ida": "al qaida", "Cafe\u0301": "cafe",
	} {
		if got := events.FoldProse(in); got != want {
			t.Errorf("FoldProse(%q) = %q, want %q", in, got, want)
		}
	}
	if events.ProseSpans("the funding", []string{"founding"}) != nil {
		t.Error("founding is marked in funding")
	}
}

func TestFoldSpans(t *testing.T) {
	for _, c := range []struct {
		text  string
		words []string
		want  []string
	}{
		{"Abou Zeïd’s brigade", []string{"abu zeid"}, []string{"Abou Zeïd"}},
		{"Belmokhtar and Belmokhtar", []string{"belm"}, []string{"Belm", "Belm"}},
		{"the al-Qa`ida men", []string{"qaida"}, []string{"Qa`ida"}},
		{"no such", []string{"uch"}, nil},
		{"Issakka", []string{"isaka"}, []string{"Issakka"}},
		{"Cafe\u0301 closed", []string{"cafe"}, []string{"Cafe\u0301"}},
		{"", []string{"a"}, nil},
	} {
		var got []string
		for _, s := range events.FoldSpans(c.text, c.words) {
			got = append(got, c.text[s[0]:s[1]])
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q in %q: %s", c.words, c.text, d)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Abou Zeïd’s al-Qa`ida", "abu zeid")
	f.Fuzz(func(t *testing.T, text, word string) {
		folded := events.Fold(text)
		if again := events.Fold(folded); again != folded {
			t.Errorf("%q folds to %q, and that to %q", text, folded, again)
		}
		at := 0
		for _, s := range events.FoldSpans(text, []string{events.Fold(word)}) {
			if s[0] < at || s[1] <= s[0] || s[1] > len(text) {
				t.Fatalf("range %v of %q after %d", s, text, at)
			}
			at = s[1]
		}
	})
}

func TestNearest(t *testing.T) {
	candidates := []string{"kidnapping", "release", "ransom", "meeting"}
	for word, want := range map[string]string{"kidnaping": "kidnapping", "meting": "meeting", "meeitng": "meeting", "xyz": "", "ransoms": "ransom"} {
		if got := events.Nearest(word, candidates); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}
