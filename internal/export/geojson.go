package export

import (
	"strings"

	"timeline/internal/cite"
	"timeline/internal/edtf"
	"timeline/internal/events"
)

type geoFeature struct {
	Type       string        `json:"type"`
	ID         string        `json:"id"`
	Geometry   *geoGeometry  `json:"geometry"` // null for an event without a place
	Properties geoProperties `json:"properties"`
}

type geoGeometry struct {
	Type        string `json:"type"`
	Coordinates any    `json:"coordinates"` // [longitude, latitude], or a list of them
}

// geoProperties are flat, texts and yes or no: programs for maps (GDAL, and with it
// QGIS, Shapefile, FlatGeobuf) have tables of such fields and no lists or objects. No
// name is longer than the ten characters that a Shapefile has for it.
type geoProperties struct {
	Event      string  `json:"event"`
	Title      string  `json:"title"`
	Type       string  `json:"type"`
	Level      string  `json:"level"`
	Importance string  `json:"importance"`
	Disputed   bool    `json:"disputed"`
	Start      *string `json:"start"` // YYYY-MM-DD, the earliest day; null if not known
	End        *string `json:"end"`   // YYYY-MM-DD, the latest day; null if not known
	DateText   string  `json:"date_text"`
	DateEDTF   string  `json:"date_edtf"`
	Precision  string  `json:"precision"`
	About      bool    `json:"about"`
	Uncertain  bool    `json:"uncertain"`
	Summary    string  `json:"summary"`
	Note       string  `json:"note"`
	Actors     string  `json:"actors"`
	Places     string  `json:"places"`
	Ground     string  `json:"ground"` // how much ground the points stand for: the places' precisions
	Tags       string  `json:"tags"`
	Sources    string  `json:"sources"` // Chicago notes
}

// geoJSON writes a FeatureCollection (RFC 7946) of points, or, if an event has several
// places, of MultiPoints: formats with one kind of geometry take it as it is. An event
// without a place has null, which the standard calls unlocated. Places where it was written
// or found count only if it is not known where it happened.
func (w *writer) geoJSON() error {
	several := false
	for _, i := range w.rows {
		several = several || len(w.d.PinsOf(i)) > 1
	}
	w.put(`{"type":"FeatureCollection","features":[`)
	err := w.list("", func(i events.Index, e *events.Event) (any, bool) { return w.feature(i, e, several), true })
	w.put("}\n")
	return err
}

func (w *writer) feature(i events.Index, e *events.Event, several bool) geoFeature {
	r := RecordOf(w.d, i)
	f := geoFeature{Type: "Feature", ID: r.ID, Properties: geoProperties{
		Event: r.ID, Title: r.Title, Type: r.Type, Level: r.Level, Importance: r.Importance, Disputed: r.Disputed,
		Start: fourDigits(r.Date.Earliest), End: fourDigits(r.Date.Latest), DateText: r.Date.English, DateEDTF: r.Date.EDTF,
		Precision: r.Date.Precision, About: r.Date.Approximate, Uncertain: r.Date.Uncertain,
		Summary: r.Summary, Note: r.Note, Tags: strings.Join(r.Tags, "; "),
	}}
	p := &f.Properties
	if p.Start == nil || p.End == nil {
		w.lose(lostDay)
	}
	var names, grounds, sources []string
	for _, it := range cite.Items(w.d, e) {
		sources = append(sources, cite.Format(w.d, it.Source, it.At, cite.Chicago, edtf.Date{}))
	}
	points := [][2]float64{}
	for _, place := range r.Places {
		names, grounds = append(names, place.Name), append(grounds, place.Precision)
	}
	for _, id := range e.Pins() {
		if place := w.d.Place(id); place != nil && place.Precision != events.Unlocated {
			points = append(points, [2]float64{place.Lon, place.Lat})
			if !pointLike(place) {
				w.lose(lostPoint)
			}
		}
	}
	p.Actors, p.Places, p.Ground, p.Sources = r.cast(), strings.Join(names, "; "), strings.Join(grounds, "; "), strings.Join(sources, "; ")
	switch {
	case len(points) == 0:
		w.lose(lostPlace)
	case several:
		f.Geometry = &geoGeometry{"MultiPoint", points}
	default:
		f.Geometry = &geoGeometry{"Point", points[0]}
	}
	return f
}

// fourDigits is a day if its year has four digits: no program types others as dates.
func fourDigits(day *string) *string {
	if day == nil || len(*day) != len("2012-04-02") || (*day)[0] == '-' {
		return nil
	}
	return day
}
