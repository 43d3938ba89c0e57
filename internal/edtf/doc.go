// Package edtf reads, compares and words dates that are not exact: the
// Extended Date/Time Format of ISO 8601-2:2019 as the Library of Congress
// specifies it (https://www.loc.gov/standards/datetime/).
//
// It covers calendar dates of Levels 0 and 1, and of Level 2 the sets, the
// qualification of single components, the parts of a year and unspecified digits
// before known ones:
//
//	2012-04-02  2012-04  2012            day, month, year
//	2012-21                              season: 21 spring … 24 winter
//	2012-25  2012-29                     northern and southern season (Level 2)
//	2012-33  2012-37  2012-40            first quarter, third, half; to 36, 39, 41 (Level 2)
//	201X  20XX                           decade, century
//	2012-XX  2012-04-XX  2012-XX-XX      month or day unknown
//	156X-12-25  2012-XX-02               a day of a year or month that is not known (Level 2)
//	2012-07~  2012-08?  2012-08%         about, uncertain, both
//	2012?-04  2012-~04                   only the year, only the month (Level 2)
//	-0043  Y170000002  Y-170000002       negative and long years
//	2012-06-30/2012-07-01                interval: it lasted
//	2013-10-10/..  ../2012               open end: it has none, or none is known to matter
//	2013-10-10/  /2012                   unknown end: there is one, we do not know it
//	[2006,2008]  [2006..2008]  [..2012]  one of these, we do not know which
//	{2006,2008}  {2006..2008}  {2012..}  all of these
//
// It does not do times of day, exponents (Y17E8), significant digits (1950S2),
// unspecified digits that are not the last of a year or one of two (1XXX, 2012-1X).
//
// # What a Date means
//
// A [Date] is one unknown day, or a stretch of days, somewhere from Earliest to
// Latest; both are inclusive. Nothing here is more exact than that. What lasted, and
// what is one or all of several dates, says more: [Date.AppendSpans] gives its
// stretches of days, each with the bounds of both ends, so that a question about time
// has two answers, certainly and possibly.
//
// "About" and "uncertain" do not move the bounds: the standard does not say how
// far about reaches, and a number of days of our own would be invented. Ask
// [Date.Approximate] and [Date.Uncertain] beside the bounds.
//
// # Invariants
//
//   - Earliest ≤ Latest for every date that Parse or ParseLoose returns.
//   - Parse(d.String()) gives d again, and String is canonical: two texts of one
//     meaning (2012?-?04 and 2012-04?) have one String.
//   - Gaps in sets are kept: [2006,2008] does not contain 2007.
//
// The calendar is the proleptic Gregorian one, as in ISO 8601: year 0000 exists
// and is 1 BC. All values are immutable and safe for concurrent use.
package edtf
