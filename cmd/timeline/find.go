package main

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// lookOptions say which answer of a look-up is taken, and what is said of it.
type lookOptions struct {
	pick, limit int
	quiet       bool
}

// flags adds the flags of a look-up to a command's.
func (o *lookOptions) flags(f *pflag.FlagSet) {
	f.IntVar(&o.pick, "pick", 1, "take the `N`th of what the words may mean")
	f.IntVar(&o.limit, "limit", 2, "beside a best guess, name at most `N` others")
	f.BoolVar(&o.quiet, "quiet", false, "say nothing on the standard error but errors, as an editor wants it")
}

// check refuses numbers that make no sense.
func (o lookOptions) check() error {
	if o.pick < 1 {
		return usage("--pick %d: the first is 1", o.pick)
	}
	if o.limit < 0 {
		return usage("--limit %d: it must not be less than 0", o.limit)
	}
	return nil
}

// looked finds the event that a text names: by its id, by a date, or by words. Where
// it is a guess, that and what it may be else stands on the standard error.
func (p *program) looked(d *events.Dataset, typed string, o lookOptions) (events.Index, error) {
	a, err := query.Look(d, typed)
	switch {
	case err != nil:
		return 0, err
	case len(a.Events) == 0 && o.quiet:
		return 0, nothing()
	case len(a.Events) == 0:
		return 0, p.nothingFound(d, a.Query)
	case o.pick > len(a.Events):
		return 0, usage("--pick %d: %q may mean %s", o.pick, typed, english.Count(len(a.Events), "event", "events"))
	}
	if !a.Sure && o.pick == 1 && !o.quiet {
		p.guess(d, typed, a, o.limit)
	}
	return a.Events[o.pick-1], nil
}

// guess says that an answer is a guess, why, and what it may be else.
func (p *program) guess(d *events.Dataset, typed string, a query.Answer, limit int) {
	for _, s := range a.Similar {
		p.say(fmt.Sprintf("%q is in no event: read as %q, which is merely similar", s.Typed, s.As))
	}
	p.say(fmt.Sprintf("best guess for %q: %s", typed, d.IDs.At(int(a.Events[0]))))
	p.candidates(d, a.Events, limit)
}

// candidates names at most limit events after the first, a line each, with the number
// that --pick takes.
func (p *program) candidates(d *events.Dataset, list []events.Index, limit int) {
	for k, i := range list[1:min(len(list), limit+1)] {
		p.say(fmt.Sprintf("  --pick %d: %s, %s (%s)", k+2, d.Titles.At(int(i)), d.Date(i).English(edtf.Long), d.IDs.At(int(i))))
	}
}

// phrase joins arguments that a shell has split; an argument with a key and a space
// stays one term.
func phrase(args []string) string { return strings.TrimSpace(query.JoinArgs(args)) }
