package export

import (
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

type geoProperties struct {
	Title      string        `json:"title"`
	Type       string        `json:"type"`
	Level      string        `json:"level"`
	Importance string        `json:"importance"`
	Disputed   bool          `json:"disputed"`
	Date       RecordDate    `json:"date"`
	Summary    string        `json:"summary"`
	Note       string        `json:"note"`
	Actors     []RecordRole  `json:"actors"`
	Places     []RecordPlace `json:"places"`
	Tags       []string      `json:"tags"`
	Sources    []string      `json:"sources"` // Chicago notes
}

// geoJSON writes a FeatureCollection (RFC 7946): a Point for an event at one
// place, a MultiPoint for one at several, and null for one at none, which the
// standard calls unlocated. Places where it was written or found count only if it is not
// known where it happened. How much ground a point stands for is in the
// place's precision.
func (w *writer) geoJSON() error {
	w.put(`{"type":"FeatureCollection","features":[`)
	between := "\n"
	err := w.each(func(i events.Index, e *events.Event) bool {
		w.put(between)
		w.value(w.feature(i, e), "", "")
		between = ",\n"
		return true
	})
	w.put("\n]}\n")
	return err
}

func (w *writer) feature(i events.Index, e *events.Event) geoFeature {
	r := RecordOf(w.d, i)
	f := geoFeature{Type: "Feature", ID: r.ID, Properties: geoProperties{
		Title: r.Title, Type: r.Type, Level: r.Level, Importance: r.Importance, Disputed: r.Disputed, Date: r.Date, Summary: flowing(r.Summary),
		Note: flowing(r.Note), Actors: r.Actors, Places: r.Places, Tags: r.Tags, Sources: []string{},
	}}
	for _, it := range cite.Items(w.d, e) {
		f.Properties.Sources = append(f.Properties.Sources, cite.Format(w.d, it.Source, it.At, cite.Chicago, edtf.Date{}))
	}
	points := [][2]float64{}
	for _, id := range e.Pins() {
		if p := w.d.Place(id); p != nil && p.Precision != events.Unlocated {
			points = append(points, [2]float64{p.Lon, p.Lat})
			if !pointLike(p) {
				w.lose(lostPoint)
			}
		}
	}
	switch len(points) {
	case 0:
		w.lose(lostPlace)
	case 1:
		f.Geometry = &geoGeometry{"Point", points[0]}
	default:
		f.Geometry = &geoGeometry{"MultiPoint", points}
	}
	return f
}
