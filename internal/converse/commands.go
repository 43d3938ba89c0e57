package converse

import (
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/session"
)

// command is one thing that can be typed.
type command struct {
	names []string // in small letters; the help gives the first
	group string   // heading in the help
	takes string   // what may stand after it; empty for nothing
	help  string   // what it does: "goes to the next event"
	run   func(t *talk, arg string)
}

// bare makes a command's function of one that takes nothing.
func bare(f func(*talk)) func(*talk, string) {
	return func(t *talk, _ string) { f(t) }
}

// here makes a command's function of one that is about the current event: where there
// is none, that is said.
func here(f func(t *talk, i events.Index, arg string)) func(*talk, string) {
	return func(t *talk, arg string) {
		if i, ok := t.Current(); ok {
			f(t, i, arg)
		} else {
			t.sayNone()
		}
	}
}

// commands is the table of all commands, in the order of the help.
func commands() []command { return slices.Concat(groups()...) }

// groups are the commands by their headings.
func groups() [][]command {
	return [][]command{moving(), reading(), finding(), teaching(), program()}
}

func moving() []command {
	const g = "Moving"
	by := func(n int) func(*talk, string) { return bare(func(t *talk) { t.moved(n) }) }
	step := func(u session.Unit, n int) func(*talk, string) { return bare(func(t *talk) { t.step(u, n) }) }
	return []command{
		{[]string{"next", "n"}, g, "", "goes to the next event", by(1)},
		{[]string{"previous", "p", "prev"}, g, "", "goes to the previous event", by(-1)},
		{[]string{"first"}, g, "", "goes to the first event", bare(func(t *talk) { t.toEnd(-1) })},
		{[]string{"last"}, g, "", "goes to the last event", bare(func(t *talk) { t.toEnd(1) })},
		{[]string{"here", "where", "where am i"}, g, "", "says the current event and the filters", bare(func(t *talk) { t.tell(); t.sayFilters() })},
		{[]string{"list"}, g, "a number, and before", "lists the ten events from here on, or as many as you say, or those before", here((*talk).around)},
		{[]string{"next month"}, g, "", "goes to the next month with events", step(session.Month, 1)},
		{[]string{"previous month"}, g, "", "goes to the previous month with events", step(session.Month, -1)},
		{[]string{"next year"}, g, "", "goes to the next year with events", step(session.Year, 1)},
		{[]string{"previous year"}, g, "", "goes to the previous year with events", step(session.Year, -1)},
		{[]string{"go to", "goto", "go"}, g, "a date, words that tell an event, its id, or a step such as +2w", "goes to the event that is nearest", (*talk).goTo},
		{[]string{"back"}, g, "", "goes back to where you were before a jump or a filter", bare((*talk).returned)},
		{[]string{"zoom"}, g, "in, out, years, months or days", "says how many events each year, month or day has", (*talk).zoomTo},
		{[]string{"step on", "step"}, g, "", "goes on by the zoom’s unit", bare(func(t *talk) { t.step(t.Zoom, 1) })},
		{[]string{"step back"}, g, "", "goes back by the zoom’s unit", bare(func(t *talk) { t.step(t.Zoom, -1) })},
	}
}

func reading() []command {
	const g = "Reading"
	source := func(n int) func(*talk, string) {
		return here(func(t *talk, i events.Index, _ string) { t.otherSource(i, n) })
	}
	return []command{
		{[]string{"read", "r", "open"}, g, "all, next or previous", "reads the event in full and what its first source says, or all say, or does so for the next or previous event", (*talk).read},
		{[]string{"next source"}, g, "", "reads what the next source says of the event", source(1)},
		{[]string{"previous source"}, g, "", "reads what the source before says of the event", source(-1)},
		{[]string{"article"}, g, "from the start", "reads the whole article from the passage on, where its text is at hand", here((*talk).readArticle)},
		{[]string{"more"}, g, "", "goes on with a list or an article", bare((*talk).goOn)},
		{[]string{"again", "repeat"}, g, "", "repeats the last answer", bare(func(t *talk) { t.out.WriteString(t.last) })},
		{[]string{"along"}, g, "a word", "lists where the event leads: links, the same actor, place, source or type", here((*talk).along)},
		{[]string{"close"}, g, "", "leaves an article, a list or a search", bare((*talk).close)},
		{[]string{"who is who", "who is", "who"}, g, "a name", "lists actors and groups, or describes one", records("actor")},
		{[]string{"places", "place"}, g, "a name", "lists places, or describes one", records("place")},
		{[]string{"sources", "source"}, g, "a name", "lists sources, or describes one", records("source")},
		{[]string{"when"}, g, "the id of an event", "tells when each source has the event, and which exclude each other", (*talk).when},
		{[]string{"lane", "lanes"}, g, "a name", "tells when an actor took part in what, and which offices it held", told("actor", "lane", lane)},
		{[]string{"ties", "groups"}, g, "a name", "tells how a group split, joined and was renamed, and who says so", told("actor", "ties", ties)},
		{[]string{"near", "map"}, g, "a name", "tells what a place is, how many events were there, and what is near", told("place", "near", near)},
		{[]string{"timeline"}, g, "", "comes back to the current event", bare((*talk).tell)},
	}
}

func finding() []command {
	const g = "Finding and filtering"
	anyAll := func(all bool) func(*talk, string) { return bare(func(t *talk) { t.anyOrAll(all) }) }
	match := func(n int) func(*talk, string) { return bare(func(t *talk) { t.toMatch(n) }) }
	return []command{
		{[]string{"search", "find", "s", "/"}, g, "words", "looks for words in the text", (*talk).search},
		{[]string{"next match"}, g, "", "goes to the next match of the search", match(1)},
		{[]string{"previous match"}, g, "", "goes to the previous match of the search", match(-1)},
		{[]string{"actors", "a"}, g, "the beginning of a name", "lists the actors to filter by", (*talk).actors},
		{[]string{"facets", "f"}, g, "a kind or a word", "lists what else to filter by: marks, types, sources, precisions, places", (*talk).facets},
		{[]string{"filter by"}, g, "actor, type, place, source, precision or mark, and a name", "filters by what is named; with not before the name it excludes it, with members after it takes a group with its members", func(t *talk, arg string) { t.filterBy(arg, false) }},
		{[]string{"filter"}, g, "a query", "adds a query to the filters", (*talk).addQuery},
		{[]string{"query"}, g, "a query", "filters by a query, or says the present one", (*talk).setQuery},
		{[]string{"filters"}, g, "", "says which filters are on", bare((*talk).sayFilters)},
		{[]string{"exclude"}, g, "a number of the list, or a kind and a name", "filters something out; in the bookmarks it removes one", (*talk).exclude},
		{[]string{"with members"}, g, "a number of the list", "filters by a group with its members and predecessors", (*talk).withMembers},
		{[]string{"all of"}, g, "", "makes several filters of one kind mean all of them", anyAll(true)},
		{[]string{"any of"}, g, "", "makes several filters of one kind mean any of them", anyAll(false)},
		{[]string{"clear", "x"}, g, "all", "takes the last filter off, or all", (*talk).clearLast},
	}
}

func program() []command {
	const g = "Keeping, and the program"
	says := func(lines ...string) func(*talk, string) {
		return bare(func(t *talk) { t.sayAll(lines) })
	}
	return []command{
		{[]string{"copy", "y"}, g, "citation, quotation, id, bibtex …", "reads out a text to be copied", here((*talk).copy)},
		{[]string{"show copied"}, g, "", "reads out again what copy read out last", bare((*talk).showCopied)},
		{[]string{"bookmark", "m"}, g, "", "sets a bookmark on the event, or removes it", here((*talk).bookmark)},
		{[]string{"bookmarks"}, g, "a word", "lists the bookmarks", (*talk).bookmarks},
		{[]string{"edit", "e"}, g, "actor, place or source and a name", "opens the file of the event, or of what is named, in your editor, and reads it again after", (*talk).edit},
		{[]string{"reread", "reload"}, g, "", "reads the files of the timeline again", bare((*talk).reread)},
		{[]string{"choose", "number"}, g, "a number", "chooses from the list, as the number alone does", (*talk).choose},
		{[]string{"help", "h", "?"}, g, "a word, or all", "explains the commands", (*talk).help},
		{[]string{"commands", "palette"}, g, "a command", "runs a command by its name, or lists all names", (*talk).palette},
		{[]string{"panes"}, g, "", "says what replaces the panes of the full screen", says("There are no panes here.", "The command read reads the event, and list the events around it.")},
		{[]string{"mouse"}, g, "", "says what replaces the mouse", says("There is no mouse here.", "Whatever a click does has a command; lists are chosen from by number.")},
		{[]string{"signs"}, g, "", "says what replaces pictures and their signs", says("There are no pictures here, and no signs.", "When an event was, and what is how certain, is said in words.")},
		{[]string{"suspend"}, g, "", "says how to suspend the program", says("Control and Z suspends the program, as any other; the shell’s command fg brings it back.")},
		{[]string{"quit", "q", "exit", "bye"}, g, "", "leaves the program, which remembers where you were", func(t *talk, _ string) { t.done = true; t.say("Goodbye.") }},
	}
}

// twins is the line to type for each action of the full screen.
var twins = map[string]string{
	"down": "next", "up": "previous", "scroll-down": "more", "scroll-up": "again",
	"page-down": "list", "page-up": "list before", "half-down": "list 5", "half-up": "list 5 before",
	"first": "first", "last": "last",
	"previous-month": "previous month", "next-month": "next month", "previous-year": "previous year", "next-year": "next year",
	"next-event": "read next", "previous-event": "read previous",
	"zoom-in": "zoom in", "zoom-out": "zoom out", "step-back": "step back", "step-on": "step on",
	"go-to": "go to", "back-to": "back",
	"open": "read", "article": "article", "next-source": "next source", "previous-source": "previous source",
	"other-pane": "panes", "close": "close", "along": "along",
	"search": "search", "next-match": "next match", "previous-match": "previous match",
	"actors": "actors", "facets": "facets", "query": "query", "clear-last": "clear", "clear-all": "clear all",
	"edit": "edit", "reread": "reread", "copy": "copy", "show-copied": "show copied", "bookmark": "bookmark", "bookmarks": "bookmarks",
	"timeline": "timeline", "actors-view": "who is who", "places-view": "places", "sources-view": "sources",
	"fit": "signs", "signs": "signs", "looser": "list",
	"actors-view-narrow": "who is who", "places-view-narrow": "places", "sources-view-narrow": "sources",
	"lanes-view": "lane", "next-lane": "who is who", "previous-lane": "who is who", "next-in-lane": "next", "previous-in-lane": "previous", "lanes-by": "facets", "lanes-nearer": "zoom in", "lanes-farther": "zoom out", "lanes-fit": "when", "pin-lane": "actors",
	"groups-view": "ties", "next-tie": "ties", "previous-tie": "ties", "next-group": "who is who", "previous-group": "who is who",
	"groups-nearer": "zoom in", "groups-farther": "zoom out", "groups-fit": "when", "tie-event": "read", "allies-and-rivals": "ties",
	"map-view": "near", "place-south": "near", "place-north": "near", "place-west": "near", "place-east": "near", "next-place": "places", "previous-place": "places",
	"map-nearer": "near", "map-farther": "near", "month-earlier": "previous month", "month-later": "next month", "year-earlier": "previous year", "year-later": "next year",
	"shorter-time": "zoom in", "longer-time": "zoom out",
	"tours": "tours", "tour-on": "tours", "tour-back": "tours", "reveal-step": "tours", "hide-step": "tours", "next-stop": "tours", "previous-stop": "tours", "stop-number": "tours", "first-stop": "tours", "last-stop": "tours", "reveal-all": "tours",
	"tour-excerpts": "tours", "tour-black": "tours", "tour-large": "tours", "tour-note": "tours", "tour-list": "tours", "tour-off": "tours",
	"quiz-code": "quiz", "quiz-choice": "quiz", "quiz-enter": "quiz", "quiz-down": "quiz", "quiz-up": "quiz", "carry-down": "quiz", "carry-up": "quiz", "take-back": "quiz", "quiz-first": "quiz", "quiz-last": "quiz",
	"quiz-on": "quiz", "quiz-back": "quiz", "quiz-excerpts": "quiz", "another-set": "quiz", "set-code": "quiz", "copy-result": "quiz", "show-result": "quiz", "quiz-black": "quiz", "quiz-off": "quiz",
	"help": "help", "palette": "commands", "mouse": "mouse", "suspend": "suspend", "quit": "quit", "quit-now": "quit",
}

// lookUp finds the command that a line begins with, the longest name first, and
// what stands after it. A line that is the id of an action of the full screen
// stands for its twin.
func lookUp(line string) (c command, arg string, ok bool) {
	if twin, isAction := twins[strings.ReplaceAll(strings.ToLower(line), " ", "-")]; isAction {
		line = twin
	}
	if rest, isSlash := strings.CutPrefix(line, "/"); isSlash {
		line = "/ " + rest
	}
	words := strings.Fields(line)
	table := commands()
	const longest = 4 // words of a name
	for n := min(len(words), longest); n > 0; n-- {
		name := strings.ToLower(strings.Join(words[:n], " "))
		for _, c := range table {
			if slices.Contains(c.names, name) {
				return c, strings.Join(words[n:], " "), true
			}
		}
	}
	return command{}, "", false
}

// do answers one line, as the package comment tells.
func (t *talk) do(line string) {
	line = strings.TrimSpace(line)
	if t.guide != nil {
		t.guided(line)
		return
	}
	if t.exam != nil {
		t.examined(line)
		return
	}
	if line == "" {
		return
	}
	n, isNumber := number(line)
	if t.list != nil && t.list.once && !isNumber {
		t.list, t.more = nil, nil
	}
	if c, arg, ok := lookUp(line); ok {
		if c.takes == "" && arg != "" {
			t.say("The command %s takes nothing after it.", c.names[0])
			t.say("To look for these words, type: search %s", line)
			return
		}
		c.run(t, arg)
		return
	}
	year := len(line) == 4
	word, _, _ := strings.Cut(line, " ")
	switch {
	case isNumber && (!year || t.list != nil && n >= 1 && n <= t.list.n):
		t.choose(line)
	case t.names(line) && t.went(line) == nil:
	case keyed(line) && (keyed(word) || nearestCommand(line) == ""):
		if q, ok := t.parsed(line); ok {
			t.filtered(q)
		}
	default:
		t.guess(line)
	}
}

// names tells whether a line is a date, a step, or an event's id.
func (t *talk) names(line string) bool {
	_, isID := t.Data.Find(line)
	return isID || session.IsTime(line)
}

// guess answers a line that is nothing known: with the command that it nearly is,
// or by searching for it.
func (t *talk) guess(line string) {
	near := nearestCommand(line)
	if near == "" {
		if _, err := edtf.ParseMonthDay(line); err == nil {
			t.say("That day has no year: write one after it, or on:04-02 for a day of any year.")
			return
		}
		t.say("That is no command, so it is searched for.")
		t.search(line)
		return
	}
	t.say("There is no command “%s”. It may mean:", line)
	t.offer(&list{
		n: 2, once: true,
		label: func(k int) string {
			return [...]string{"The command " + near, "Search the text for “" + line + "”"}[k]
		},
		choose: func(k int) {
			if k == 0 {
				t.do(near)
				return
			}
			t.search(line)
		},
	})
}

// nearestCommand is the command that a line nearly is, with what stands after it;
// "" if none is near.
func nearestCommand(line string) string {
	var names []string
	for _, c := range commands() {
		for _, s := range c.names {
			if len(s) > 2 {
				names = append(names, s)
			}
		}
	}
	words := strings.Fields(line)
	for n := min(len(words), 3); n > 0; n-- {
		name := strings.ToLower(strings.Join(words[:n], " "))
		near := events.Nearest(name, names)
		if len(name) < 3 || near == "" {
			continue
		}
		c, _, _ := lookUp(near)
		if n == len(words) || c.takes != "" && len(near) > 3 && events.Distance(name, near, 2) < 2 {
			return strings.TrimSpace(near + " " + strings.Join(words[n:], " "))
		}
	}
	return ""
}
