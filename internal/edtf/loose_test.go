package edtf

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestParseLoose(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		// EDTF, and EDTF typed carelessly
		{"2012-04-02", "2012-04-02"}, {" 2012~ ", "2012~"}, {"[2006, 2007]", "[2006,2007]"},
		{"201x", "201X"}, {"2012-xx", "2012-XX"}, {"y12345", "Y12345"}, {"2012 / 2013", "2012/2013"},
		{"../2012-11", "../2012-11"}, {"2012-21", "2012-21"}, {"-0043", "-0043"},
		// words
		{"2012", "2012"}, {"apr 2012", "2012-04"}, {"April 2012", "2012-04"}, {"APRIL, 2012", "2012-04"},
		{"2 April 2012", "2012-04-02"}, {"2nd of April, 2012", "2012-04-02"}, {"April 2, 2012", "2012-04-02"},
		{"Apr. 2 2012", "2012-04-02"}, {"sept 2012", "2012-09"}, {"2. April 2012", "2012-04-02"},
		{"2012 apr 2", "2012-04-02"}, {"2012 April", "2012-04"}, {"02-Apr-2012", "2012-04-02"},
		{"29 feb 2012", "2012-02-29"}, {"in April 2012", "2012-04"}, {"on the 2nd of April 2012", "2012-04-02"},
		{"2012-Apr-02", "2012-04-02"}, {"Mar-2012", "2012-03"}, {"2012-Mar", "2012-03"}, {"2 May-2012", "2012-05-02"}, {"5012 or 2 May to 2012", "[2012-05-02..2012-12-31,5012]"}, {"Jan-Mar-2012", "2012-01/2012-03"}, {"2April2012", "2012-04-02"},
		// numbers
		{"2012-4-2", "2012-04-02"}, {"2012/04/02", "2012-04-02"}, {"2012.4.2", "2012-04-02"},
		{"02.04.2012", "2012-04-02"}, {"2.4.2012", "2012-04-02"}, {"20120402", "2012-04-02"},
		{"04/2012", "2012-04"}, {"2012-4", "2012-04"}, {"2012.04", "2012-04"},
		// seasons, decades, thirds
		{"spring 2012", "2012-21"}, {"Fall 2012", "2012-23"}, {"autumn 2012", "2012-23"},
		{"winter 2012", "2012-24"}, {"winter 2012–13", "2012-24"}, {"winter 2012/13", "2012-24"}, {"winter 1999-2000", "1999-24"},
		{"1990s", "199X"}, {"the 1990s", "199X"}, {"the 2000s (decade)", "200X"}, {"the 2000s (century)", "20XX"},
		{"early 2012", "[2012-01..2012-04]"}, {"mid 2012", "[2012-05..2012-08]"}, {"mid-2012", "[2012-05..2012-08]"},
		{"late 2012", "[2012-09..2012-12]"}, {"early April 2012", "[2012-04-01..2012-04-10]"},
		{"mid-April 2012", "[2012-04-11..2012-04-20]"}, {"late Feb 2012", "[2012-02-21..2012-02-29]"},
		{"about early 2012", "[2012-01~..2012-04~]"},
		// doubt
		{"about April 2012", "2012-04~"}, {"circa 2012", "2012~"}, {"c. 2012", "2012~"}, {"~2012", "2012~"},
		{"~Jul 2012", "2012-07~"}, {"Aug 2012?", "2012-08?"}, {"August 2012 (uncertain)", "2012-08?"},
		{"about August 2012 (uncertain)", "2012-08%"}, {"~2 April 2012?", "2012-04-02%"},
		// intervals
		{"30 June – 1 July 2012", "2012-06-30/2012-07-01"}, {"30 Jun–1 Jul 2012", "2012-06-30/2012-07-01"},
		{"1–5 April 2012", "2012-04-01/2012-04-05"}, {"1 to 5 April 2012", "2012-04-01/2012-04-05"},
		{"April 1 – 5, 2012", "2012-04-01/2012-04-05"}, {"April - June 2012", "2012-04/2012-06"},
		{"2008–2013", "2008/2013"}, {"2008–13", "2008/2013"}, {"2008 - 2013", "2008/2013"}, {"2008 to 13?", "2008/2013?"},
		{"from 2008 to 2013", "2008/2013"}, {"from 1 April until 5 May 2012", "2012-04-01/2012-05-05"},
		{"2 April 2012 – 5 May 2013", "2012-04-02/2013-05-05"}, {"about 1–5 April 2012", "2012-04-01~/2012-04-05"},
		{"from 10 Oct 2013", "2013-10-10/.."}, {"since 2012", "2012/.."}, {"until Nov 2012", "../2012-11"},
		{"spring–summer 2012", "2012-21/2012-22"}, {"spring 2012–2013", "2012-21/2013"},
		// sets
		{"by 9 Nov 2012", "[..2012-11-09]"}, {"2006 or 2007", "[2006,2007]"}, {"2 or 5 May 2012", "[2012-05-02,2012-05-05]"},
		{"30 April or 1 May 2012", "[2012-04-30,2012-05-01]"}, {"between 1 and 5 April 2012", "[2012-04-01..2012-04-05]"},
		{"between 2006 and 2008", "[2006..2008]"}, {"between June and 5 July 2012", "[2012-06-01..2012-07-05]"},
		{"2006 and 2008", "{2006,2008}"}, {"2, 5 or 9 May 2012", "[2012-05-02,2012-05-05,2012-05-09]"}, {"2006, 2008 or 2010", "[2006,2008,2010]"},
		{"April 2, 2012 or April 5, 2012", "[2012-04-02,2012-04-05]"}, {"in or before June 2012", "[..2012-06]"}, {"on or after 2 April 2012", "[2012-04-02..]"},
		{"2012 or later", "[2012..]"}, {"before April 2012", "[..2012-03]"}, {"before 1 January 2012", "[..2011-12-31]"}, {"after 2012", "[2013..]"},
		{"after spring 2012", "[2012-06-01..]"}, {"1000000000 BC", "Y-999999999"}, {"in or before 2006; or 2008", "[..2006,2008]"}, {"all of 2006–2008", "{2006..2008}"},
		// hyphens as dashes, and numbers that can be read in one way only
		{"2012-2013", "2012/2013"}, {"2-5 April 2012", "2012-04-02/2012-04-05"}, {"April-June 2012", "2012-04/2012-06"},
		{"2012-06-30-2012-07-01", "2012-06-30/2012-07-01"}, {"13/4/2012", "2012-04-13"}, {"4/13/2012", "2012-04-13"}, {"4/4/2012", "2012-04-04"},
		// parts
		{"beginning of 2012", "[2012-01..2012-04]"}, {"the start of April 2012", "[2012-04-01..2012-04-10]"}, {"middle of 2012", "[2012-05..2012-08]"},
		{"end of 2012", "[2012-09..2012-12]"}, {"first half of 2012", "2012-40"}, {"second half of April 2012", "[2012-04-16..2012-04-30]"},
		{"Q4 2012", "2012-36"}, {"2012 Q4", "2012-36"}, {"2012-Q4", "2012-36"}, {"4th quarter of 2012", "2012-36"}, {"last quarter of 2012", "2012-36"},
		{"first third of 2012", "2012-37"}, {"southern summer 2012–13", "2012-30"},
		// decades, centuries, eras
		{"the 90s", "199X"}, {"early 1990s", "[1990..1993]"}, {"late 1990s", "[1997..1999]"}, {"the 19th century", "18XX"},
		{"early 19th century", "[1800..1833]"}, {"second half of the 19th century", "[1850..1899]"},
		{"44 BC", "-0043"}, {"15 March 44 BC", "-0043-03-15"}, {"AD 79", "0079"}, {"79 CE", "0079"}, {"44–43 BC", "-0043/-0042"}, {"45 BC – AD 43", "-0044/0043"}, {"507 BC", "-0506"},
		// a day of the week, and other words of doubt
		{"Monday 2 April 2012", "2012-04-02"}, {"Mon, 2 Apr 2012", "2012-04-02"}, {"2 April 2012 (Monday)", "2012-04-02"},
		{"approximately 2012", "2012~"}, {"around April 2012", "2012-04~"}, {"possibly 2012", "2012?"},
	} {
		d, err := ParseLoose(tt.in)
		if err != nil {
			t.Error(err)
		} else if d.String() != tt.want {
			t.Errorf("ParseLoose(%q) = %s, want %s", tt.in, d, tt.want)
		}
	}
}

func TestParseLooseErrors(t *testing.T) {
	const remedy = ` (write for example 2012, apr 2012, 2 April 2012, 2012-04-02 or spring 2012)`
	for _, tt := range []struct {
		in, want string
		col      int
	}{
		{"2 apr 12", `date "2 apr 12": year needs four digits (write it in full, as in 2 April 2012)`, 1},
		{"02/04/2012", `date "02/04/2012": day or month first? (write it as 2012-04-02 or 2012-02-04)`, 1},
		{"2008/09", `date "2008/09": a month, or two years? (write them as 2008-09 or 2008/2009)`, 1},
		{"the 50000ad (decade)", `date "the 50000ad (decade)": a year of more than four digits stands alone`, 5},
		{"9999999999BC", `date "9999999999BC": year has more than nine digits`, 1},
		{"1000000000 AD", `date "1000000000 AD": year has more than nine digits`, 1},
		{"2008-13", `date "2008-13": there is no such month (months are 1 to 12; write 2008/2013 for the years)`, 1},
		{"1900s", `date "1900s": decade or century? (write 190X for ten years, 19XX for a hundred)`, 1},
		{"1995s", `date "1995s": a decade begins with a year in 0 (write 199X or 1990s)`, 1},
		{"2 April", `date "2 April": the year is missing (write it with four digits, as in 2 April 2012)`, 1},
		{"April", `date "April": the year is missing (write it with four digits, as in 2 April 2012)`, 1},
		{"30 February 2012", `date "30 February 2012": there is no such day in that month (February has the days 1 to 29)`, 1},
		{"29 February 2011", `date "29 February 2011": there is no such day in that month (February has the days 1 to 28)`, 1},
		{"32 February 2011", `date "32 February 2011": there is no such day in that month (February has the days 1 to 29)`, 1},
		{"day 32 of an unknown month of 2012", `date "day 32 of an unknown month of 2012": there is no such day in a month (the longest have the days 1 to 31)`, 1},
		{"32 March 2012", `date "32 March 2012": there is no such day in that month (March has the days 1 to 31)`, 1},
		{"0 March 2012", `date "0 March 2012": there is no such day in that month (March has the days 1 to 31)`, 1},
		{"2012-04-00", `date "2012-04-00": there is no such day in that month (April has the days 1 to 30)`, 1},
		{"0 2012", `date "0 2012": the month is missing` + remedy, 1},
		{"12 2012", `date "12 2012": the month is missing` + remedy, 1},
		{"today", `date "today": "today" is no month, season or other word of a date` + remedy, 1},
		{"March 12345", `date "March 12345": year needs four digits (write the year in full, such as 2012 or 0079, or with BC or AD)`, 7},
		{"2012 @", `date "2012 @": unexpected "@"` + remedy, 6},
		{"", `date "": no date (write one, such as 2012-04-02, 2012-04 or 2012)`, 1},
		{",", `date ",": a date is missing` + remedy, 1},
		{"early spring 2012", `date "early spring 2012": early, mid and late, halves and quarters are of a year, a month and year, a decade or a century (write early 2012, late April 2012 or first half of 2012)`, 1},
		{"the 20s", `date "the 20s": of which century? (write the decade in full, as in the 1920s)`, 5},
		{"Tuesday 2 April 2012", `date "Tuesday 2 April 2012": that day is a Monday (correct the day, or leave out the day of the week)`, 1},
		{"Monday April 2012", `date "Monday April 2012": a day of the week goes with a day (write Monday 2 April 2012)`, 1},
		{"5th quarter of 2012", `date "5th quarter of 2012": there is no such part (a year has two halves, three thirds and four quarters)`, 1},
		{"BC", `date "BC": "BC" stands with no year (write 44 BC or AD 79)`, 1},
		{"500", `date "500": year needs four digits (write the year in full, such as 2012 or 0079, or with BC or AD)`, 1},
		{"in or after 2006; or in or after 2008", `date "in or after 2006; or in or after 2008": only the first date may be open before, and the last after`, 19},
		{"early 2012 – 2013", `date "early 2012 – 2013": early, mid and late stand alone (write the first or last month or day)`, 1},
		{"July – June 2012", `date "July – June 2012": the end is before the beginning`, 10},
		{"2013 to 2012", `date "2013 to 2012": the end is before the beginning`, 9},
		{"between 2012", `date "between 2012": two dates are wanted with "between"` + remedy, 1},
		{"1 – 5", `date "1 – 5": the year is missing (write it with four digits, as in 2 April 2012)`, 1},
		{"summer 2012–13", `date "summer 2012–13": a season has no days` + remedy, 15},
		{"summer 2012-13", `date "summer 2012-13": only a winter lies in two years, one after the other (write winter 2012–13)`, 1},
		{strings.Repeat("1 ", 70), `date "` + strings.Repeat("1 ", 70) + `": too long for a date`, 129},
	} {
		d, err := ParseLoose(tt.in)
		var syntax *SyntaxError
		switch {
		case !errors.As(err, &syntax):
			t.Errorf("ParseLoose(%q) = %v, %v; want an error", tt.in, d, err)
		case err.Error() != tt.want:
			t.Errorf("got  %v\nwant %s", err, tt.want)
		case syntax.Col != tt.col:
			t.Errorf("%v: column %d, want %d", err, syntax.Col, tt.col)
		}
	}
}

func TestParseMonthDay(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want MonthDay
	}{
		{"04-02", MonthDay{4, 2}}, {"--04-02", MonthDay{4, 2}}, {"2 April", MonthDay{4, 2}},
		{"April 2", MonthDay{4, 2}}, {"2nd of apr", MonthDay{4, 2}}, {"4-2", MonthDay{4, 2}},
		{"02-29", MonthDay{2, 29}}, {" 31 Dec. ", MonthDay{12, 31}},
	} {
		got, err := ParseMonthDay(tt.in)
		if err != nil || got != tt.want {
			t.Errorf("ParseMonthDay(%q) = %v, %v", tt.in, got, err)
		}
		if again, err := ParseMonthDay(got.String()); again != got || err != nil {
			t.Errorf("%v reads back as %v, %v", got, again, err)
		}
	}
	for _, in := range []string{"", "04", "2012-04-02", "02-30", "13-01", "00-01", "01-00", "31 April", "2 April 2012", "~2 April", "monday"} {
		if got, err := ParseMonthDay(in); err == nil {
			t.Errorf("ParseMonthDay(%q) = %v", in, got)
		}
	}
	_, err := ParseMonthDay("02-30")
	if want := `day of the year "02-30": there is no such day (write 04-02 or 2 April)`; err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestStep(t *testing.T) {
	for _, tt := range []struct{ step, from, want string }{
		{"+2w", "2012-04-02", "2012-04-16"}, {"-3d", "2012-04-02", "2012-03-30"},
		{"+1m", "2012-01-31", "2012-02-29"}, {"+1m", "2013-01-31", "2013-02-28"},
		{"-1m", "2012-03-31", "2012-02-29"}, {"-1y", "2012-02-29", "2011-02-28"},
		{"+4y", "2012-02-29", "2016-02-29"}, {"-13m", "2012-01-15", "2010-12-15"},
		{"+12m", "2012-12-31", "2013-12-31"}, {"+0d", "2012-04-02", "2012-04-02"},
		{"-12m", "0000-03-01", "-0001-03-01"},
	} {
		step, err := ParseStep(tt.step)
		if err != nil {
			t.Error(err)
		}
		if got := step.From(MustParse(tt.from).Earliest()).String(); got != tt.want {
			t.Errorf("%s from %s = %s, want %s", tt.step, tt.from, got, tt.want)
		}
		if fmt.Sprintf("%+d%c", step.N, step.Unit) != tt.step {
			t.Errorf("%s is read as %+v", tt.step, step)
		}
	}
	far := Step{999999, 'y'}
	if far.From(NewDay(5_800_000, 1, 1)) != maxDay || (Step{-1 << 40, 'w'}).From(0) != minDay || (Step{1 << 40, 'm'}).From(0) != maxDay {
		t.Error("a far step does not stop at the last day")
	}
	if far.From(DistantPast) != DistantPast || far.From(DistantFuture) != DistantFuture || (Step{}).From(5) != 5 {
		t.Error("a step moves what has no day")
	}
}

func TestParseStepErrors(t *testing.T) {
	const remedy = ` (write a sign, a number and d, w, m or y, as in +2w)`
	for in, want := range map[string]string{
		"":          `step "": the sign is missing` + remedy,
		"2w":        `step "2w": the sign is missing` + remedy,
		"+2":        `step "+2": the unit is missing` + remedy,
		"+2x":       `step "+2x": the unit is missing` + remedy,
		"+w":        `step "+w": a number of one to six digits is wanted` + remedy,
		"+":         `step "+": the unit is missing` + remedy,
		"+1234567d": `step "+1234567d": a number of one to six digits is wanted` + remedy,
		"+1.5y":     `step "+1.5y": a number of one to six digits is wanted` + remedy,
		"+2\xff":    `step "+2\xff": the unit is missing` + remedy,
	} {
		if _, err := ParseStep(in); err == nil || err.Error() != want {
			t.Errorf("ParseStep(%q): %v, want %s", in, err, want)
		}
	}
}
