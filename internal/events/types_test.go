package events_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"timeline/internal/events"
)

// TestOwnTypes: a dataset's own words take the place of the built-in ones, in the
// text files and in a pack of them.
func TestOwnTypes(t *testing.T) {
	t.Parallel()
	files := small()
	files["dataset.yaml"] += "types:\n  - {name: sermon, sign: ¶, group: words}\n  - {name: schism, sign: ●}\n"
	files[event] = strings.Replace(files[event], "type: meeting", "type: schism", 1)
	d, err := events.Load(folder(files), nil)
	if err != nil {
		t.Fatal(err)
	}
	_, text := packedOf(t, d)
	packed, err := open(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []*events.Dataset{d, packed} {
		if got := d.TypeNames(); !slices.Equal(got, []string{"sermon", "schism"}) || d.Event(0).Type != "schism" || d.Types[0] != 1 {
			t.Errorf("types %v, the event is %q, %d", got, d.Event(0).Type, d.Types[0])
		}
		if got := d.Vocabulary()[1]; got != (events.EventType{Name: "schism", Sign: "●", Group: "other"}) || !slices.Equal(d.TypesWith("¶"), []string{"sermon"}) {
			t.Errorf("%+v, %v", got, d.TypesWith("¶"))
		}
	}
	files[event] = strings.Replace(files[event], "type: schism", "type: meeting", 1)
	breaksOnly(t, files, "vocabulary", event, 4)
}

func packedOf(t testing.TB, d *events.Dataset) (*events.Dataset, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := events.WritePack(&b, d, ""); err != nil {
		t.Fatal(err)
	}
	return d, b.Bytes()
}

func TestBadTypes(t *testing.T) {
	t.Parallel()
	for list, rule := range map[string]string{
		"[{name: meeting, sign: x}]":                                  "vocabulary",
		"[{name: meeting, sign: ○}, {name: A meeting, sign: ○}]":      "type",
		"[{name: meeting, sign: ○}, {name: meeting, sign: ○}]":        "type",
		"[{name: meeting}]":                                           "missing-field",
		"[{name: meeting, sign: ○, colour: red}]":                     "unknown-field",
		"[{name: meeting, sign: ○}" + strings.Repeat(", {}", 3) + "]": "missing-field",
	} {
		files := small()
		files["dataset.yaml"] += "types: " + list + "\n"
		if !strings.Contains(list, "{}") {
			breaksOnly(t, files, rule, "dataset.yaml", 4)
		} else if _, err := events.Load(folder(files), nil); err == nil {
			t.Errorf("%s is taken", list)
		}
	}
}

// TestBuiltInTypes: every word has a sign of one of the groups, and all signs are used.
func TestBuiltInTypes(t *testing.T) {
	t.Parallel()
	used := map[string]string{}
	for _, k := range events.BuiltInTypes() {
		if !slices.Contains(events.Signs, k.Sign) || k.Group == "" || used[k.Sign] != "" && used[k.Sign] != k.Group {
			t.Errorf("%+v", k)
		}
		used[k.Sign] = k.Group
	}
	if len(used) != len(events.Signs) {
		t.Errorf("signs of %v", used)
	}
}
