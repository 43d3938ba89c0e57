package query

import (
	"math"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
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
		switch {
		case m.title.Has(i):
			text = inTitle
		case m.summary.Has(i):
			text = inSummary
		case m.text.Has(i):
			text = inOtherText
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

// match looks at an event in full.
func (r *reading) match(d *events.Dataset, i events.Index) match {
	m := match{event: i, score: r.prior(d, i), elsewhen: r.dateScore(d, i) < 0}
	text, title := d.Text.At(int(i)), newTitle(d, i)
	total := 0.0
	var side []int // where in the title each concept stands
	for k := range r.concepts {
		c := &r.concepts[k]
		total += c.weight
		prose, at := 0.0, -1
		if field, ok := c.in(text); ok {
			prose = fields[min(field, len(fields)-1)]
		}
		if at = title.find(d, c); at >= 0 {
			prose = inTitle
		}
		side = append(side, at)
		if at < 0 && title.kin(c) {
			prose = max(prose, kinInTitle)
		}
		record := c.role(d, i)
		much := c.telling(prose, record)
		if c.some {
			much *= 0.95
		}
		if title.leads(at) {
			much += firstWord
		}
		m.score += c.weight * much
		switch {
		case prose >= inTitle, prose >= kinInTitle && record >= plainHint:
			m.titled += c.weight
			m.recorded += c.weight
			m.had += c.weight
		case prose >= kinInTitle || record >= nameInRoles:
			m.recorded += c.weight
			m.had += c.weight
		case prose > 0 || record > 0:
			m.had += c.weight
		}
	}
	for k := 1; k < len(side); k++ {
		if side[k-1] >= 0 && side[k] > side[k-1] && side[k] <= side[k-1]+3 {
			m.score += adjoining
		}
	}
	m.score += titleShare * title.share()
	if total > 0 {
		m.titled, m.recorded = m.titled/total, m.recorded/total
	}
	if !r.date.IsZero() {
		total += dateMatter
		m.had += dateMatter * max(0, r.dateScore(d, i)) / dateWeight
	}
	if total > 0 {
		m.had /= total
	}
	return m
}

// title is an event's title with what of it a phrase accounts for.
type title struct {
	event  events.Index
	prose  string // with a space before each word
	words  []string
	spoken []bool // the word is one of the phrase's
}

func newTitle(d *events.Dataset, i events.Index) *title {
	text := d.Text.At(int(i))
	if at := strings.Index(text, events.EndField); at >= 0 {
		text = text[:at]
	}
	t := &title{event: i, prose: text, words: strings.Fields(text)}
	t.spoken = make([]bool, len(t.words))
	return t
}

// find tells at which word a concept stands in the title: in any spelling, if the
// event's record has the name. It is -1 if it does not.
func (t *title) find(d *events.Dataset, c *concept) int {
	for _, f := range c.finds {
		if at := t.findProse(c, f); at >= 0 {
			return at
		}
	}
	for _, a := range d.ActorsOf.At(int(t.event)) {
		if c.actors != nil && c.actors[a] {
			if at := t.spelt(d.Actors[a].Name, d.Actors[a].Spellings, c.some); at >= 0 {
				return at
			}
		}
	}
	for _, p := range d.PlacesOf.At(int(t.event)) {
		if c.places != nil && c.places[p] {
			if at := t.spelt(d.Places[p].Name, d.Places[p].Spellings, c.some); at >= 0 {
				return at
			}
		}
	}
	return -1
}

// kin tells whether the title has another word for a type that the concept hints at.
func (t *title) kin(c *concept) bool {
	if len(c.kin) == 0 {
		return false
	}
	for k, w := range t.words {
		if c.kin[english.Stem(w)] {
			t.spoken[k] = true
			return true
		}
	}
	return false
}

// leads tells whether only small words stand before a word of the title.
func (t *title) leads(at int) bool {
	return at >= 0 && !slices.ContainsFunc(t.words[:at], func(w string) bool { return !isSmall(w) })
}

func (t *title) findProse(c *concept, f finder) int {
	for p := 0; ; p++ {
		if p = f.next(t.prose, p); p < 0 {
			return -1
		}
		if c.accepts(t.prose, p, len(f.needle)) {
			return t.speak(p, strings.Count(f.needle, " "))
		}
	}
}

// spelt finds the longest spelling of a record in the title.
func (t *title) spelt(as string, list []events.Spelling, some bool) int {
	best, words := -1, 0
	try := func(as string) {
		as = " " + events.FoldProse(as)
		if at := strings.Index(t.prose, as); at >= 0 && endsWord(t.prose, at+len(as)) && strings.Count(as, " ") > words {
			best, words = at, strings.Count(as, " ")
		}
	}
	try(as)
	for _, s := range list {
		if s.Form != events.FormWeak && !s.Form.Shared() {
			try(s.As)
		}
	}
	if best < 0 {
		return -1
	}
	return t.speak(best, words)
}

// speak marks n words from the byte p on, and returns which word that is.
func (t *title) speak(p, n int) int {
	at := strings.Count(t.prose[:p+1], " ") - 1
	for k := at; k < min(at+n, len(t.spoken)); k++ {
		t.spoken[k] = true
	}
	return at
}

// share is how much of the title's matter the phrase accounts for, from 0 to 1.
func (t *title) share() float64 {
	all, spoken := 0.0, 0.0
	for k, w := range t.words {
		if isSmall(w) || len(english.Stem(w)) < 2 {
			continue
		}
		all++
		if t.spoken[k] {
			spoken++
		}
	}
	if all == 0 {
		return 0
	}
	return spoken / all
}
