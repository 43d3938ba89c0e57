package timeline

import (
	"testing"

	"timeline/internal/edtf"
)

// A date says in the gutter what the heading above it does not, and nothing finer than
// it is known.
func TestGutter(t *testing.T) {
	t.Parallel()
	april, year := group{id: id{year: 2012, month: 4}}, group{id: id{year: 2012}}
	for _, c := range []struct {
		date string
		g    group
		want string
	}{
		{"2012-04-02", april, "2"},
		{"2012-04-02~", april, "~2"},
		{"2012-04-02?", april, "2?"},
		{"2012-04", april, "month"},
		{"2012-04~", april, "~month"},
		{"2012-21", april, "spring"},
		{"2012", april, "year"},
		{"2012", year, "year"},
		{"2012-04", year, "Apr"},
		{"[2012-04-21..2012-04-23]", april, "21..23"},
		{"2012-04-21/2012-04-23", april, "21–23"},
		{"2012-04-30/2012-05-01", april, "30–1 May"},
		{"2012-04/2013-01", april, "to Jan 2013"},
		{"[2012-04..2013-01]", april, "by Jan 2013"},
		{"[2012-04-01..2012-08-31]", april, "by Aug"},
		{"[2012-04-02..2013-01-17]", april, "by Jan 2013"},
		{"2012-04/2015", april, "to 2015"},
		{"2008/2012", group{id: id{year: 2008}}, "to 2012"},
		{"[2008..2009]", group{id: id{year: 2008}}, "by 2009"},
		{"[2006-09-01..2012-11-03]", group{id: id{year: 2012, month: 11}}, "2006..2012"},
		{"[2012-01-01..2012-11-03]", group{id: id{year: 2012, month: 11}}, "Jan..3 Nov"},
		{"[..2012-04-22]", april, "by 22"},
		{"../2012-04-22", april, "to 22"},
		{"2007/..", group{id: id{year: 2007}}, "from 2007"},
		{"2012-04-10/..", april, "from 10"},
		{"", april, "undated"},
	} {
		var d edtf.Date
		if c.date != "" {
			d = edtf.MustParse(c.date)
		}
		if got := gutter(d, c.g, gutterWidth); got != c.want {
			t.Errorf("%s under %s: %q, want %q", c.date, c.g.heading(), got, c.want)
		}
		if got := gutter(d, c.g, 8); len([]rune(got)) > 8 {
			t.Errorf("%s under %s: %q is wider than 8", c.date, c.g.heading(), got)
		}
	}
}
