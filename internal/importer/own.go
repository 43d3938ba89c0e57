package importer

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/export"
)

// own reads what export writes: whole records, which are taken as they are.
type own struct {
	res     Result
	actors  map[string]bool
	places  map[string]bool
	sources map[string]bool
	ids     map[string]bool
}

// readOwn reads an array of events or an event a line, as docs/event.schema.json
// describes them. Of actors, places and sources there is what the events say of them.
func readOwn(r io.Reader, o Options) (*Result, error) {
	w := &own{res: Result{Events: &events.Shelf{}}, actors: map[string]bool{}, places: map[string]bool{}, sources: map[string]bool{}, ids: map[string]bool{}}
	rep := &w.res.Report
	*rep = Report{Format: "json", Name: o.Name, counts: map[string]int{}}
	if o.Planned != nil {
		o.Planned(Plan{Format: "json"})
	}
	br := bufio.NewReader(r)
	dec := json.NewDecoder(br)
	if first, err := br.Peek(1); err == nil && first[0] == '[' {
		if _, err := dec.Token(); err != nil {
			return nil, fmt.Errorf("%s: %w", o.Name, err)
		}
	}
	for dec.More() {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return nil, fmt.Errorf("%s: event %d: %w", o.Name, rep.Rows+1, err)
		}
		rep.Rows++
		if o.Progress != nil && rep.Rows%1000 == 0 {
			o.Progress(rep.Rows)
		}
		var rec export.Record
		err := json.Unmarshal(raw, &rec)
		if err == nil {
			err = w.event(&rec)
		}
		if err != nil {
			rep.bad(fmt.Sprintf("%s: event %d", o.Name, rep.Rows), err.Error())
		}
	}
	if w.res.Events.Len() == 0 {
		return nil, ErrEmpty
	}
	w.links()
	if w.res.Meta.Rigour == events.Quoted {
		w.res.Meta.Period = events.SpanOf(w.res.Events.Dates())
	}
	w.res.complete(o)
	return &w.res, nil
}

// named returns the value of a vocabulary with that name.
func named[T interface {
	~uint8
	fmt.Stringer
}](what, name string) (T, error) {
	for v := range T(255) {
		if v.String() == name && name != "unknown" {
			return v, nil
		}
	}
	return 0, fmt.Errorf("unknown %s %q", what, name)
}

// event takes one event with the records that it mentions.
func (w *own) event(r *export.Record) error {
	c := &w.res.Report.cleaner
	date, err := edtf.Parse(r.Date.EDTF)
	if err != nil {
		return err
	}
	level, err := named[events.Level]("level", cmp.Or(r.Level, "standard"))
	if err != nil {
		return err
	}
	rigour, err := events.ParseRigour(cmp.Or(r.Rigour, "quoted"))
	if err != nil {
		return err
	}
	if w.ids[r.ID] {
		return fmt.Errorf("the id %q stands twice", r.ID)
	}
	if !events.ValidEventID(r.ID) {
		return fmt.Errorf("%q is not an event id", r.ID)
	}
	e := events.Event{
		ID: r.ID, Was: r.Was, Title: c.line(r.Title), Date: date, DateReason: c.text(r.DateReason), BesideClaims: c.text(r.Beside), ShownReason: c.text(r.Shown.Reason),
		Type: events.Slug(cmp.Or(r.Type, "other")), Level: level, Tags: r.Tags, Summary: c.text(r.Summary), Note: c.text(r.Note),
	}
	if e.Title == "" {
		return errors.New("it has no title")
	}
	if e.ShownAt, err = optionalDate(r.Shown.At); err != nil {
		return err
	}
	for i := range e.Tags {
		e.Tags[i] = c.line(e.Tags[i])
	}
	if err := errors.Join(w.names(&e, r), w.claims(&e, r), w.ties(&e, r)); err != nil {
		return err
	}
	w.ids[e.ID] = true
	w.res.Meta.Rigour = max(w.res.Meta.Rigour, rigour)
	w.res.Report.Claims += len(e.Claims)
	w.res.Events.Add(&e)
	return nil
}

func optionalDate(s string) (edtf.Date, error) {
	if s == "" {
		return edtf.Date{}, nil
	}
	return edtf.Parse(s)
}

// names takes the actors and places of an event.
func (w *own) names(e *events.Event, r *export.Record) error {
	for _, a := range r.Actors {
		as, err := named[events.Part]("role", a.Role)
		if err != nil {
			return err
		}
		if !events.ValidID(a.ID) {
			return fmt.Errorf("%q is no id", a.ID)
		}
		e.Roles = append(e.Roles, events.Role{Actor: a.ID, As: as})
		if !w.actors[a.ID] {
			kind, err := named[events.ActorKind]("kind", cmp.Or(a.Kind, "unspecified"))
			if err != nil {
				return err
			}
			w.res.Actors = append(w.res.Actors, events.Actor{ID: a.ID, Name: w.res.Report.line(cmp.Or(a.Name, a.ID)), Kind: kind})
			w.actors[a.ID] = true
		}
	}
	for _, p := range r.Places {
		role, err := named[events.PlaceRole]("role", cmp.Or(p.Role, "happened"))
		if err != nil {
			return err
		}
		if !events.ValidID(p.ID) {
			return fmt.Errorf("%q is no id", p.ID)
		}
		e.Places, e.PlacesAs = append(e.Places, p.ID), append(e.PlacesAs, role)
		if w.places[p.ID] {
			continue
		}
		place := events.Place{ID: p.ID, Name: w.res.Report.line(cmp.Or(p.Name, p.ID)), Country: w.res.Report.line(p.Country), Precision: events.Unlocated}
		if p.Lat != nil && p.Lon != nil {
			place.Lat, place.Lon = *p.Lat, *p.Lon
			if place.Precision, err = named[events.PlacePrecision]("precision", p.Precision); err != nil {
				return err
			}
		}
		w.places[p.ID] = true
		w.res.Places = append(w.res.Places, place)
	}
	return nil
}

// claims takes the claims of an event, and their sources.
func (w *own) claims(e *events.Event, r *export.Record) error {
	c := &w.res.Report.cleaner
	for _, rc := range r.Claims {
		cl := events.Claim{
			Source: rc.Source.ID, Words: c.line(rc.Words), BasisNote: c.text(rc.BasisNote), Hedge: c.line(rc.Hedge), Quote: c.line(rc.Quote), Says: c.line(rc.Says),
		}
		var err error
		if err = cl.At.UnmarshalText([]byte(rc.Locator)); err != nil {
			return err
		}
		if cl.Date, err = edtf.Parse(rc.Date.EDTF); err != nil {
			return err
		}
		if cl.Basis, err = named[events.Basis]("basis", rc.Basis); err != nil {
			return err
		}
		for _, f := range rc.Figures {
			cl.Figures = append(cl.Figures, events.Figure{What: c.line(f.What), Value: c.line(f.Value)})
		}
		if err := w.source(&rc.Source); err != nil {
			return err
		}
		e.Claims = append(e.Claims, cl)
	}
	return nil
}

func (w *own) source(r *export.RecordSource) error {
	if !events.ValidID(r.ID) {
		return fmt.Errorf("%q is no id", r.ID)
	}
	if w.sources[r.ID] {
		return nil
	}
	c := &w.res.Report.cleaner
	date, err := optionalDate(r.Date.EDTF)
	if err != nil {
		return err
	}
	s := events.Source{
		ID: r.ID, Title: c.line(cmp.Or(r.Title, r.ID)), Container: c.line(r.Container), Publisher: c.line(r.Publisher), Kind: c.line(r.Kind), Date: date,
		URL: c.line(r.URL), Number: c.line(r.Number), Rights: c.text(r.Rights), Short: c.line(r.Short),
	}
	for _, a := range r.Authors {
		s.Authors = append(s.Authors, events.Author{Given: c.line(a.Given), Family: c.line(a.Family)})
	}
	w.sources[r.ID] = true
	w.res.Sources = append(w.res.Sources, s)
	return nil
}

// ties takes disputes and links.
func (w *own) ties(e *events.Event, r *export.Record) error {
	for _, d := range r.Disputes {
		about, err := named[events.DisputeKind]("dispute", d.About)
		if err != nil {
			return err
		}
		e.Disputes = append(e.Disputes, events.Dispute{About: about, With: slices.Clip(d.With), Text: w.res.Report.text(d.Text)})
	}
	for _, l := range r.Links {
		kind, err := named[events.LinkKind]("link", l.Kind)
		if err != nil {
			return err
		}
		e.Links = append(e.Links, events.Link{Kind: kind, To: l.To})
	}
	return nil
}

// links drops what leads to events that are not in the input.
func (w *own) links() {
	lost := &w.res.Report.LostLinks
	gone := func(id string) bool {
		if !w.ids[id] {
			*lost++
		}
		return !w.ids[id]
	}
	for i := range w.res.Events.Len() {
		for _, was := range w.res.Events.Event(i).Was {
			w.ids[was] = true
		}
	}
	for i := range w.res.Events.Len() {
		e := w.res.Events.Event(i)
		before := *lost
		e.Links = slices.DeleteFunc(e.Links, func(l events.Link) bool { return gone(l.To) })
		for n := range e.Disputes {
			e.Disputes[n].With = slices.DeleteFunc(e.Disputes[n].With, gone)
		}
		if *lost > before {
			w.res.Events.Replace(i, e)
		}
	}
}
