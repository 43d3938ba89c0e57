package family

import (
	"testing"

	"timeline/internal/events"
	"timeline/internal/ui/theme"
)

// Every type has a family, whose sign is its own.
func TestBuiltInTypes(t *testing.T) {
	t.Parallel()
	d := events.New(events.Meta{}, nil, nil, nil, nil)
	f := Of(d)
	if len(f.All) != len(events.Signs) {
		t.Errorf("%d families", len(f.All))
	}
	for n, kind := range d.Vocabulary() {
		got := f.Of(events.Type(n))
		if string(got.Sign) != kind.Sign && got.Sign != otherSign || got.Name != kind.Group {
			t.Errorf("%s is in %q %q", kind.Name, got.Sign, got.Name)
		}
		want := theme.Blue
		switch kind.Name {
		case "attack", "kidnapping", "coup", "death":
			want = theme.Force
		case "letter", "other", "meeting":
		default:
			continue
		}
		if got.Role() != want {
			t.Errorf("%s has role %d", kind.Name, got.Role())
		}
	}
	if f.Of(200).Sign != otherSign {
		t.Errorf("an unknown type is %q", f.Of(200).Sign)
	}
}

func TestOwnTypes(t *testing.T) {
	t.Parallel()
	d := events.New(events.Meta{Types: []events.EventType{{Name: "storm", Sign: "×", Group: "weather"}, {Name: "feast", Sign: "○", Group: "village"}, {Name: "hail", Sign: "×", Group: "weather"}}}, nil, nil, nil, nil)
	f := Of(d)
	if len(f.All) != 2 || f.Number(0) != f.Number(2) || f.Of(1).Name != "village" {
		t.Errorf("%+v", f)
	}
}
