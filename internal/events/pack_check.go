package events

import (
	"errors"
	"fmt"
	"slices"
)

// fits checks that the columns of a pack fit together.
func (d *Dataset) fits(n int, recordEnds []uint64) error {
	c := &d.Columns
	for _, length := range []int{
		len(c.First), len(c.Last), len(c.Shown), len(c.Precisions), len(c.Types), len(c.Flags), len(c.Claims), len(c.Titles.Ends), len(c.IDs.Ends), len(c.dates.Ends),
		len(c.Text.Ends), len(c.ActorsOf.Ends), len(c.PlacesOf.Ends), len(c.SourcesOf.Ends), len(c.TagsOf.Ends), len(c.ties.Ends), len(c.pins.Ends), len(c.byID), len(recordEnds),
	} {
		if length != n {
			return fmt.Errorf("the pack is broken: a column has %d events of %d", length, n)
		}
	}
	err := errors.Join(
		endsFit(c.Titles.Ends, len(c.Titles.Bytes)), endsFit(c.IDs.Ends, len(c.IDs.Bytes)), endsFit(c.dates.Ends, len(c.dates.Bytes)),
		endsFit(c.Text.Ends, len(c.Text.Bytes)), endsFit(c.ties.Ends, len(c.ties.Items)), endsFit(c.ties.Ends, len(c.tieKinds)),
		listsFit(&c.ActorsOf, len(d.Actors)), listsFit(&c.PlacesOf, len(d.Places)), listsFit(&c.SourcesOf, len(d.Sources)), listsFit(&c.TagsOf, len(d.Tags)), listsFit(&c.pins, len(d.Places)),
		endsFit(c.was.Ends, len(c.was.Bytes)))
	if err != nil {
		return err
	}
	if !slices.IsSorted(c.Shown) {
		return errors.New("the pack is broken: its events are out of order")
	}
	for i := range c.First {
		if c.First[i] > c.Last[i] {
			return errors.New("the pack is broken: an event ends before it begins")
		}
	}
	known := len(d.Vocabulary())
	for i, t := range c.Types {
		if int(t) >= known {
			c.Types[i] = Type(known - 1)
		}
	}
	for _, to := range c.ties.Items {
		if max(to, ^to) >= Index(n) {
			return errors.New("the pack is broken: a link leads nowhere")
		}
	}
	if len(c.wasOf) != len(c.was.Ends) {
		return errors.New("the pack is broken: its former ids do not fit")
	}
	for _, i := range slices.Concat(c.byID, c.wasOf) {
		if i < 0 || int(i) >= n {
			return errors.New("the pack is broken: an id leads nowhere")
		}
	}
	return nil
}

// endsFit checks where the values of a column of length most end.
func endsFit(ends []uint32, most int) error {
	if !slices.IsSorted(ends) || len(ends) > 0 && int(ends[len(ends)-1]) != most || len(ends) == 0 && most > 0 {
		return errors.New("the pack is broken: a column's ends do not fit it")
	}
	return nil
}

// listsFit checks a column of positions among so many records.
func listsFit[N uint16 | uint32](l *Lists[N], records int) error {
	for _, x := range l.Items {
		if int(x) >= records {
			return errors.New("the pack is broken: an event names a record that is not there")
		}
	}
	return endsFit(l.Ends, len(l.Items))
}

// plainIDs checks that the ids of a pack are as those of text files: they are
// typed, and handed to shells. All other text may hold anything.
func (d *Dataset) plainIDs() error {
	id := func(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' }
	for _, ids := range []string{d.IDs.Bytes, d.was.Bytes} {
		for i := range len(ids) {
			if !id(ids[i]) {
				return fmt.Errorf("the pack is broken: an event's id holds %q", ids[i:i+1])
			}
		}
	}
	return errors.Join(
		plainSorted(d.Actors, func(a *Actor) string { return a.ID }),
		plainSorted(d.Places, func(p *Place) string { return p.ID }),
		plainSorted(d.Sources, func(s *Source) string { return s.ID }))
}

func plainSorted[T any](records []T, id func(*T) string) error {
	if len(records) > MaxRecords {
		return fmt.Errorf("the pack is broken: %d records of a kind", len(records))
	}
	for i := range records {
		if !ValidID(id(&records[i])) {
			return fmt.Errorf("the pack is broken: %q is no id", id(&records[i]))
		}
		if i > 0 && id(&records[i-1]) >= id(&records[i]) {
			return errors.New("the pack is broken: its records are out of order")
		}
	}
	return nil
}
