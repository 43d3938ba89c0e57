package export

import (
	"timeline/internal/calendar"
	"timeline/internal/record"
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
	i, err := record.Choice("picture", name, Pictures())
	return Picture(i), err
}

// svg writes a picture of the events.
func (w *writer) svg() error {
	p := svg.Picture{Data: w.d, Calendar: calendar.New(w.d), Rows: w.rows, Title: w.o.Title}
	w.put([...]func(svg.Picture) string{Ribbon: svg.Picture.Ribbon, Lanes: svg.Picture.Lanes, Dates: svg.Picture.Dates, Map: svg.Picture.Map}[w.o.Picture](p))
	if err := w.out.Flush(); err != nil {
		return err
	}
	w.events = len(w.rows)
	return nil
}
