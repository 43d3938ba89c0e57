package lineage

import (
	"cmp"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
)

var verbs = [...]string{
	Splits: "splits from", Becomes: "comes of", Founded: "is founded by", Under: "is under", Joins: "joins", Allied: "is allied with", Rival: "is a rival of",
}

// Words say what a tie is, with the full names of both groups: "Signers in Blood
// splits from AQIM".
func (l *Lineage) Words(t *Tie) string {
	return l.Data.ActorName(t.Younger) + " " + verbs[t.Kind] + " " + l.Data.ActorName(t.Older)
}

// Brief is Words with the groups' short names.
func (l *Lineage) Brief(t *Tie) string {
	return l.Short(t.Younger) + " " + verbs[t.Kind] + " " + l.Short(t.Older)
}

// Dated is the date of the event that tells of the tie, in words; empty if none does.
func (l *Lineage) Dated(t *Tie, length edtf.Length) string {
	if t.Event < 0 {
		return ""
	}
	return l.Data.Date(t.Event).English(length)
}

// Say tells in sentences what ties an actor to other groups, in order of date, and
// who says so. Of an actor that is no group of
// the lineage it says that first.
func (l *Lineage) Say(group string) []string {
	name := l.Data.ActorName(group)
	said := []string{name + " did not split, join or go on under another name, as far as the sources say."}
	if g := l.Group(group); g != nil {
		said = []string{l.time(g)}
	}
	for _, t := range l.List(true, group) {
		if !t.Of(group) {
			continue
		}
		head := l.Words(t)
		if l.Planned(t) {
			head += ", by a plan"
		}
		if t.Event >= 0 {
			head += ", " + l.Dated(t, edtf.Long) + ": " + l.Data.Titles.At(int(t.Event))
		}
		tie := []string{stopped(head)}
		for _, c := range t.Claims { // of allies both records may say the same
			if s := l.claimed(c); !slices.Contains(tie, s) {
				tie = append(tie, s)
			}
		}
		said = append(said, tie...)
	}
	return said
}

// time says when a group is attested.
func (l *Lineage) time(g *Group) string {
	name := l.Data.ActorName(g.ID)
	switch {
	case g.Named:
		return name + " is only named as what came before."
	case g.Planned:
		return name + " was proposed, between " + l.month(g.Begins.First) + " and " + l.month(g.Until) + "; no source says that it was founded."
	case !g.Certain:
		return name + " can have been there from " + l.month(g.Begins.First) + " to " + l.month(g.Until) + "; no date of it is certain."
	case g.By > g.SureTo:
		return name + " was there at some time between " + l.month(g.Begins.First) + " and " + l.month(g.Until) + "."
	}
	s := name + " is certainly attested from " + l.month(g.By) + " to " + l.month(g.SureTo)
	if first := l.month(g.Begins.First); first != l.month(g.By) {
		s += "; it may have begun as early as " + first
	}
	if until := l.month(g.Until); until != l.month(g.SureTo) {
		s += "; it may be attested until " + until
	}
	return s + "."
}

// month is the month of a day in words; before the period it says so.
func (l *Lineage) month(d edtf.Day) string {
	if d < l.period.First {
		return "before " + l.month(l.period.First)
	}
	year, month, _ := d.Civil()
	return edtf.OfMonth(year, month).English(edtf.Long)
}

// claimed is "Guidère, note 3, says so, by September 2012."
func (l *Lineage) claimed(c Claim) string {
	s := l.Data.Cited(c.Cite) + " says so" + cmp.Or(english.Between(": ", c.Date.English(edtf.Long), ""), ", without a date")
	return stopped(s + english.Between(". ", strings.Join(strings.Fields(c.Note), " "), ""))
}

func stopped(s string) string {
	if strings.HasSuffix(strings.TrimRight(s, "”’\"'"), ".") {
		return s
	}
	return s + "."
}
