package articles

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"timeline/internal/events"
)

func TestFoldMapsBack(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, part, want string }{
		{"a  b", "a b", "a  b"},
		{"the ﬁrst “word”", `first "word"`, "ﬁrst “word”"},
		{"Al- Bahr, he said", "Al-Bahr", "Al- Bahr"},
		{"e\u0301tude ici", "étude", "e\u0301tude"},
		{"soft\u00adly now", "softly", "soft\u00adly"},
	} {
		f := fold(tt.text)
		hits, ok := f.find([]string{tt.part}, 0)
		if !ok {
			t.Errorf("%q not found in %q", tt.part, f.text)
			continue
		}
		if s := f.spans(hits)[0]; tt.text[s[0]:s[1]] != tt.want {
			t.Errorf("%q in %q is %q", tt.part, tt.text, tt.text[s[0]:s[1]])
		}
	}
}

func TestWholeWords(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text, part string
		want       bool
	}{
		{"ships sailed", "ships", true},
		{"ships sailed", "ship", false},
		{"ships sailed", "hips", false},
		{"warships and ships sailed", "ships", true},
		{"the harbour’s end", "harbour'", false},
		{"the harbour’s end", "harbour", true},
		{"the ‘harbour’ end", "'harbour'", true},
		{"some 3.5 tons", "some 3.", false},
		{"it ended.[4] Then", "it ended.", true},
		{"at example.org/2006/07/the-end", "example.org/2006/07/", true},
		{"on 6/7 May", "on 6/", false},
	} {
		if _, ok := fold(tt.text).find(cutParts(tt.part), 0); ok != tt.want {
			t.Errorf("%q in %q: %v", tt.part, tt.text, ok)
		}
	}
}

// FuzzFold: fold is NormalizeQuote, and its map stays inside the text, in order.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"a -- b- c -d", "Al- \u00ad Bahr", "\u00a0ﬃ `x´ «y»", "- - -a- -", "e\u0301 \u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) {
			return
		}
		got := fold(s)
		if want := events.NormalizeQuote(s); got.text != want {
			t.Fatalf("%q folds to %q, want %q", s, got.text, want)
		}
		last := int32(0)
		for i := range got.from {
			if got.from[i] < last || got.to[i] <= got.from[i] || int(got.to[i]) > len(s) {
				t.Fatalf("byte %d of %q: [%d, %d)", i, got.text, got.from[i], got.to[i])
			}
			last = got.from[i]
		}
	})
}
