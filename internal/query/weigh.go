package query

import (
	"math"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// How much it tells of an event that a concept of the phrase stands in its title, its
// summary, its other texts, or is one of its actors and places. The hints of types
// are in hints.go. Measured against testdata/phrases.txt.
const (
	inTitle     = 1.0
	inSummary   = 0.55
	inOtherText = 0.35
	nameInRoles = 0.75
	nameInText  = 0.2  // only
	kinInTitle  = 0.8  // the title has another word for the same type: death for killed
	nameMissed  = -0.8 // it lacks a name of the phrase

	bothWays    = 0.35 // of the lesser, where a concept is in a text and in the record
	firstWord   = 0.25 // the title begins with it
	adjoining   = 0.25 // the title has two concepts side by side, as the phrase does
	titleShare  = 1.1  // the title has nothing else
	keyBonus    = 0.4
	background  = -0.5
	claimsBonus = 0.05 // for each, to maxClaims
	maxClaims   = 6
	dateWeight  = 2.2
	dateMissed  = -1.0
	monthWeight = 1.2 // of a month without a year
	dateMatter  = 2.5 // how much of a phrase's matter a date is, beside its words
)

// fields are what each field of an event's text tells.
var fields = [...]float64{inTitle, inSummary, inOtherText}

// telling is what a concept tells of an event by its text and its record.
func (c *concept) telling(text, record float64) float64 {
	if record == 0 && c.named() && !c.some {
		switch text {
		case 0:
			return nameMissed
		case inOtherText:
			return nameInText
		}
	}
	return max(text, record) + bothWays*min(text, record)
}

// weigh sets how much a concept counts: the rarer, the more.
func (c *concept) weigh(all, having int) {
	c.weight = math.Log(1 + float64(all)/float64(having+1))
	if having == 0 { // a word for a type that this dataset does not use, a misspelling
		c.weight *= 0.5
	}
	c.weight = max(c.weight, 0.3)
}

// rough is what can be told of an event from the sets of mentions.
func (r *reading) rough(d *events.Dataset, found []*mentions, i events.Index) float64 {
	s := r.prior(d, i)
	for k, m := range found {
		text, record := 0.0, 0.0
		for f, much := range fields {
			if m.prose[f].Has(i) {
				text = much
				break
			}
		}
		if m.record.Has(i) {
			record = r.concepts[k].role(d, i)
		}
		s += r.concepts[k].weight * r.concepts[k].telling(text, record)
	}
	return s
}

// prior is what is known before the words: the date, the level, the claims.
func (r *reading) prior(d *events.Dataset, i events.Index) float64 {
	s := claimsBonus * float64(min(d.Claims[i], maxClaims))
	switch {
	case d.Flags[i]&events.KeyEvent != 0:
		s += keyBonus
	case d.Flags[i]&events.BackgroundEvent != 0:
		s += background
	}
	return s + r.dateScore(d, i)
}

// dateScore is what the date in the phrase tells: most of an event that lies in it,
// less the more an event's date leaves open, and against one that cannot be then.
func (r *reading) dateScore(d *events.Dataset, i events.Index) float64 {
	if r.date.IsZero() {
		return r.monthScore(d, i)
	}
	first, last := r.date.Earliest(), r.date.Latest()
	if d.First[i] > last || d.Last[i] < first {
		return dateMissed
	}
	if d.First[i] >= first && d.Last[i] <= last {
		return dateWeight
	}
	asked, lasts := float64(last-first)+1, float64(d.Last[i])-float64(d.First[i])+1
	return dateWeight * (0.15 + 0.6*min(1, asked/lasts))
}

// monthScore is what a month, or a day of one, without its year tells: as much again
// where it is the day.
func (r *reading) monthScore(d *events.Dataset, i events.Index) float64 {
	if r.month.Month == 0 || d.First[i] == edtf.DistantPast || d.Last[i] == edtf.DistantFuture || d.Last[i]-d.First[i] > 31 {
		return 0
	}
	year, month, day := d.First[i].Civil()
	toYear, toMonth, toDay := d.Last[i].Civil()
	switch {
	case month != r.month.Month || toMonth != month || toYear != year:
		return 0
	case r.month.Day != 0 && day == r.month.Day && toDay == day:
		return 2 * monthWeight
	}
	return monthWeight
}

// match is what a phrase and one event have in common.
type match struct {
	event events.Index
	score float64
	// had is the weight of the concepts and the date that the event has, of that of them
	// all; titled counts only the concepts in its title, recorded those in that or its
	// record.
	had, titled, recorded float64
	// elsewhen tells that the event cannot have been at the phrase's date.
	elsewhen bool
}

// match looks at an event in full; ok is false, and the match not told, where its score
// is no more than least. The title is there to be used again.
func (r *reading) match(d *events.Dataset, i events.Index, t *title, least float64) (m match, ok bool) {
	prior := r.prior(d, i)
	t.read(d, r.index.words.Load(), i)
	for k := range r.concepts {
		t.seen = append(t.seen, r.inTitle(d, &r.concepts[k], t))
	}
	if r.score(prior, t, inSummary) <= least { // wherever else the event has the concepts
		return m, false
	}
	rest := d.Text.At(int(i))[len(t.prose):]
	for k := range t.seen {
		if s := &t.seen[k]; s.prose == 0 {
			if field, ok := r.concepts[k].in(rest); ok {
				s.prose = fields[min(field, len(fields)-1)]
			}
		}
	}
	m = match{event: i, score: r.score(prior, t, 0), elsewhen: r.dateScore(d, i) < 0}
	r.share(d, t, &m)
	return m, m.score > least
}

// seen is where an event has a concept.
type seen struct {
	at            int // the word of the title; -1 for none
	prose, record float64
}

// inTitle looks for a concept in an event's record and title.
func (r *reading) inTitle(d *events.Dataset, c *concept, t *title) seen {
	s := seen{at: t.find(d, r.index, c), record: c.role(d, t.event)}
	if s.at >= 0 {
		s.prose = inTitle
	} else if t.kin(c) {
		s.prose = kinInTitle
	}
	return s
}

// score is what the concepts tell of an event, as t has seen them, beyond what was known
// before. It grows with each of least, which is the least that a concept's prose tells,
// and of what was seen.
func (r *reading) score(prior float64, t *title, least float64) float64 {
	sum := prior
	for k, s := range t.seen {
		c := &r.concepts[k]
		much := c.telling(max(s.prose, least), s.record)
		if c.some {
			much *= 0.95
		}
		if t.leads(s.at) {
			much += firstWord
		}
		sum += c.weight * much
	}
	for k := 1; k < len(t.seen); k++ {
		if before, at := t.seen[k-1].at, t.seen[k].at; before >= 0 && at > before && at <= before+3 {
			sum += adjoining
		}
	}
	return sum + titleShare*t.share()
}

// share sets how much of the phrase a match has.
func (r *reading) share(d *events.Dataset, t *title, m *match) {
	total := 0.0
	for k, s := range t.seen {
		weight := r.concepts[k].weight
		total += weight
		switch {
		case s.prose >= inTitle, s.prose >= kinInTitle && s.record >= plainHint:
			m.titled += weight
			m.recorded += weight
			m.had += weight
		case s.prose >= kinInTitle || s.record >= nameInRoles:
			m.recorded += weight
			m.had += weight
		case s.prose > 0 || s.record > 0:
			m.had += weight
		}
	}
	if total > 0 {
		m.titled, m.recorded = m.titled/total, m.recorded/total
	}
	if !r.date.IsZero() {
		total += dateMatter
		m.had += dateMatter * max(0, r.dateScore(d, m.event)) / dateWeight
	}
	if total > 0 {
		m.had /= total
	}
}
