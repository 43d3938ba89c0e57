package edtf

// ParseLoose reads a date as a person would type it.
func ParseLoose(s string) (Date, error) {
	d, f := parseLoose(s)
	if f != nil {
		return Date{}, f.in(s)
	}
	return d, nil
}

func parseLoose(s string) (Date, *fault) { return parse(s) }

// A MonthDay is a day of any year.
type MonthDay struct{ Month, Day int }

// ParseMonthDay reads 04-02, --04-02, 2 April or April 2.
func ParseMonthDay(s string) (MonthDay, error) {
	return MonthDay{}, (&fault{0, "not yet", ""}).in(s)
}

// A Step is a distance in the calendar.
type Step struct {
	N    int
	Unit byte // 'd', 'w', 'm' or 'y'
}

// ParseStep reads +2w, -3d, +1m, -1y.
func ParseStep(s string) (Step, error) { return Step{}, (&fault{0, "not yet", ""}).in(s) }

// From returns the day that lies the step away from d.
func (s Step) From(d Day) Day { return d }
