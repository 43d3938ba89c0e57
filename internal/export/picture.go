package export

import (
	"fmt"
	"strings"

	"timeline/internal/calendar"
	"timeline/internal/events"
	"timeline/internal/svg"
)

// Picture is what an SVG shows.
type Picture uint8

// The pictures.
const (
	Ribbon Picture = iota
	Lanes
	Dates
	Map
)

var pictureNames = [...]string{"ribbon", "lanes", "dates", "map"}

// Pictures returns the names of all pictures, in the order of their values.
func Pictures() []string { return pictureNames[:] }

// ParsePicture returns the picture of that name.
func ParsePicture(name string) (Picture, error) {
	for i, n := range pictureNames {
		if n == name {
			return Picture(i), nil
		}
	}
	if near := events.Nearest(name, Pictures()); near != "" {
		return 0, fmt.Errorf("unknown picture %q: did you mean %s?", name, near)
	}
	return 0, fmt.Errorf("unknown picture %q: one of %s", name, strings.Join(Pictures(), ", "))
}

// svg writes a picture of the events.
func (w *writer) svg() error {
	p := svg.Picture{Data: w.d, Calendar: calendar.New(w.d), Rows: w.rows, Title: w.o.Title}
	switch w.o.Picture {
	case Lanes:
		w.put(p.Lanes())
	case Dates:
		w.put(p.Dates())
	case Map:
		w.put(p.Map())
	default:
		w.put(p.Ribbon())
	}
	if err := w.out.Flush(); err != nil {
		return err
	}
	w.events = len(w.rows)
	return nil
}
