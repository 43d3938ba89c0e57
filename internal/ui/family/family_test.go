package family

import (
	"slices"
	"testing"

	"timeline/internal/events"
	"timeline/internal/ui/theme"
)

// Every type is in exactly one family, and every name in a family is a type.
func TestFamilies(t *testing.T) {
	t.Parallel()
	var named []string
	signs := map[rune]bool{}
	for i := range Families {
		f := &Families[i]
		named = append(named, f.Types...)
		if signs[f.Sign] {
			t.Errorf("%q stands for two families", f.Sign)
		}
		signs[f.Sign] = true
	}
	for _, name := range events.Types() {
		k, _ := events.ParseType(name)
		if f := Of(k); slices.Contains(f.Types, name) == (name == "other") {
			t.Errorf("%s is in %s", name, f.Name)
		}
	}
	if len(named) != len(events.Types())-1 {
		t.Errorf("%d types in families, of %d", len(named), len(events.Types()))
	}
	if f := Of(200); f.Sign != '*' {
		t.Errorf("an unknown type is %q", f.Sign)
	}
	attack, _ := events.ParseType("attack")
	letter, _ := events.ParseType("letter")
	if Of(attack).Role() != theme.Force || Of(letter).Role() != theme.Blue {
		t.Error("force and words have the wrong colours")
	}
}
