package ui

import (
	"timeline/internal/document"
	"timeline/internal/english"
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
		all := query.All(m.data.Len())
		switch m.view {
		case viewActors:
			p.document(document.Actor(m.data, &m.data.Actors[n], query.ActorCounts(m.data, all)[n]))
		case viewPlaces:
			p.document(document.Place(m.data, &m.data.Places[n], query.PlaceCounts(m.data, all)[n]))
		case viewSources:
			p.document(document.Source(m.data, &m.data.Sources[n], query.SourceCounts(m.data, all)[n]))
		}
	}
	top := min(m.detailTop, max(len(p.lines)-h, 0))
	return cropped(p.lines, top, w, h)
}
