package ui

import (
	"fmt"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// view is what the main area lists: events, or the records that they refer to.
type view uint8

const (
	viewTimeline view = iota
	viewActors
	viewPlaces
	viewSources
)

// records is the cursor of the views that list actors, places or sources.
type records struct {
	cur int
}

func (m Model) toView(v view) Model {
	m.view = v
	m.records = records{}
	m.reader = reader{}
	m.focus = focusList
	m.detailTop = 0
	return m
}

// withList is the model with the list of events in sight.
func (m Model) withList() Model {
	if m.view == viewTimeline {
		return m
	}
	return m.toView(viewTimeline)
}

// recordCount is how many records the present view lists.
func (m Model) recordCount() int {
	switch m.view {
	case viewActors:
		return len(m.data.Actors)
	case viewPlaces:
		return len(m.data.Places)
	case viewSources:
		return len(m.data.Sources)
	}
	return 0
}

// recordMoved moves the cursor of a records view.
func (m Model) recordMoved(n int) Model {
	m.records.cur = min(max(m.records.cur+n, 0), max(m.recordCount()-1, 0))
	m.detailTop = 0
	return m
}

func (m Model) recordsClicked(y int) Model {
	from, to := scrollWindow(m.recordCount(), m.mainHeight()-1, m.records.cur)
	if y < 1 || from+y-1 >= to {
		return m
	}
	return m.recordMoved(from + y - 1 - m.records.cur)
}

// recordKey is the query key and value of the record under the cursor.
func (m Model) recordKey() (key, value string) {
	switch n := m.records.cur; {
	case n >= m.recordCount():
	case m.view == viewActors:
		return "actor", m.data.Actors[n].ID
	case m.view == viewPlaces:
		return "place", m.data.Places[n].ID
	case m.view == viewSources:
		return "source", m.data.Sources[n].ID
	}
	return "", ""
}

// recordOpened lists the events of the record under the cursor.
func (m Model) recordOpened() Model {
	key, value := m.recordKey()
	if key == "" {
		return m
	}
	return m.toView(viewTimeline).withQuery(query.Query{}.With(query.Term{Key: key, Values: []string{value}}))
}

// renderRecords lists the records of the view with how many events each has.
func (m Model) renderRecords(w, h int) []string {
	out := blanks(w, h)
	if h == 0 {
		return out
	}
	all := query.All(m.data.Len())
	var counts []int
	heading, name := "", func(int) (string, string) { return "", "" }
	switch m.view {
	case viewActors:
		counts, heading = query.ActorCounts(m.data, all), "Who is who"
		name = func(n int) (string, string) { return m.data.Actors[n].Name, m.data.Actors[n].Kind.String() }
	case viewPlaces:
		counts, heading = query.PlaceCounts(m.data, all), "Places"
		name = func(n int) (string, string) { return m.data.Places[n].Name, m.data.Places[n].Country }
	case viewSources:
		counts, heading = query.SourceCounts(m.data, all), "Sources"
		name = func(n int) (string, string) { return m.data.Sources[n].Label(), m.data.Sources[n].Title }
	}
	out[0] = m.th.strong.paint(fit(" "+heading+" · enter lists their events", w))
	from, to := scrollWindow(m.recordCount(), h-1, m.records.cur)
	for n := from; n < to; n++ {
		label, note := name(n)
		out[n-from+1] = m.renderPickRow(pickRow{label: label, note: note, count: english.Thousands(counts[n])}, n == m.records.cur, w)
	}
	return out
}

// renderRecord draws the record under the cursor.
func (m Model) renderRecord(w, h int) []string {
	p := &paneText{th: m.th, w: w, words: m.found.words}
	if n := m.records.cur; n < m.recordCount() {
		switch m.view {
		case viewActors:
			m.actorRecord(p, &m.data.Actors[n])
		case viewPlaces:
			m.placeRecord(p, &m.data.Places[n])
		case viewSources:
			m.sourceRecord(p, &m.data.Sources[n])
		}
	}
	top := min(m.detailTop, max(len(p.lines)-h, 0))
	return cropped(p.lines, top, w, h)
}

func (m Model) actorRecord(p *paneText, a *events.Actor) {
	p.put("", a.Name, m.th.title)
	p.put("", a.Kind.String(), m.th.accent)
	p.blank()
	p.put("", a.Profile, m.th.text)
	if a.Uncertain != "" {
		p.blank()
		p.put("", "≠ Uncertain", m.th.disputed)
		p.put("  ", a.Uncertain, m.th.text)
	}
	p.blank()
	m.spellingLines(p, a.Spellings)
	var lines []string
	for _, r := range a.Relations {
		lines = append(lines, m.relationText(r))
	}
	for i := range m.data.Actors {
		other := &m.data.Actors[i]
		for _, r := range other.Relations {
			if r.To == a.ID {
				lines = append(lines, other.Name+": "+m.relationText(r))
			}
		}
	}
	if len(lines) > 0 {
		p.blank()
		p.put("", "Ties", m.th.strong)
	}
	for _, l := range lines {
		p.item(l, m.th.text)
	}
}

// relationWords say what a relation is, before the name of the other actor.
var relationWords = map[string]string{
	"member-of": "member of", "leads": "leads", "holds-office-in": "holds an office in", "founded": "founded",
	"part-of": "part of", "faction-of": "faction of", "split-from": "split from", "merged-into": "merged into",
	"successor-of": "successor of", "allied-with": "allied with", "rival-of": "rival of", "relative-of": "relative of",
	"allegiance-to": "owes allegiance to", "possibly-same-as": "possibly the same as", "distinct-from": "not to be confused with",
}

// relationText is "leads Al-Mulathamin Brigade as commander, 2012 (Guidère, opening ¶2)".
func (m Model) relationText(r events.Relation) string {
	to := r.To
	if a := m.data.Actor(r.To); a != nil {
		to = a.Name
	}
	s := relationWords[r.Kind.String()] + " " + to
	if r.Office != "" {
		s += " as " + r.Office
	}
	if !r.Date.IsZero() {
		s += ", " + r.Date.English(edtf.Long)
	}
	if src := m.data.Source(r.Cite.Source); src != nil {
		s += " (" + src.Label() + ", " + m.data.Where(r.Cite.Source, r.Cite.At) + ")"
	}
	if r.Note != "" {
		s += ". " + r.Note
	}
	return s
}

func (m Model) spellingLines(p *paneText, spellings []events.Spelling) {
	if len(spellings) == 0 {
		return
	}
	p.put("", "Spellings", m.th.strong)
	for _, s := range spellings {
		var in []string
		for _, id := range s.Sources {
			if src := m.data.Source(id); src != nil {
				in = append(in, src.Label())
			}
		}
		note := s.Form.String()
		if s.Form == events.FormWeak {
			note = "too common to match alone"
		}
		text := s.As + " (" + note
		if len(in) > 0 {
			text += "; " + strings.Join(in, ", ")
		}
		p.item(text+")", m.th.text)
	}
}

func (m Model) placeRecord(p *paneText, pl *events.Place) {
	p.put("", pl.Name, m.th.title)
	p.put("", fmt.Sprintf("%s · %s · %.2f, %.2f", pl.Country, pl.Precision, pl.Lat, pl.Lon), m.th.accent)
	if pl.Note != "" {
		p.blank()
		p.put("", pl.Note, m.th.text)
	}
	p.blank()
	m.spellingLines(p, pl.Spellings)
}

func (m Model) sourceRecord(p *paneText, s *events.Source) {
	p.put("", s.Title, m.th.title)
	facts := []string{s.Byline()}
	for _, f := range []string{s.Container, s.Publisher, s.Number} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	if !s.Date.IsZero() {
		facts = append(facts, s.Date.English(edtf.Long))
	}
	p.put("", strings.Join(facts, " · "), m.th.accent)
	p.blank()
	p.put("", s.Profile, m.th.text)
	for _, f := range [][2]string{{"Its date", s.DateNote}, {"Address", s.URL}, {"Whose words", s.Rights}} {
		if f[1] != "" {
			p.blank()
			p.label(f[0], f[1], m.th.muted)
		}
	}
}
