package events

import (
	"fmt"
	"testing"
)

func TestSourceLetters(t *testing.T) {
	t.Parallel()
	label := func(names ...string) (out []Source) {
		for i, n := range names {
			s := Source{ID: fmt.Sprint(i), Container: n}
			if i%2 == 0 {
				s.Authors = []Author{{Family: n}}
			}
			out = append(out, s)
		}
		return out
	}
	for want, sources := range map[string][]Source{
		"":       nil,
		"GLMNS":  label("Guidère", "Lebovich", "McGregor", "Notes on the Periphery", "Siegel"),
		"SIEGLA": label("Siegel", "Siegel", "Siegel", "Siegel", "Siegel", "Siegel"),
		"EAB":    label("École", "عمر", "B"),
	} {
		if got := string(SourceLetters(sources)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	many := make([]Source, 70)
	seen := map[rune]int{}
	for i, r := range SourceLetters(many) {
		if seen[r]++; seen[r] > 1 && i < 62 {
			t.Errorf("%q stands for two sources", r)
		}
	}
	if seen['*'] != 8 {
		t.Errorf("%d sources without a letter", seen['*'])
	}
}
