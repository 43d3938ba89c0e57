package converse

import (
	"errors"
	"os/exec"
	"slices"
	"strings"

	"timeline/internal/english"
	"timeline/internal/session"
)

// edit opens the current event, or the actor, place or source that is named, in the
// reader's editor and, once that is left, reads the dataset again.
func (t *talk) edit(arg string) {
	if arg == "" {
		t.editRecord("events", t.IDHere())
		return
	}
	key, name, _ := strings.Cut(arg, " ")
	if key = strings.ToLower(key); !slices.Contains([]string{"actor", "place", "source"}, key) || name == "" {
		t.say("The command edit takes nothing after it, or actor, place or source and a name.")
		return
	}
	found := t.Records(key, name)
	meant := slices.IndexFunc(found, func(r session.Record) bool {
		return r.ID == name || strings.EqualFold(r.Name, name) || len(found) == 1
	})
	choose := func(k int) { t.editRecord(key+"s", found[k].ID) }
	switch {
	case meant >= 0:
		choose(meant)
	case len(found) == 0:
		t.say("No %s is called “%s”.", key, name)
	default:
		t.say("“%s” may mean:", name)
		t.offer(&list{n: len(found), label: func(k int) string { return found[k].Name }, choose: choose})
	}
}

func (t *talk) editRecord(kind, id string) {
	if id == "" && len(t.Faults) == 0 {
		t.sayNone()
		return
	}
	cmd, err := t.Edit(kind, id)
	if err != nil {
		t.say("Not edited: %s", ended(err.Error()))
		return
	}
	var left *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &left) {
		t.say("The editor did not start: %s", ended(err.Error()))
		return
	}
	t.reread()
}

// mostFaults is how many faults are read out.
const mostFaults = 10

// reread reads the dataset's files again, or says what is wrong with them.
func (t *talk) reread() {
	read, err := t.Reread()
	if err != nil {
		t.say("Nothing to read again: %s", ended(err.Error()))
		return
	}
	e, err := read()
	if err == nil {
		t.list, t.more, t.told, t.article = nil, nil, -1, -1 // they are of the dataset before
		t.time, t.lineage = nil, nil
		t.say("%s", t.Reopen(e))
		t.tell()
		return
	}
	t.Refuse(err)
	n := len(t.Faults)
	if n == 0 {
		t.say("The files could not be read again: %s", ended(err.Error()))
		return
	}
	t.say("The files have %s.", english.Count(n, "fault", "faults"))
	for _, f := range t.Faults[:min(n, mostFaults)] {
		place := f.File
		if f.Line > 0 {
			place += ", line " + english.Thousands(f.Line)
		}
		t.say("In %s: %s", place, sentence(f.What))
		t.say("%s", sentence(f.Remedy))
	}
	if n > mostFaults {
		t.say("There are %s more.", english.Thousands(n-mostFaults))
	}
	t.say("The timeline is still the one before. The command edit opens the first fault, and reread reads again.")
}
