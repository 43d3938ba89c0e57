package edtf

import (
	"cmp"
	"slices"
)

// Stretches returns the runs of days on which the thing can have been, or over
// which it lasted, in order and with at least a day between them: one run, but
// for a set with gaps. Both ends are inclusive. No date has none.
func (d Date) Stretches() [][2]Day {
	if d.kind == kindNone {
		return nil
	}
	runs := make([][2]Day, d.pieces())
	for i := range runs {
		p := d.piece(i)
		runs[i] = [2]Day{p.first, p.last}
	}
	slices.SortFunc(runs, func(a, b [2]Day) int { return cmp.Compare(a[0], b[0]) })
	joined := runs[:1]
	for _, r := range runs[1:] {
		if last := &joined[len(joined)-1]; int64(r[0]) <= int64(last[1])+1 {
			last[1] = max(last[1], r[1])
		} else {
			joined = append(joined, r)
		}
	}
	return joined
}

// Core returns the days on which the thing was certainly going on, both
// inclusive: a single day itself, and of an interval the days from the last on
// which it can have begun to the first on which it can have ended. ok is false
// if there are none: for coarser dates and sets, and for whatever is about or
// uncertain. What has an open or unknown end was certainly going on only on the
// day of its other end, if that is one.
func (d Date) Core() (first, last Day, ok bool) {
	p := &d.whole
	if d.set != nil || d.kind == kindNone || d.qual() != 0 {
		return 0, 0, false
	}
	if d.kind == kindSimple {
		return p.first, p.last, p.first == p.last
	}
	if p.shape == closed {
		_, first = p.from.bounds()
		last, _ = p.to.bounds()
		return first, last, first <= last
	}
	end := p.from
	if !p.hasFrom() {
		end = p.to
	}
	first, last = end.bounds()
	return first, last, first == last
}
