package english_test

import (
	"strings"
	"testing"

	"timeline/internal/english"
)

func TestStem(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"founded founding founds foundation", "find found finding finds", "kidnap kidnapped kidnapping kidnappings kidnaps", "kill killed killing kills",
		"die died dies dying dead death deaths", "take took taken taking takes", "release released releasing releases",
		"free freed frees freeing", "agree agreed agreement agreements", "announce announced announcement announces",
		"declare declared declaration declarations", "assassinate assassinated assassination assassinations",
		"destroy destroyed destruction destroys", "abduct abducted abduction", "create created creation", "carry carried carries",
		"city cities", "control controlled controls", "recall recalled recalling", "meet met meeting meetings", "flee fled fleeing",
		"attack attacked attacks", "dismiss dismissed dismissal dismisses", "confirm confirmed confirmation", "clash clashes clashed",
		"negotiate negotiated negotiation negotiations", "bomb bombed bombings", "appoint appointed appointment", "withdraw withdrew withdrawal",
	} {
		words := strings.Fields(line)
		stem := english.Stem(words[0])
		for _, w := range words {
			if got := english.Stem(w); got != stem {
				t.Errorf("Stem(%q) = %q, and of %s it is %q", w, got, words[0], stem)
			}
			begun := false
			for _, form := range english.StemForms(stem) {
				begun = begun || strings.HasPrefix(w, form)
			}
			if !begun {
				t.Errorf("%q begins with none of StemForms(%q) = %q", w, stem, english.StemForms(stem))
			}
		}
	}
}

func TestStemKeepsApart(t *testing.T) {
	t.Parallel()
	for _, pair := range []string{
		"founding funding", "mali malian", "king k", "combat comb", "mission miss", "nation nat", "string str",
		"crisis cris", "status statu", "need neeed", "sahel sahara", "part party", "state station", "letter let", "army arm",
	} {
		a, b, _ := strings.Cut(pair, " ")
		if english.Stem(a) == english.Stem(b) {
			t.Errorf("%q and %q meet in %q", a, b, english.Stem(a))
		}
	}
}

// Whatever the word, it begins as one of the forms of its stem: a scan for those
// misses none.
func FuzzStem(f *testing.F) {
	for _, w := range []string{"kidnapping", "died", "carried", "agreed", "aaied", "eed", "ating", "sses", "controlled"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		for _, r := range w {
			if r < 'a' || r > 'z' {
				return
			}
		}
		stem := english.Stem(w)
		for _, form := range english.StemForms(stem) {
			if strings.HasPrefix(w, form) {
				return
			}
		}
		t.Errorf("%q begins with none of StemForms(%q) = %q", w, stem, english.StemForms(stem))
	})
}

// A stem keeps at least two letters of a word that has them.
func TestStemIsNoLetter(t *testing.T) {
	t.Parallel()
	endings := []string{"", "s", "es", "ed", "ied", "ies", "ing", "e", "ment", "ation", "at", "ate", "tion", "y", "ll", "sses"}
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			for _, ending := range endings {
				if w := string(a) + string(b) + ending; len(english.Stem(w)) < 2 {
					t.Errorf("the stem of %q is %q", w, english.Stem(w))
				}
				if w := string(a) + ending; len(w) > 1 && len(english.Stem(w)) < 2 {
					t.Errorf("the stem of %q is %q", w, english.Stem(w))
				}
			}
		}
	}
}
