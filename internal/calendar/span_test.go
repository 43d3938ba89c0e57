package calendar

import (
	"fmt"
	"strings"
	"testing"

	"timeline/internal/edtf"
)

func TestExtentOf(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ date, pieces, core string }{
		{"", "", ""},
		{"2012-04-02", "2012-04-02/2012-04-02", "2012-04-02/2012-04-02"},
		{"2012-04-02?", "2012-04-02/2012-04-02", ""},
		{"2012-04", "2012-04-01/2012-04-30", ""},
		{"2012-04-02/2012-05-01", "2012-04-02/2012-05-01", "2012-04-02/2012-05-01"},
		{"2006/2008", "2006-01-01/2008-12-31", "2006-12-31/2008-01-01"},
		{"2006/2006", "2006-01-01/2006-12-31", ""},
		{"2006~/2008", "2006-01-01/2008-12-31", ""},
		{"2013-10-10/..", "2013-10-10/..", "2013-10-10/2013-10-10"},
		{"2013-10/", "2013-10-01/..", ""},
		{"../2013-10-10", "../2013-10-10", "2013-10-10/2013-10-10"},
		{"[2006,2008]", "2006-01-01/2006-12-31 2008-01-01/2008-12-31", ""},
		{"[2006,2007,2012-04-02]", "2006-01-01/2007-12-31 2012-04-02/2012-04-02", ""},
		{"[..2006,2012-04..]", "../2006-12-31 2012-04-01/..", ""},
		{"{2012-04-02,2012-04-05}", "2012-04-02/2012-04-02 2012-04-05/2012-04-05", ""},
	} {
		var d edtf.Date
		if test.date != "" {
			d = edtf.MustParse(test.date)
		}
		e := ExtentOf(d)
		var got []string
		for _, s := range e.Pieces {
			got = append(got, fmt.Sprintf("%v/%v", s.First, s.Last))
		}
		if s := strings.Join(got, " "); s != test.pieces {
			t.Errorf("%s: %s, want %s", test.date, s, test.pieces)
		}
		core := ""
		if !e.Core.Empty() {
			core = fmt.Sprintf("%v/%v", e.Core.First, e.Core.Last)
		}
		if core != test.core || e.Known() != (test.date != "") {
			t.Errorf("%s: core %s, want %s; known %v", test.date, core, test.core, e.Known())
		}
	}
}
