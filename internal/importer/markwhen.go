package importer

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/pattern"
)

// markwhen reads the lines of a Markwhen document.
type markwhen struct {
	in       *input
	row      *Row     // the event whose description is being read
	text     []string // of its description
	sections []string // groups and sections around
	front    bool     // inside front matter
	dayFirst bool     // the header asks for d/M/y
	last     *stretch // the event above, for those that follow it; nil if there is none
	ids      map[string]stretch
}

var (
	mwSection = pattern.Lazy(`^(?:section|group)\s+(.*)$`)
	mwHeading = pattern.Lazy(`^(#{1,6})\s+(.*)$`)
	mwEnd     = pattern.Lazy(`^end(?:Section|Group)\b`)
	mwTag     = pattern.Lazy(`(^|\s)#([\p{L}\p{N}_-]+)`)
	mwLink    = pattern.Lazy(`\[([^\]]+)\]\(([^)\s]+)\)`)
	mwAddress = pattern.Lazy(`\s*<?(https?://[^\s>]+)>?\s*$`)
	mwSlash   = pattern.Lazy(`^(\d{1,2})/(\d{1,2})/(\d{4})$`)
	mwSpan    = pattern.Lazy(`^(\d+)\s*(day|week|month|year|d|w|mo|y)s?$`)
	mwProp    = pattern.Lazy(`^(id|location|source|link)\s*:\s*(.+)$`)
	mwHeader  = pattern.Lazy(`^(title|description|dateFormat)\s*:\s*(.*)$`)
)

// readMarkwhen reads a Markwhen document, all its pages. Groups and sections become
// tags, and so do tags.
func readMarkwhen(r io.Reader, in *input) error {
	text, err := io.ReadAll(io.LimitReader(r, maxWhole))
	if err != nil {
		return err
	}
	deaf := &input{name: in.name, row: func(Row) error { return nil }, bad: func(string, string) {}, meta: &events.Meta{}}
	first := &markwhen{in: deaf, ids: map[string]stretch{}} // finds the ids, which may stand below those who ask for them
	if err := lines(bytes.NewReader(text), first.line); err != nil {
		return err
	}
	m := &markwhen{in: in, ids: first.ids}
	if err := lines(bytes.NewReader(text), m.line); err != nil {
		return err
	}
	return m.flush()
}

func (m *markwhen) line(n int, line string) error {
	trimmed := strings.TrimSpace(line)
	switch {
	case trimmed == "---" && m.row == nil:
		m.front = !m.front
		return nil
	case m.front || m.row == nil && mwHeader().MatchString(trimmed):
		m.header(trimmed)
		return nil
	case strings.HasPrefix(trimmed, "//"):
		return nil
	case trimmed == "_-_-_break_-_-_":
		m.sections = nil
		return m.flush()
	case mwEnd().MatchString(trimmed):
		m.sections = m.sections[:max(len(m.sections)-1, 0)]
		return m.flush()
	}
	if s := mwSection().FindStringSubmatch(trimmed); s != nil {
		m.sections = append(m.sections, sectionName(s[1]))
		return m.flush()
	}
	if h := mwHeading().FindStringSubmatch(trimmed); h != nil && !strings.HasPrefix(line, " ") {
		m.sections = append(m.sections[:min(len(m.sections), len(h[1])-1)], sectionName(h[2]))
		return m.flush()
	}
	if dates, rest, ok := cutDates(trimmed); ok {
		if err := m.flush(); err != nil {
			return err
		}
		return m.event(fmt.Sprintf("%s:%d", m.in.name, n), dates, rest)
	}
	switch {
	case m.row != nil:
		if p := mwProp().FindStringSubmatch(trimmed); p != nil && len(m.text) == 0 {
			m.row.Fields = append(m.row.Fields, Field{Name: p[1], Value: p[2]})
			if p[1] == "id" {
				m.call(p[2])
			}
			return nil
		}
		m.text = append(m.text, trimmed)
	case trimmed != "" && trimmed[0] != '#' && trimmed[0] != '-' && !strings.Contains(trimmed, ":"):
		m.in.bad(fmt.Sprintf("%s:%d", m.in.name, n), fmt.Sprintf("%q stands before the first event", trimmed))
	}
	return nil
}

func (m *markwhen) header(line string) {
	h := mwHeader().FindStringSubmatch(line)
	if h == nil {
		return
	}
	c := &cleaner{}
	switch h[1] {
	case "title":
		m.in.meta.Title = c.line(strings.Trim(h[2], `"`))
	case "description":
		m.in.meta.Profile = c.text(h[2])
	case "dateFormat":
		m.dayFirst = strings.HasPrefix(strings.TrimSpace(h[2]), "d")
	}
}

// sectionName is the name of a group without its tags and its mark of being folded.
func sectionName(s string) string {
	return strings.TrimSpace(mwTag().ReplaceAllString(strings.TrimPrefix(s, "- "), ""))
}

// cutDates takes the date or range off an event's line: what stands before the first
// colon that a space or the end follows, if it reads like dates.
func cutDates(line string) (dates, rest string, ok bool) {
	for at := 0; at < len(line) && at < 80; at++ {
		if line[at] == ':' && (at+1 == len(line) || line[at+1] == ' ') {
			dates, rest = strings.TrimSpace(line[:at]), strings.TrimSpace(line[at+1:])
			return dates, rest, mwDated().MatchString(dates)
		}
	}
	return "", "", false
}

// mwDated is what dates begin with: a number, a month, now, an interval open at its
// beginning, or a word that asks for another event.
var mwDated = pattern.Lazy(`(?i)^(-?~?\d|now\b|\.\.|\[|\{|by\b|after\b|before\b|!|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d)`)

func (m *markwhen) event(where, dates, rest string) error {
	every := mwEvery().FindString(dates)
	from, to, err := m.dates(strings.TrimSuffix(dates, every))
	m.last = nil
	if err != nil {
		m.in.bad(where, err.Error())
		m.row, m.text = &Row{Where: ""}, nil // its description is left out with it
		return nil
	}
	m.row = &Row{Where: where, Fields: []Field{{Name: "date", Value: from}, {Name: "end", Value: to}}}
	for _, s := range m.sections {
		m.row.Fields = append(m.row.Fields, Field{Name: "group", Value: s})
	}
	for _, t := range mwTag().FindAllStringSubmatch(rest, -1) {
		m.row.Fields = append(m.row.Fields, Field{Name: "tag", Value: t[2]})
	}
	m.remember(from, to)
	if every != "" {
		m.row.Fields = append(m.row.Fields, Field{Name: "recurs", Value: strings.TrimSpace(every)})
	}
	if n := mwNamed().FindStringSubmatch(rest); n != nil {
		m.call(n[1])
	}
	m.title(mwNamed().ReplaceAllString(mwTag().ReplaceAllString(rest, ""), ""))
	return nil
}

// call gives the event above an id.
func (m *markwhen) call(id string) {
	if m.last != nil {
		m.ids[strings.ToLower(strings.TrimSpace(id))] = *m.last
	}
}

// title tells the first line of an event; an address at its end is a link.
func (m *markwhen) title(s string) {
	if a := mwAddress().FindStringSubmatchIndex(s); a != nil {
		m.row.Fields = append(m.row.Fields, Field{Name: "link", Value: s[a[2]:a[3]]})
		s = s[:a[0]]
	}
	for _, l := range mwLink().FindAllStringSubmatch(s, -1) {
		m.row.Fields = append(m.row.Fields, Field{Name: "link", Value: l[2]})
	}
	m.row.Fields = append(m.row.Fields, Field{Name: "title", Value: strings.TrimSpace(mwLink().ReplaceAllString(s, "$1"))})
}

// flush tells of the event whose description has ended.
func (m *markwhen) flush() error {
	row, text := m.row, strings.TrimSpace(strings.Join(m.text, "\n"))
	m.row, m.text = nil, nil
	if row == nil || row.Where == "" {
		return nil
	}
	for _, t := range mwTag().FindAllStringSubmatch(text, -1) {
		row.Fields = append(row.Fields, Field{Name: "tag", Value: t[2]})
	}
	row.Fields = append(row.Fields, Field{Name: "description", Value: text})
	return m.in.row(*row)
}

// dates reads a date or a range: EDTF, “A - B”, “A / 3 months”, an end that is now.
func (m *markwhen) dates(s string) (from, to string, err error) {
	if date, ok, err := m.relative(s); ok {
		return date, "", err
	}
	if d, err := edtf.ParseLoose(s); err == nil {
		return d.String(), "", nil
	}
	one, err := m.one(s)
	if err == nil {
		return one, "", nil
	}
	for _, between := range []string{" - ", "/", " – ", "-", "~"} {
		parts := strings.Split(s, between)
		for n := 1; n < len(parts); n++ {
			start, startErr := m.one(strings.TrimSpace(strings.Join(parts[:n], between)))
			end, endErr := m.end(start, strings.TrimSpace(strings.Join(parts[n:], between)))
			if startErr == nil && endErr == nil {
				return start, end, nil
			}
		}
	}
	return "", "", err
}

// one reads a single date. Markwhen has month first unless its header says otherwise.
func (m *markwhen) one(s string) (string, error) {
	if s == "now" {
		return "", fmt.Errorf("“now” is another day on every reading")
	}
	if d := mwSlash().FindStringSubmatch(s); d != nil {
		month, day := d[1], d[2]
		if m.dayFirst {
			month, day = day, month
		}
		date, err := partsDate(d[3], month, day)
		return date.String(), err
	}
	s = mwHour().ReplaceAllString(s, "$1")
	w, err := readWhen(s)
	return w.date.String(), err
}

// mwHour is an hour behind a day: 11am, 6:40 pm.
var mwHour = pattern.Lazy(`(?i)^(.*\d),? +\d{1,2}(?::\d{2})? ?[ap]m$`)

// end reads the end of a range, which may be now, or so long after its beginning.
func (m *markwhen) end(from, s string) (string, error) {
	if s == "now" || s == ".." || s == "" {
		return "..", nil
	}
	p := mwSpan().FindStringSubmatch(s)
	if p == nil {
		return m.one(s)
	}
	start, err := edtf.Parse(from)
	if err != nil {
		return "", err
	}
	n, err := strconv.Atoi(p[1])
	if err != nil || n > 10_000 {
		return "", fmt.Errorf("%q is no length of time", s)
	}
	unit := map[byte]string{'d': "d", 'w': "w", 'm': "m", 'y': "y"}[p[2][0]]
	step, err := edtf.ParseStep(fmt.Sprintf("+%d%s", n, unit))
	if err != nil {
		return "", err
	}
	last, err := dayTo(max(step.From(start.Earliest())-1, start.Earliest()), start.Precision())
	return last.String(), err
}
