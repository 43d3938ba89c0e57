package tours

import "slices"

// Position is where a class is: at the stop, from one, with so many of its steps
// revealed, at least one. The zero value is the page before the first stop.
type Position struct{ Stop, Step int }

// steps is how many steps the stop of that number has; there is always one.
func (t *Tour) steps(stop int) int { return max(len(t.Stops[stop-1].Show), 1) }

// Here returns the position nearest to one that may come from elsewhere, such as an
// older edition of the tour.
func (t *Tour) Here(p Position) Position {
	p.Stop = min(max(p.Stop, 0), len(t.Stops))
	if p.Stop == 0 {
		return Position{}
	}
	p.Step = min(max(p.Step, 1), t.steps(p.Stop))
	return p
}

// Next reveals the next step, or goes to the next stop when all are. At the end of
// the tour it stays.
func (t *Tour) Next(p Position) Position {
	p = t.Here(p)
	if p.Stop > 0 && p.Step < t.steps(p.Stop) {
		p.Step++
		return p
	}
	return t.To(p, p.Stop+1)
}

// Back hides the last step, or goes back to the stop before, which comes back whole.
// Before the first stop it stays.
func (t *Tour) Back(p Position) Position {
	p = t.Here(p)
	switch {
	case p.Step > 1:
		p.Step--
		return p
	case p.Stop > 1:
		return Position{p.Stop - 1, t.steps(p.Stop - 1)}
	}
	return Position{}
}

// Forth is Next within the stop: it never leaves it.
func (t *Tour) Forth(p Position) Position { return t.within(p, t.Next(p)) }

// Hide is Back within the stop.
func (t *Tour) Hide(p Position) Position { return t.within(p, t.Back(p)) }

func (t *Tour) within(p, to Position) Position {
	if to.Stop == p.Stop {
		return to
	}
	return t.Here(p)
}

// Whole reveals all of the stop.
func (t *Tour) Whole(p Position) Position {
	p = t.Here(p)
	if p.Stop > 0 {
		p.Step = t.steps(p.Stop)
	}
	return p
}

// To goes to the stop of that number, from one, with its first step. Where there is
// no such stop it stays.
func (t *Tour) To(p Position, stop int) Position {
	if stop < 1 || stop > len(t.Stops) {
		return t.Here(p)
	}
	return Position{stop, 1}
}

// Stop returns the stop at a position, or nil before the first.
func (t *Tour) Stop(p Position) *Stop {
	if p = t.Here(p); p.Stop == 0 {
		return nil
	}
	return &t.Stops[p.Stop-1]
}

// Shown lists the parts that are revealed at a position, in the order in which they
// were.
func (t *Tour) Shown(p Position) []Part {
	p = t.Here(p)
	if s := t.Stop(p); s != nil {
		return slices.Concat(s.Show[:min(p.Step, len(s.Show))]...)
	}
	return nil
}

// Coming lists the steps of the stop that are still hidden at a position.
func (t *Tour) Coming(p Position) []Step {
	p = t.Here(p)
	s := t.Stop(p)
	if s == nil {
		return nil
	}
	return s.Show[min(p.Step, len(s.Show)):]
}

// Planned is how many minutes the tour has taken, by its plan, when the stop of that
// number is over.
func (t *Tour) Planned(stop int) float64 {
	sum := 0.0
	for _, s := range t.Stops[:min(max(stop, 0), len(t.Stops))] {
		sum += s.Minutes
	}
	return sum
}
