package importer

import (
	"strings"
	"testing"
)

// TestMarkwhenRelative: events that follow, precede or lie between others.
func TestMarkwhenRelative(t *testing.T) {
	t.Parallel()
	const text = `title: Plan
meridiem:
  edit:
    - someone
before !feast 1 week: Early
01/01/2023 - 2 weeks: One
2 weeks: Two
1 week - 3 days: Three
2022-12-25: Feast
id: feast
before !Feast 1 week - 1 month: Presents
before !feast.end 1 day: On the day
after !feast 2 days: Rest
after !feast.start 2 days: Feast and rest
2021: Year
1 year: Next year
2024-03-01 / 5 days: A
id: a
2024-03-15 / 2024-03-20: B !bee
!a / !bee: Between
!a.start - !bee.end: All
2024-03-08: Friday
5 week days: Work
before !a 2 business days: Work before
2025-03-04 every week for 12 weeks: Meeting
2025-06-09 11am / 2025-06-10 6:40pm: Flight
2018-01/6 months: Half
after !nobody 2 days: Nobody
!bee / !a: Backwards
!a and !bee: Both
`
	res := read(t, text, Options{Name: "plan.mw"})
	want := map[string]string{
		"Early": "2022-12-18/2022-12-24", "One": "2023-01-01/2023-01-14", "Two": "2023-01-15/2023-01-28", "Three": "2023-02-05/2023-02-07",
		"Presents": "2022-11-18/2022-12-17", "On the day": "2022-12-25", "Rest": "2022-12-26/2022-12-27", "Feast and rest": "2022-12-25/2022-12-26", "Next year": "2022",
		"A": "2024-03-01/2024-03-05", "Between": "2024-03-06/2024-03-14", "All": "2024-03-01/2024-03-20", "Work": "2024-03-09/2024-03-15", "Work before": "2024-02-28/2024-02-29",
		"Meeting": "2025-03-04", "Flight": "2025-06-09/2025-06-10", "Half": "2018-01/2018-06",
	}
	for i := range res.Events.Len() {
		e := res.Events.Event(i)
		if date, asked := want[e.Title]; asked && e.Date.String() != date {
			t.Errorf("%s: %s, want %s", e.Title, e.Date, date)
		}
		delete(want, e.Title)
		if e.Title == "Meeting" && e.Note != "recurs: every week for 12 weeks" {
			t.Errorf("%q", e.Note)
		}
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
	var why []string
	for _, p := range res.Report.Problems {
		why = append(why, p.Where+": "+p.Why)
	}
	if got := strings.Join(why, "; "); got != `plan.mw:28: no event is called !nobody; plan.mw:29: it ends before it begins; plan.mw:30: "!a and !bee" depends on another event in a way that is not read` {
		t.Errorf("%s", got)
	}
	if _, err := Read(strings.NewReader("2 weeks: First\n"), Options{Name: "x.mw"}); err == nil || !strings.Contains(err.Error(), "no event before it") {
		t.Errorf("got %v", err)
	}
}
