package quiz

import (
	"fmt"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
)

// maxSourceChoices bounds the articles among which is chosen.
const maxSourceChoices = 8

// sources asks of quotations from which article they are. One that names its own
// author, or the place where it appeared, is left out.
func sources(d *events.Dataset, from []events.Index) []Question {
	labels := sourceLabels(d)
	if len(labels) < 2 || len(labels) > maxSourceChoices {
		return nil
	}
	var list []Question
	for _, i := range from {
		for _, c := range d.Event(i).Claims {
			right := slices.Index(labels, d.SourceLabel(c.Source))
			if c.Quote == "" || right < 0 || namesItself(d.Source(c.Source), c.Quote) {
				continue
			}
			q := Question{
				Ask: "From which article is this?", Given: []string{"“" + c.Quote + "”"}, Choices: labels, Right: []int{right},
				Why: "It is " + labels[right] + "'s, of: " + d.Event(i).Title + ".", Event: i,
			}
			q.rests(d, c)
			list = append(list, q)
		}
	}
	return list
}

// sourceLabels are what the articles are called, each once.
func sourceLabels(d *events.Dataset) []string {
	var labels []string
	for i := range d.Sources {
		labels = append(labels, d.Sources[i].Label())
	}
	return unique(labels)
}

// namesItself tells whether a quotation gives its source away.
func namesItself(s *events.Source, quote string) bool {
	quote = events.Fold(quote)
	gives := func(name string) bool { return name != "" && strings.Contains(quote, events.Fold(name)) }
	return gives(s.Container) || slices.ContainsFunc(s.Authors, func(a events.Author) bool { return gives(a.Family) })
}

// Choices of the question whether two dates agree.
const (
	same = iota
	finer
	apart
)

// agreements asks of two articles' dates of one event whether both can be right, and
// of the other disagreements that are recorded what they are about. It does not ask
// who is right.
func agreements(d *events.Dataset, from []events.Index) []Question {
	var list []Question
	for _, i := range from {
		e := d.Event(i)
		asked := map[[2]string]bool{} // once for each two articles
		for b := range e.Claims {
			for a := range b {
				pair := [2]string{e.Claims[a].Source, e.Claims[b].Source}
				if q, ok := agreement(d, i, e.Claims[a], e.Claims[b]); ok && !asked[pair] && !asked[[2]string{pair[1], pair[0]}] {
					asked[pair] = true
					list = append(list, q)
				}
			}
		}
		if q, ok := disagreement(d, i); ok {
			list = append(list, q)
		}
	}
	return list
}

func agreement(d *events.Dataset, i events.Index, a, b events.Claim) (Question, bool) {
	if a.Source == b.Source || a.Basis != events.BasisStated || b.Basis != events.BasisStated || !printed(a.Words) || !printed(b.Words) {
		return Question{}, false
	}
	q := Question{
		Ask:     "Do the two articles agree on when it was?",
		Given:   []string{d.Event(i).Title, d.SourceLabel(a.Source) + ": “" + a.Words + "”", d.SourceLabel(b.Source) + ": “" + b.Words + "”"},
		Choices: []string{"They give the same date.", "One is more exact; both can be right.", "They cannot both be right."},
		Event:   i,
	}
	q.rests(d, a, b)
	x, y := a.Date.English(edtf.Long), b.Date.English(edtf.Long)
	switch {
	case edtf.Compare(a.Date, b.Date) == 0:
		q.Right, q.Why = []int{same}, "Both give "+x+"."
	case within(a.Date, b.Date):
		q.Right, q.Why = []int{finer}, x+" lies within "+y+"."
	case within(b.Date, a.Date):
		q.Right, q.Why = []int{finer}, y+" lies within "+x+"."
	case !edtf.Overlaps(a.Date, b.Date):
		q.Right, q.Why = []int{apart}, x+" and "+y+" have no day in common."
	default:
		return Question{}, false
	}
	return q, true
}

// disagreement asks what kind of disagreement is recorded of an event, of which
// several articles tell.
func disagreement(d *events.Dataset, i events.Index) (Question, bool) {
	e := d.Event(i)
	if len(e.Sources()) < 2 || len(e.Disputes) == 0 {
		return Question{}, false
	}
	q := Question{Ask: "The record notes a disagreement between these accounts, or inside one. On what?", Given: []string{e.Title}, Event: i}
	q.rests(d, e.Claims...)
	for _, c := range e.Claims {
		q.Given = append(q.Given, c.Says+" ("+d.SourceLabel(c.Source)+", "+c.Date.English(edtf.Long)+")")
	}
	for k := events.DisputeKind(0); k.String() != "unknown"; k++ {
		q.Choices = append(q.Choices, english.Capital(k.Words()))
		for _, dispute := range e.Disputes {
			if dispute.About == k && !slices.Contains(q.Right, int(k)) {
				q.Right = append(q.Right, int(k))
				q.Why = strings.TrimSpace(q.Why + " " + dispute.Text)
			}
		}
	}
	return q, len(q.Right) > 0
}

// bases asks how the date of a claim was had.
func bases(d *events.Dataset, from []events.Index) []Question {
	choices := []string{
		"The article states it.", "It is reckoned from something else in the article.", "It is that of a press report which the article cites.",
		"It stands in a web address which the article cites.", "It is the date printed on the article itself.",
	}
	var list []Question
	for _, i := range from {
		e := d.Event(i)
		for _, c := range e.Claims {
			if !printed(c.Words) || c.Date.IsZero() || int(c.Basis) >= len(choices) {
				continue
			}
			q := Question{
				Ask:     "The claim is dated " + c.Date.English(edtf.Long) + ". How was that date had?",
				Given:   []string{c.Says, "Its words for the time: “" + c.Words + "”"},
				Choices: choices, Right: []int{int(c.Basis)}, Why: c.BasisNote, Event: i,
			}
			q.rests(d, c)
			if c.Quote != "" {
				q.Given = slices.Insert(q.Given, 0, "“"+c.Quote+"”")
			}
			list = append(list, q)
		}
	}
	return list
}

// nameChoices is among how many actors is chosen.
const nameChoices = 5

// names asks whom an article means by a name that is not its usual one here. Where
// two actors bear the name in that article, either is right.
func names(d *events.Dataset, from []events.Index) []Question {
	var list []Question
	asked := map[[2]string]bool{}
	for _, i := range from {
		for _, c := range d.Event(i).Claims {
			if c.Quote == "" {
				continue
			}
			quote := " " + events.Fold(c.Quote) + " "
			for _, n := range d.ActorsOf.At(int(i)) {
				for _, s := range d.Actors[n].Spellings {
					if !telling(d, &d.Actors[n], s, c.Source) || asked[[2]string{c.Source, s.As}] || !strings.Contains(quote, " "+events.Fold(s.As)+" ") {
						continue
					}
					asked[[2]string{c.Source, s.As}] = true
					list = append(list, naming(d, i, int(n), s.As, c))
				}
			}
		}
	}
	return list
}

// maxNameWords is how long a name may be: longer ones are descriptions.
const maxNameWords = 4

// telling tells whether a spelling is worth a question: it is a name, printed in that
// source, that can tell an actor on its own and is not, or hardly, its name here.
func telling(d *events.Dataset, a *events.Actor, s events.Spelling, source string) bool {
	if a.Kind.String() == "media" || s.Form > events.FormFormer || !slices.Contains(s.Sources, source) ||
		len(strings.Fields(s.As)) > maxNameWords || d.Source(source) == nil {
		return false
	}
	name, as := events.Fold(a.Name), events.Fold(s.As)
	return !strings.Contains(name, as) && !strings.Contains(as, name)
}

func naming(d *events.Dataset, i events.Index, actor int, as string, c events.Claim) Question {
	q := Question{
		Ask:   fmt.Sprintf("%s writes “%s”. Who is meant?", d.SourceLabel(c.Source), as),
		Given: []string{"“" + c.Quote + "”"}, Event: i,
	}
	q.rests(d, c)
	var right []string
	folded := events.Fold(as)
	for i := range d.Actors {
		for _, s := range d.Actors[i].Spellings {
			if slices.Contains(s.Sources, c.Source) && events.Fold(s.As) == folded {
				right = append(right, d.Actors[i].Name)
			}
		}
	}
	right = unique(right)
	q.Choices = slices.Clone(right)
	for step := 1; step < len(d.Actors) && len(q.Choices) < nameChoices; step++ { // neighbours of the same kind
		if other := &d.Actors[(actor+step)%len(d.Actors)]; other.Kind == d.Actors[actor].Kind && !slices.Contains(q.Choices, other.Name) {
			q.Choices = append(q.Choices, other.Name)
		}
	}
	slices.Sort(q.Choices)
	for _, name := range right {
		q.Right = append(q.Right, slices.Index(q.Choices, name))
	}
	slices.Sort(q.Right)
	q.Why = d.SourceLabel(c.Source) + " prints the name for " + right[0] + "."
	if len(right) > 1 {
		q.Why = d.SourceLabel(c.Source) + " prints the name for " + english.List(right) + ": either is right."
	}
	return q
}

// maxTellers bounds the numbers among which is chosen.
const maxTellers = 6

// tellers asks how many of the articles tell of an event.
func tellers(d *events.Dataset, from []events.Index) []Question {
	most := min(len(d.Sources), maxTellers)
	if most < 2 {
		return nil
	}
	var choices []string
	for n := range most {
		choices = append(choices, english.Count(n+1, "article", "articles"))
	}
	var list []Question
	for _, i := range from {
		e := d.Event(i)
		ids := e.Sources()
		if len(ids) == 0 || len(ids) > most {
			continue
		}
		q := Question{
			Ask:   fmt.Sprintf("How many of the %d articles tell of this?", len(d.Sources)),
			Given: []string{e.Title, e.Date.English(edtf.Long)}, Choices: choices, Right: []int{len(ids) - 1}, Event: i,
		}
		var labels []string
		for _, id := range ids {
			labels = append(labels, d.SourceLabel(id))
			q.rests(d, e.ClaimsOf(id)[0])
		}
		tell := " tell of it."
		if len(ids) == 1 {
			tell = " tells of it."
		}
		q.Why = english.Capital(english.List(labels)) + tell
		if len(ids) < len(d.Sources) {
			q.Why += " That the others are silent does not show that they did not know."
		}
		list = append(list, q)
	}
	return list
}
