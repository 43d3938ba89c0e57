package cite

import (
	"strings"
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// TestSpots: pages, times, verses and figures, in every style.
func TestSpots(t *testing.T) {
	t.Parallel()
	src := events.Source{ID: "doe", Title: "The Moon", Kind: "book", Authors: []events.Author{{Given: "Jane", Family: "Doe"}}, Date: edtf.MustParse("1970")}
	d := events.New(events.Meta{}, nil, nil, nil, []events.Source{src})
	for _, test := range []struct {
		at                            string
		chicago, apa, mla, ris, short string
	}{
		{"pg14", ", 14.", ", p. 14)", "Doe 14)", "cited at p. 14", `"locator": "14"`},
		{"pg14-16 pg20", ", 14–16, 20.", ", pp. 14–16, 20)", "Doe 14–16, 20)", "cited at pp. 14–16, 20", `"locator": "14–16, 20"`},
		{"t1:23:45", ", 1:23:45.", ", 1:23:45)", "Doe 1:23:45)", "cited at 1:23:45", `"locator": "1:23:45"`},
		{"v3:16", ", 3:16.", ", 3:16)", "Doe 3:16)", "cited at 3:16", `"locator": "3:16"`},
		{"v9", ", v. 9.", ", v. 9)", "Doe, v. 9)", "cited at v. 9", `"locator": "v. 9"`},
		{"fig2", ", fig. 2.", ", Figure 2)", "Doe, fig. 2)", "cited at fig. 2", `"locator": "fig. 2"`},
		{"p3 pg14", ", para. 3; 14.", ", para. 3; p. 14)", "Doe, par. 3; 14)", "cited at para. 3; p. 14", `"locator": "para. 3; 14"`},
	} {
		var at []events.Locator
		for s := range strings.FieldsSeq(test.at) {
			l, ok := events.ParseLocator(s)
			if !ok {
				t.Fatal(s)
			}
			at = append(at, l)
		}
		for style, want := range map[Style]string{Chicago: test.chicago, APA: test.apa, MLA: test.mla, RIS: test.ris, CSLJSON: test.short} {
			if got := Format(d, &d.Sources[0], at, style, edtf.Date{}); !strings.Contains(got, want) {
				t.Errorf("%s in %v: %q is not in\n%s", test.at, style, want, got)
			}
		}
	}
}
