package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/query"
)

// How a person names an event: by its id, by the beginning of an id that no
// other has, by its date, or by words that find it.

// byID finds the event that a text names by its id or by a beginning of just one.
func byID(d *events.Dataset, text string) (events.Index, bool) {
	id := strings.ToLower(strings.TrimSpace(text))
	if i, ok := d.Find(id); ok {
		return i, true
	}
	if _, err := edtf.ParseLoose(id); id == "" || err == nil {
		return 0, false // a date, which more than one id may begin with some day
	}
	if found := d.WithPrefix(id); len(found) == 1 {
		return found[0], true
	}
	return 0, false
}

// searched finds the events that words are about, the likeliest first. The query
// is what found them, or what did not.
func searched(d *events.Dataset, args []string) ([]events.Index, query.Query, error) {
	typed := query.JoinArgs(args)
	if found := begun(d, typed); len(found) > 1 {
		slices.SortStableFunc(found, ranking(d, query.Query{}, found))
		return found, query.Query{}, nil
	}
	if _, err := edtf.ParseLoose(typed); err == nil {
		typed = fmt.Sprintf("%s:%q", query.KeyOn, typed)
	}
	q, err := query.Parse(d, typed)
	if err != nil {
		return nil, q, &exit{code: exitUsage, cause: err}
	}
	found := query.Compile(d, q).Run()
	slices.SortStableFunc(found, ranking(d, q, found))
	return found, q, nil
}

// begun returns the events whose ids a text begins, if it can be nothing else: a
// date and letters, as in 2012-04-02-t.
func begun(d *events.Dataset, typed string) []events.Index {
	id := strings.ToLower(strings.TrimSpace(typed))
	const year = len("2012")
	if len(id) <= year || strings.Trim(id[:year], "0123456789") != "" || id[year] != '-' || strings.ContainsAny(id, " :\"") {
		return nil
	}
	if _, err := edtf.ParseLoose(id); err == nil {
		return nil
	}
	return d.WithPrefix(id)
}

// ranking orders events by how likely they are the one that was meant: what
// certainly answers a question about time; what has the words as they stand in its
// title, or at least has them all; whose id has them; whose title begins so; where
// only a time was asked for, the exactest; then the key ones, those that more
// claims tell of, and the order of time.
func ranking(d *events.Dataset, q query.Query, found []events.Index) func(a, b events.Index) int {
	words := q.Words()
	phrase := strings.Join(words, " ")
	judge := query.NewJudge(d, q)
	score := func(i events.Index) int {
		s := 0
		title := d.Titles.At(int(i))
		if len(words) > 0 {
			if len(events.FoldSpans(title, []string{phrase})) > 0 {
				s += 16
			}
			if strings.HasPrefix(events.Fold(title), phrase) {
				s += 2
			}
			if hasAll(title, words) {
				s += 8
			}
			if hasAll(strings.ReplaceAll(d.IDs.At(int(i)), "-", " "), words) {
				s += 4
			}
		}
		if judge.Degree(i) == query.Certainly {
			s += 32
		}
		return s
	}
	scores := make(map[events.Index]int, len(found))
	for _, i := range found {
		scores[i] = score(i)
	}
	onlyTime := len(words) == 0 && q.HasTime()
	days := func(i events.Index) int {
		if !onlyTime {
			return 0
		}
		return int(d.Last[i] - d.First[i])
	}
	return func(a, b events.Index) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(days(a), days(b)),
			cmp.Compare(d.Flags[b]&events.KeyEvent, d.Flags[a]&events.KeyEvent), cmp.Compare(d.Claims[b], d.Claims[a]))
	}
}

func hasAll(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return len(events.FoldSpans(text, []string{w})) == 0 })
}

// candidates names at most five events, a line each.
func (p *program) candidates(d *events.Dataset, found []events.Index) {
	const most = 5
	for _, i := range found[:min(len(found), most)] {
		p.say(fmt.Sprintf("  %s: %s, %s", d.IDs.At(int(i)), d.Titles.At(int(i)), d.Date(i).English(edtf.Long)))
	}
	if more := len(found) - most; more > 0 {
		p.say("  and " + fmt.Sprint(more) + " more")
	}
}
