package query

import (
	"strconv"
	"strings"
	"time"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// String returns the term as it would be typed.
func (t Term) String() string {
	var b strings.Builder
	if t.Not {
		b.WriteByte('-')
	}
	if t.Key == KeyText {
		b.WriteString(t.text())
		return b.String()
	}
	if t.Certain {
		b.WriteString(certainly)
	}
	b.WriteString(t.Key)
	for i, v := range t.Values {
		b.WriteByte(":,"[min(i, 1)])
		if IsTime(t.Key) || !strings.ContainsAny(v, " \t\n\r,[]{}\"“„«”»") {
			b.WriteString(v)
		} else {
			b.WriteString(quoteText(v))
		}
	}
	return b.String()
}

// text returns a word or phrase as it would be typed.
func (t Term) text() string {
	if len(t.Values) == 0 {
		return `""`
	}
	if v := t.Values[0]; !t.Phrase && bareWord(v) {
		return v
	}
	return quoteText(t.Values[0])
}

// Label returns the terms in words, with · between them.
func (q Query) Label(d *events.Dataset) string {
	labels := make([]string, len(q.Terms))
	for n, t := range q.Terms {
		labels[n] = t.Label(d)
	}
	return strings.Join(labels, " · ")
}

// Label returns the term in words for people: "actor: Mokhtar Belmokhtar or Abou
// Zeid", "not type: letter", "before 15 April 2012".
func (t Term) Label(d *events.Dataset) string {
	words := make([]string, len(t.Values))
	for i, v := range t.Values {
		words[i] = t.valueLabel(d, v)
	}
	s := joinOr(words)
	switch {
	case t.Key == KeyText && t.Phrase:
		s = "“" + s + "”"
	case t.Key == KeyText, t.Key == KeyIs:
	case t.Key == KeyHas:
		s = "has " + s
	case IsTime(t.Key):
		s = timeWords[t.Key] + s
		if t.Certain {
			s = "certainly " + s
		}
	default:
		s = t.Key + ": " + s
	}
	if t.Not {
		return "not " + s
	}
	return s
}

// timeWords lead in a date.
var timeWords = map[string]string{
	KeyDate: "in ", KeyOn: "on ", KeyFrom: "from ", KeyTo: "to ", KeyBefore: "before ", KeyAfter: "after ",
	KeyDuring: "during ", KeyOverlaps: "overlapping ", KeyWithin: "",
}

func (t Term) valueLabel(d *events.Dataset, v string) string {
	id, plus := strings.CutSuffix(v, "+")
	label, with := v, ""
	switch t.Key {
	case KeyActor:
		if a := d.Actor(id); a != nil {
			label, with = a.Name, " with its members"
			if a.Kind.String() == personKind {
				with = " with the groups led or belonged to"
			}
		}
	case KeyPlace:
		if p := d.Place(id); p != nil {
			label, with = p.Name, " with what lies in it"
		}
	case KeySource:
		if s := d.Source(v); s != nil {
			label = s.Label()
		}
	case KeyWithin:
		reach, anchor, _ := strings.Cut(v, "@")
		if r, ok := parseReach(reach); ok {
			label = r.english() + dateLabel(d, anchor)
		}
	default:
		if IsTime(t.Key) {
			label = dateLabel(d, v)
		}
	}
	if plus {
		label += with
	}
	return label
}

// dateLabel words a date, a day of the year, or an event by its title.
func dateLabel(d *events.Dataset, v string) string {
	if date, err := edtf.Parse(v); err == nil {
		return date.English(edtf.Long)
	}
	if i, ok := d.Find(v); ok {
		return "“" + d.Titles.At(int(i)) + "”"
	}
	if md, err := edtf.ParseMonthDay(v); err == nil {
		return strconv.Itoa(md.Day) + " " + time.Month(md.Month).String() + " of any year"
	}
	return v
}

// reach is a distance in time: on both sides, or on one.
type reach struct {
	n    int
	unit byte // 'd', 'w', 'm', 'y'
	side byte // '+' after, '-' before, 0 both
}

// maxReach bounds the number, so that no distance leaves the calendar.
const maxReach = 99_999

func parseReach(s string) (r reach, ok bool) {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		r.side, s = s[0], s[1:]
	}
	s = strings.ReplaceAll(strings.ToLower(s), " ", "")
	digits := strings.TrimRight(s, "dwmy")
	if len(digits)+1 != len(s) || digits == "" || strings.Trim(digits, "0123456789") != "" {
		return r, false
	}
	n, err := strconv.Atoi(digits)
	r.n, r.unit = n, s[len(s)-1]
	return r, err == nil && n <= maxReach && (n > 0 || r.side == 0) // nothing lies 0 days after
}

func (r reach) String() string {
	s := strconv.Itoa(r.n) + string(r.unit)
	if r.side != 0 {
		s = string(r.side) + s
	}
	return s
}

func (r reach) english() string {
	unit := map[byte]string{'d': " day", 'w': " week", 'm': " month", 'y': " year"}[r.unit]
	if r.n != 1 {
		unit += "s"
	}
	s := "at most " + strconv.Itoa(r.n) + unit
	switch r.side {
	case '+':
		return s + " after "
	case '-':
		return s + " before "
	}
	return s + " from "
}
