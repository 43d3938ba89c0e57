package edtf

import (
	"errors"
	"strings"
	"testing"
)

// TestParse pins what each form means.
func TestParse(t *testing.T) {
	for _, tt := range []struct {
		in, first, last string // bounds, ".." for none
		precision       Precision
		canonical       string // "" if it is in
	}{
		{"2012-04-02", "2012-04-02", "2012-04-02", PrecisionDay, ""},
		{"2012-02-29", "2012-02-29", "2012-02-29", PrecisionDay, ""},
		{"2012-02", "2012-02-01", "2012-02-29", PrecisionMonth, ""},
		{"1900-02", "1900-02-01", "1900-02-28", PrecisionMonth, ""},
		{"2000-02", "2000-02-01", "2000-02-29", PrecisionMonth, ""},
		{"2012", "2012-01-01", "2012-12-31", PrecisionYear, ""},
		{"0000", "0000-01-01", "0000-12-31", PrecisionYear, ""},
		{"0000-02-29", "0000-02-29", "0000-02-29", PrecisionDay, ""},
		{"9999", "9999-01-01", "9999-12-31", PrecisionYear, ""},
		{"-9999", "-9999-01-01", "-9999-12-31", PrecisionYear, ""},
		{"-0043-03-15", "-0043-03-15", "-0043-03-15", PrecisionDay, ""},
		{"-0004-02-29", "-0004-02-29", "-0004-02-29", PrecisionDay, ""},
		{"Y12345", "+12345-01-01", "+12345-12-31", PrecisionYear, ""},
		{"Y-12345", "-12345-01-01", "-12345-12-31", PrecisionYear, ""},
		{"Y17000~", "+17000-01-01", "+17000-12-31", PrecisionYear, ""},
		{"Y170000002", "+5881580-07-10", "..", PrecisionYear, ""},
		{"Y-170000002", "..", "-5877641-06-24", PrecisionYear, ""},
		{"201X", "2010-01-01", "2019-12-31", PrecisionDecade, ""},
		{"20XX", "2000-01-01", "2099-12-31", PrecisionCentury, ""},
		{"-044X", "-0449-01-01", "-0440-12-31", PrecisionDecade, ""},
		{"000X", "0000-01-01", "0009-12-31", PrecisionDecade, ""},
		{"2012-XX", "2012-01-01", "2012-12-31", PrecisionYear, ""},
		{"2012-XX-XX", "2012-01-01", "2012-12-31", PrecisionYear, ""},
		{"2012-04-XX", "2012-04-01", "2012-04-30", PrecisionMonth, ""},
		{"2012-21", "2012-03-01", "2012-05-31", PrecisionSeason, ""},
		{"2012-22~", "2012-06-01", "2012-08-31", PrecisionSeason, ""},
		{"2012-23", "2012-09-01", "2012-11-30", PrecisionSeason, ""},
		{"2012-24", "2012-12-01", "2013-02-28", PrecisionSeason, ""},
		{"2011-24?", "2011-12-01", "2012-02-29", PrecisionSeason, ""},
		{"2012-07~", "2012-07-01", "2012-07-31", PrecisionMonth, ""},
		{"2012-08%", "2012-08-01", "2012-08-31", PrecisionMonth, ""},

		{"2012-06-30/2012-07-01", "2012-06-30", "2012-07-01", PrecisionSpan, ""},
		{"2008/2013", "2008-01-01", "2013-12-31", PrecisionSpan, ""},
		{"2012-06-15/2012-06", "2012-06-15", "2012-06-30", PrecisionSpan, ""},
		{"2012-04~/2012-05-XX?", "2012-04-01", "2012-05-31", PrecisionSpan, ""},
		{"2013-10-10/..", "2013-10-10", "..", PrecisionOpen, ""},
		{"2013-10-10/", "2013-10-10", "..", PrecisionOpen, ""},
		{"../2012", "..", "2012-12-31", PrecisionOpen, ""},
		{"/2012", "..", "2012-12-31", PrecisionOpen, ""},

		{"[2006,2008]", "2006-01-01", "2008-12-31", PrecisionSet, ""},
		{"[2008,2006]", "2006-01-01", "2008-12-31", PrecisionSet, "[2006,2008]"},
		{"[2012-06-01..2012-07-17]", "2012-06-01", "2012-07-17", PrecisionSet, ""},
		{"[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", PrecisionSet, ""},
		{"[..1760-12-03]", "..", "1760-12-03", PrecisionOpen, ""},
		{"[1760-12..]", "1760-12-01", "..", PrecisionOpen, ""},
		{"[1760-01,1760-02,1760-12..]", "1760-01-01", "..", PrecisionOpen, ""},
		{"{1960,1961-12}", "1960-01-01", "1961-12-31", PrecisionSet, ""},
		{"{..1984}", "..", "1984-12-31", PrecisionOpen, ""},
		{"[2012~,2013?]", "2012-01-01", "2013-12-31", PrecisionSet, ""},
		{"[2012]", "2012-01-01", "2012-12-31", PrecisionSet, ""},

		// Level 2 qualification, https://www.loc.gov/standards/datetime/
		{"2004-06-11%", "2004-06-11", "2004-06-11", PrecisionDay, ""},
		{"2004-06~-11", "2004-06-11", "2004-06-11", PrecisionDay, "~2004-~06-11"},
		{"2004?-06-11", "2004-06-11", "2004-06-11", PrecisionDay, "?2004-06-11"},
		{"?2004-06-~11", "2004-06-11", "2004-06-11", PrecisionDay, ""},
		{"2004-%06-11", "2004-06-11", "2004-06-11", PrecisionDay, ""},
		{"~2004~", "2004-01-01", "2004-12-31", PrecisionYear, "2004~"},
		{"?2004-?06", "2004-06-01", "2004-06-30", PrecisionMonth, "2004-06?"},
		{"?2004~-06", "2004-06-01", "2004-06-30", PrecisionMonth, "%2004-06"},
		{"?-0043", "-0043-01-01", "-0043-12-31", PrecisionYear, "-0043?"},
	} {
		d, err := Parse(tt.in)
		if err != nil {
			t.Errorf("Parse: %v", err)
			continue
		}
		if d.Earliest().String() != tt.first || d.Latest().String() != tt.last {
			t.Errorf("%s: from %v to %v, want %s to %s", tt.in, d.Earliest(), d.Latest(), tt.first, tt.last)
		}
		if d.Precision() != tt.precision {
			t.Errorf("%s: precision %v, want %v", tt.in, d.Precision(), tt.precision)
		}
		if want := cmpOr(tt.canonical, tt.in); d.String() != want {
			t.Errorf("%s: String() = %q, want %q", tt.in, d, want)
		}
	}
}

func cmpOr(s, or string) string {
	if s == "" {
		return or
	}
	return s
}

func TestParseErrors(t *testing.T) {
	for _, tt := range []struct {
		in, want string
		col      int
	}{
		{"2012-4-6", `date "2012-4-6": month needs two digits (write 2012-04-06)`, 6},
		{"2012-04-6", `date "2012-04-6": day needs two digits (write 2012-04-06)`, 9},
		{"April 2012", `date "April 2012": a date begins with a four-digit year (write 2012-04)`, 1},
		{"2012/04/02", `date "2012/04/02": an interval has one slash (write 2012-04-02)`, 8},
		{"20120402", `date "20120402": a year of more than four digits begins with Y (write 2012-04-02)`, 1},
		{"201x", `date "201x": year needs four digits (write 201X)`, 1},
		{"[2006, 2008]", `date "[2006, 2008]": a set has no spaces (write [2006,2008])`, 7},
		{" 2012", `date " 2012": a date begins with a four-digit year (write 2012)`, 1},
		{"2012-13", `date "2012-13": there is no month 13 (months are 01 to 12, seasons 21 to 24, quarters 33 to 36)`, 6},
		{"2012-42", `date "2012-42": there is no month 42 (months are 01 to 12, seasons 21 to 24, quarters 33 to 36)`, 6},
		{"2012-00", `date "2012-00": there is no month 00 (write XX for an unknown month, or leave it out)`, 6},
		{"2012-04-31", `date "2012-04-31": there is no day 31 in 2012-04 (that month has 30 days)`, 9},
		{"2013-02-29", `date "2013-02-29": there is no day 29 in 2013-02 (that month has 28 days)`, 9},
		{"2012-XX-32", `date "2012-XX-32": there is no day 32 in 2012-XX (that month has 31 days)`, 9},
		{"2012-21-02", `date "2012-21-02": a season has no days`, 8},
		{"2012-1X", `date "2012-1X": an unknown month is XX (write XX, or the possible ones as a set, such as [2012-10..2012-12])`, 6},
		{"201X-02-30", `date "201X-02-30": there is no day 30 in 201X-02 (that month has 29 days)`, 9},
		{"2XXX", `date "2XXX": the century must be known (write 20XX at the least)`, 1},
		{"2012-04-02T10:00", `date "2012-04-02T10:00": times of day are not kept (leave out the time)`, 11},
		{"2012?~", `date "2012?~": one qualifier is enough (write 2012%)`, 6},
		{"Y17E8", `date "Y17E8": Y is for years of more than four digits (write four digits without Y)`, 1},
		{"Y17000E8", `date "Y17000E8": exponents and significant digits are not supported (write the year out)`, 7},
		{"Y2012", `date "Y2012": Y is for years of more than four digits (write four digits without Y)`, 1},
		{"Y1234567890", `date "Y1234567890": year has more than nine digits`, 1},
		{"12345", `date "12345": a year of more than four digits begins with Y (write Y12345; a date has hyphens, 2012-04-02)`, 1},
		{"-0000", `date "-0000": there is no negative year zero (write 0000 for 1 BC)`, 1},
		{"", `date "": no date (write one, such as 2012-04-02, 2012-04 or 2012)`, 1},
		{"../..", `date "../..": an interval needs a date at one end`, 1},
		{"2013/2012", `date "2013/2012": the end is before the beginning`, 6},
		{"2012-04-02/2012-04-01", `date "2012-04-02/2012-04-01": the end is before the beginning`, 12},
		{"Y180000000/Y170000000", `date "Y180000000/Y170000000": the end is before the beginning`, 12},
		{"[2006,,2008]", `date "[2006,,2008]": a date is missing in the set`, 7},
		{"[]", `date "[]": a date is missing in the set`, 2},
		{"[..]", `date "[..]": a date is missing in the set`, 2},
		{"[2006", `date "[2006": the set is not closed (end it with ])`, 6},
		{"[2006]?", `date "[2006]?": a set ends with its bracket (qualify the dates inside it)`, 7},
		{"[2006,..2008]", `date "[2006,..2008]": only the first of a set may be open before`, 7},
		{"[2006..,2008]", `date "[2006..,2008]": only the last of a set may be open after`, 2},
		{"[2006..2008-03]", `date "[2006..2008-03]": the ends of a range in a set need the same precision (write both as days, months or years)`, 8},
		{"[2008..2006]", `date "[2008..2006]": the end is before the beginning`, 8},
		{"2012-04-02 ", `date "2012-04-02 ": stray " " after the date (write 2012-04-02)`, 11},
		{"unknown", `date "unknown": a date begins with a four-digit year (write one such as 2012-04-02, 2012-04 or 2012)`, 1},
	} {
		d, err := Parse(tt.in)
		var syntax *SyntaxError
		switch {
		case !errors.As(err, &syntax):
			t.Errorf("Parse(%q) = %v, %v; want a SyntaxError", tt.in, d, err)
			continue
		case err.Error() != tt.want:
			t.Errorf("got  %v\nwant %s", err, tt.want)
		case syntax.Col != tt.col:
			t.Errorf("%v: column %d, want %d", err, syntax.Col, tt.col)
		case !d.IsZero() || syntax.Input != tt.in:
			t.Errorf("%v: d = %v, input %q", err, d, syntax.Input)
		}
	}
}

// TestRemedyIsRight checks that whatever Parse tells people to write is right.
func TestRemedyIsRight(t *testing.T) {
	for _, in := range []string{
		"2012-4-6", "2 Apr 2012", "02.04.2012", "circa 2012", "2012 or 2013", "2008–2013", "1990s",
		"early 2012", "from 2012", "WINTER 2012–13", "2012-04?..", "2012 /2013", "y12345",
	} {
		_, err := Parse(in)
		var syntax *SyntaxError
		if !errors.As(err, &syntax) {
			t.Fatalf("Parse(%q): %v", in, err)
		}
		remedy, ok := strings.CutPrefix(syntax.Remedy, "write ")
		if _, err := Parse(remedy); ok && !strings.Contains(remedy, " ") && err != nil {
			t.Errorf("Parse(%q) says %q, but %v", in, syntax.Remedy, err)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	for seed, span := range [][2]int{{2003, 2013}, {-60, 60}, {-9999, 9999}, {-200_000, 200_000}, {-999_999_999, 999_999_999}} {
		g := newGenerator(uint64(seed), span[0], span[1])
		for range 3000 {
			d := g.date()
			text := d.String()
			again, err := Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			if again.String() != text || Compare(d, again) != 0 || again.qual() != d.qual() || again.kind != d.kind {
				t.Fatalf("%s reads back as %s", text, again)
			}
			if d.Earliest() > d.Latest() {
				t.Fatalf("%s: %v after %v", text, d.Earliest(), d.Latest())
			}
		}
	}
}

func TestProperties(t *testing.T) {
	for _, tt := range []struct {
		in                                string
		approximate, uncertain, span, one bool
		days                              int
	}{
		{"2012-04-02", false, false, false, false, 1},
		{"2012-02~", true, false, false, false, 29},
		{"2012?", false, true, false, false, 366},
		{"2012%", true, true, false, false, 366},
		{"2012-~04", true, false, false, false, 30},
		{"2012-06-30/2012-07-01?", false, true, true, false, 2},
		{"2013/..", false, false, true, false, -1},
		{"../2013~", true, false, true, false, -1},
		{"[2006,2008~]", true, false, false, true, 1096},
		{"{2006,2008}", false, false, false, false, 1096},
		{"Y170000002", false, false, false, false, -1},
		{"Y-170000002", false, false, false, false, -1},
	} {
		d := MustParse(tt.in)
		if d.Approximate() != tt.approximate || d.Uncertain() != tt.uncertain || d.IsSpan() != tt.span ||
			d.IsOneOf() != tt.one || days(d) != tt.days || d.IsAllOf() != (tt.in[0] == '{') {
			t.Errorf("%s: approximate %v, uncertain %v, span %v, one of %v, %d days",
				tt.in, d.Approximate(), d.Uncertain(), d.IsSpan(), d.IsOneOf(), days(d))
		}
	}
}

// days counts the days from the earliest to the latest; -1 if there is a bound
// without a day.
func days(d Date) int {
	first, last := d.Earliest(), d.Latest()
	if first == DistantPast || last == DistantFuture {
		return -1
	}
	return int(last) - int(first) + 1
}

func TestZeroDate(t *testing.T) {
	var none Date
	some := MustParse("2012")
	if !none.IsZero() || some.IsZero() || none.String() != "" || none.English(Long) != "" || none.English(Gutter) != "" {
		t.Error("no date is not nothing")
	}
	if none.Precision() != PrecisionNone || none.Contains(0) {
		t.Error("no date has days")
	}
	if Overlaps(none, some) || Overlaps(some, none) {
		t.Error("no date relates to a date")
	}
	if Compare(none, some) != 1 || Compare(some, none) != -1 || Compare(none, none) != 0 {
		t.Error("no date does not come last")
	}
}

func TestPrecisionNames(t *testing.T) {
	seen := map[string]bool{}
	for p := PrecisionNone; p <= PrecisionOpen; p++ {
		if name := p.String(); seen[name] || name != strings.ToLower(name) || name == "unknown" {
			t.Errorf("precision %d is called %q", p, name)
		} else {
			seen[name] = true
		}
	}
}
