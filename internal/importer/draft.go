package importer

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// draft is an event in the making.
type draft struct {
	where                       string
	id, code                    string
	titles, captions            []string
	date, end, earliest, latest string
	year, month, day            string
	endYear, endMonth, endDay   string
	precision                   string
	texts, notes                []string
	kind                        string
	tags, actors, places        []string
	country, lat, lon, ground   string
	sources                     []sourceDraft
	figures                     []events.Figure
	when                        edtf.Date
	clock                       bool // a time of day was given
	january                     bool // it is dated to a first of January
	exact                       bool // its precision was said
	days                        bool // it is dated to a day
}

// sourceDraft is what a row says of one of its sources.
type sourceDraft struct {
	item                                                 int
	title, url, publisher, author, date, quote, at, says string
}

// single is where the targets stand that have one value; the first that is given stays.
var single = map[string]func(*draft) *string{
	"date": func(d *draft) *string { return &d.date }, "end": func(d *draft) *string { return &d.end },
	"earliest": func(d *draft) *string { return &d.earliest }, "latest": func(d *draft) *string { return &d.latest },
	"year": func(d *draft) *string { return &d.year }, "month": func(d *draft) *string { return &d.month }, "day": func(d *draft) *string { return &d.day },
	"end-year": func(d *draft) *string { return &d.endYear }, "end-month": func(d *draft) *string { return &d.endMonth },
	"end-day": func(d *draft) *string { return &d.endDay }, "precision": func(d *draft) *string { return &d.precision },
	"country": func(d *draft) *string { return &d.country }, "lat": func(d *draft) *string { return &d.lat }, "lon": func(d *draft) *string { return &d.lon },
	"ground": func(d *draft) *string { return &d.ground }, "code": func(d *draft) *string { return &d.code },
	"id": func(d *draft) *string { return &d.id }, "type": func(d *draft) *string { return &d.kind },
}

// put takes one field.
func (d *draft) put(target string, f Field, c *cleaner) {
	v := f.Value
	if at := single[target]; at != nil {
		one := at(d)
		if *one == "" {
			*one = c.line(v)
		}
		return
	}
	words, links := withoutHTML(v)
	switch target {
	case "title":
		d.titles = append(d.titles, c.line(words))
	case "text":
		if t := c.text(words); t != "" {
			d.texts = append(d.texts, t)
		}
		for _, l := range links {
			if strings.Contains(l, "://") {
				d.notes = append(d.notes, "Link: "+c.line(l))
			}
		}
	case "caption":
		d.captions = append(d.captions, c.text(words))
	case "note", "link":
		d.notes = append(d.notes, c.line(f.Name)+": "+c.line(words))
	case "tag":
		d.tags = appendNames(d.tags, words, c)
	case "actor":
		d.actors = appendNames(d.actors, words, c)
	case "place":
		d.places = appendNames(d.places, words, c)
	case "point":
		d.point(v)
	case "figure":
		if strings.TrimSpace(v) != "" {
			d.figures = append(d.figures, events.Figure{What: c.line(f.Name), Value: c.line(v)})
		}
	default:
		d.putSource(target, f.Item, c.line(words))
	}
}

// putSource takes a part of a source, which belongs to the parts of the same item.
func (d *draft) putSource(target string, item int, v string) {
	n := len(d.sources) - 1
	if n < 0 || d.sources[n].item != item {
		d.sources = append(d.sources, sourceDraft{item: item})
		n++
	}
	s := &d.sources[n]
	switch part := sourceParts[target]; {
	case part != nil:
		*part(s) = v
	case isAddress(v):
		s.title, s.url = "", v
	default:
		s.title = v
	}
}

// sourceParts is where the parts of a source stand but for its title.
var sourceParts = map[string]func(*sourceDraft) *string{
	"url": func(s *sourceDraft) *string { return &s.url }, "publisher": func(s *sourceDraft) *string { return &s.publisher },
	"author": func(s *sourceDraft) *string { return &s.author }, "source-date": func(s *sourceDraft) *string { return &s.date },
	"quote": func(s *sourceDraft) *string { return &s.quote }, "at": func(s *sourceDraft) *string { return &s.at },
	"says": func(s *sourceDraft) *string { return &s.says },
}

func isAddress(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && !strings.Contains(s, " ")
}

// appendNames adds the names of a list with semicolons or bars between, each once.
func appendNames(list []string, s string, c *cleaner) []string {
	for name := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ';' || r == '|' || r == '\n' }) {
		if name = c.line(name); name != "" && !slices.Contains(list, name) && len(name) < 500 {
			list = append(list, name)
		}
	}
	return list
}

// point takes coordinates that are one value: "Point(lon lat)", "lat, lon".
func (d *draft) point(s string) {
	inside, isPoint := strings.CutPrefix(strings.TrimSpace(s), "Point(")
	parts := strings.FieldsFunc(strings.TrimSuffix(inside, ")"), func(r rune) bool { return r == ' ' || r == ',' })
	if len(parts) != 2 {
		return
	}
	d.lat, d.lon = parts[0], parts[1]
	if isPoint {
		d.lat, d.lon = parts[1], parts[0]
	}
}

// settleDate reads the date out of its parts.
func (d *draft) settleDate(r *dateReader) error {
	from, err := d.begin(r)
	if err != nil {
		return err
	}
	d.when, d.days = from.date, from.date.Precision() == edtf.PrecisionDay
	d.clock = from.clock
	d.january = !d.exact && newYear(from.date)
	if d.precision != "" && !d.exact {
		if coarse, err := coarser(d.when, d.precision); err == nil && coarse.String() != d.when.String() {
			d.when, d.january, d.days = coarse, false, false
		}
		d.january = d.january && d.precision != "11"
	}
	if open := strings.ToLower(strings.TrimSpace(d.end)); open == ".." || open == "now" || open == "present" || open == "ongoing" {
		d.when, err = edtf.Parse(d.when.String() + "/..")
		return err
	}
	to, err := d.finish(r)
	if err != nil || to.date.IsZero() {
		return err
	}
	d.clock = d.clock || to.clock
	d.when, err = lasted(d.when, to.date)
	return err
}

func (d *draft) begin(r *dateReader) (when, error) {
	if d.earliest != "" && d.latest != "" {
		from, err := r.read(d.earliest, "")
		if err != nil {
			return when{}, err
		}
		to, err := r.read(d.latest, "")
		if err != nil {
			return when{}, err
		}
		date, err := within(from.date, to.date)
		return when{date, from.clock}, err
	}
	if d.year != "" && (d.month != "" || d.date == "") {
		return timeless(columnsDate(d.year, d.month, d.day))
	}
	w, err := r.read(d.date, d.year)
	if errors.Is(err, errNoDate) && d.end != "" {
		return r.read(d.end, d.endYear)
	}
	return w, err
}

func (d *draft) finish(r *dateReader) (when, error) {
	if d.endYear != "" {
		return timeless(columnsDate(d.endYear, d.endMonth, d.endDay))
	}
	if strings.TrimSpace(d.end) == "" {
		return when{}, nil
	}
	return r.read(d.end, "")
}

// coordinates are where the row says that it was.
func (d *draft) coordinates() (lat, lon float64, ok bool) {
	lat, err1 := strconv.ParseFloat(strings.TrimSpace(d.lat), 64)
	lon, err2 := strconv.ParseFloat(strings.TrimSpace(d.lon), 64)
	return lat, lon, err1 == nil && err2 == nil && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
}
