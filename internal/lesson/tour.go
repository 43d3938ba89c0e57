package lesson

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/quiz"
	"timeline/internal/record"
	"timeline/internal/tours"
)

// Guide is a conversation about tours. Nothing that is not revealed is in its answers,
// and notes only where they are asked for.
type Guide struct {
	data  *events.Dataset
	tours []tours.Tour
	tour  *tours.Tour // nil until one is chosen
	at    tours.Position
	last  []string // the last answer
	answer
}

// NewGuide begins a conversation about the tours of a dataset.
func NewGuide(d *events.Dataset) *Guide { return &Guide{data: d, tours: tours.Usable(d)} }

// Tour is the tour that is gone through, nil if none is, and where the class is in it.
func (g *Guide) Tour() (*tours.Tour, tours.Position) { return g.tour, g.at }

// command is what can be typed.
type command struct {
	names []string
	takes string // what must follow: "" for nothing
	what  string // for help
	do    func(g *Guide, arg string)
}

// commands are all commands, in the order of help. Those from reveal on need a tour.
func commands() []command {
	move := func(to func(t *tours.Tour, p tours.Position) tours.Position) func(*Guide, string) {
		return func(g *Guide, _ string) { g.travel(to(g.tour, g.at)) }
	}
	return []command{
		{[]string{"tours"}, "", "lists the tours", (*Guide).list},
		{[]string{"tour", "start"}, "TOUR", "begins a tour, by number or name", (*Guide).begin},
		{[]string{"help", "?"}, "", "lists the commands", (*Guide).help},
		{[]string{"again"}, "", "repeats the last answer", func(g *Guide, _ string) { g.lines = slices.Clone(g.last) }},
		{[]string{"leave", "quit", "q"}, "", "leaves the tour", nil},
		{[]string{"reveal", "next step", "r"}, "", "reveals the next step, or goes to the next stop; so does an empty line", move((*tours.Tour).Next)},
		{[]string{"back", "b"}, "", "goes a step back; the stop before comes back whole", move((*tours.Tour).Back)},
		{[]string{"forth", "j"}, "", "reveals the next step, and never leaves the stop", move((*tours.Tour).Forth)},
		{[]string{"hide", "k"}, "", "hides the last step, and never leaves the stop", move((*tours.Tour).Hide)},
		{[]string{"next", "n"}, "", "goes to the next stop", move(func(t *tours.Tour, p tours.Position) tours.Position { return t.To(p, p.Stop+1) })},
		{[]string{"previous", "p"}, "", "goes to the stop before", move(func(t *tours.Tour, p tours.Position) tours.Position { return t.To(p, p.Stop-1) })},
		{[]string{"first", "g"}, "", "goes to the first stop", move(func(t *tours.Tour, p tours.Position) tours.Position { return t.To(p, 1) })},
		{[]string{"last", "G"}, "", "goes to the last stop", move(func(t *tours.Tour, p tours.Position) tours.Position { return t.To(p, len(t.Stops)) })},
		{[]string{"stop"}, "NUMBER", "goes to that stop", (*Guide).stop},
		{[]string{"all", "A"}, "", "reveals the rest of the stop", move((*tours.Tour).Whole)},
		{[]string{"lay"}, "LETTERS", "lays the cards of a stop in the order of time, such as lay c a b, and marks them", (*Guide).lay},
		{[]string{"where"}, "", "tells all that is revealed of the stop", func(g *Guide, _ string) { g.tell(tours.Position{}) }},
		{[]string{"excerpts", "read"}, "", "reads all that the sources say of the stop's event, once its date is revealed", (*Guide).excerpts},
		{[]string{"note", "s"}, "", "reads the presenter's note; who hears you hears it", (*Guide).note},
	}
}

// needsTour is the first command that is of no use before a tour is chosen.
const needsTour = "reveal"

// Do answers a line. left tells that the conversation is over.
func (g *Guide) Do(line string) (reply []string, left bool) {
	name, arg, _ := strings.Cut(strings.TrimSpace(line), " ")
	arg = strings.TrimSpace(arg)
	switch n, err := strconv.Atoi(name); {
	case name == "" && g.tour == nil:
		name = "tours"
	case name == "":
		name = needsTour
	case err == nil && arg == "" && g.tour == nil:
		name, arg = "tour", strconv.Itoa(n)
	case err == nil && arg == "":
		name, arg = "stop", strconv.Itoa(n)
	}
	if left = g.run(name, arg); left {
		return g.taken(), true
	}
	reply = g.taken()
	g.last = reply
	return reply, false
}

func (g *Guide) run(name, arg string) (left bool) {
	list := commands()
	at := slices.IndexFunc(list, func(c command) bool { return slices.Contains(c.names, name) })
	if at < 0 {
		g.unknown(name)
		return false
	}
	c := list[at]
	first := slices.IndexFunc(list, func(c command) bool { return c.names[0] == needsTour })
	switch {
	case c.do == nil:
		g.leave()
		return true
	case at >= first && g.tour == nil:
		g.say("No tour is chosen. Type tours to list them, or tour and a number.")
	case c.takes == "" && arg != "":
		g.say("The command ", c.names[0], " takes nothing after it.")
	case c.takes != "" && arg == "":
		g.say("Type ", c.names[0], " and ", strings.ToLower(c.takes), ".")
	default:
		c.do(g, arg)
	}
	return false
}

func (g *Guide) unknown(name string) {
	var names []string
	for _, c := range commands() {
		names = append(names, c.names[0])
	}
	meant := english.Between("Did you mean ", record.Nearest(name, names), "? ")
	g.say("There is no command ", strconv.Quote(name), ". ", meant, "Type help for a list.")
}

func (g *Guide) help(string) {
	for _, c := range commands() {
		g.say(strings.TrimSpace(c.names[0]+" "+c.takes), ": ", c.what, ".")
	}
}

func (g *Guide) leave() {
	if g.tour != nil && g.at.Stop > 0 {
		g.say(fmt.Sprintf("Left at stop %d of %d.", g.at.Stop, len(g.tour.Stops)))
	}
}

func (g *Guide) list(string) {
	if g.lines = g.Tours(); len(g.lines) == 0 {
		g.say("This dataset has no tours.")
		return
	}
	g.say("Type a number, or tour and a name.")
}

// Tours is a line for each tour, with its number.
func (g *Guide) Tours() []string {
	var list answer
	for n, t := range g.tours {
		list.say(fmt.Sprintf("%d. %s, %s. For %s.", n+1, t.Title, english.Minutes(t.Minutes), t.For))
	}
	return list.lines
}

// Begin begins a tour, at the given position or before its first stop.
func (g *Guide) Begin(t *tours.Tour, at tours.Position) []string {
	g.tour, g.at = t, tours.Position{}
	g.say(fmt.Sprintf("The tour is “%s”, %s, %s.", t.Title, english.Count(len(t.Stops), "stop", "stops"), english.Minutes(t.Minutes)))
	g.say("Its question: ", sentence(t.Question))
	g.say(t.Intro)
	g.say("The command reveal goes on; note reads the presenter's note; leave ends the tour; help lists the rest.")
	if at = t.Here(at); at.Stop > 0 {
		g.travel(at)
	}
	g.last = g.lines
	return g.taken()
}

func (g *Guide) begin(name string) {
	t, err := tours.Named(g.tours, name)
	if err != nil {
		g.say(sentence(english.Capital(err.Error())))
		return
	}
	g.lines = append(g.lines, g.Begin(t, tours.Position{})...)
}

func (g *Guide) stop(arg string) {
	n, err := strconv.Atoi(arg)
	if err != nil || n < 1 || n > len(g.tour.Stops) {
		g.say(fmt.Sprintf("There is no stop %s: the stops are numbered from 1 to %d.", arg, len(g.tour.Stops)))
		return
	}
	g.travel(tours.Position{Stop: n, Step: 1})
}

// lay marks an order of the cards that the class sees.
func (g *Guide) lay(line string) {
	deck, ok := g.tour.Cards(g.data, g.at)
	if !ok {
		g.say(NoCards)
		return
	}
	order, problem := orderOf(deck, line)
	if problem != "" {
		g.say(problem)
		return
	}
	s := quiz.Sit(&quiz.Set{Deck: deck})
	s.Lay(order)
	g.laid(g.data, s)
}

// NoCards is said where there are none to lay.
const NoCards = "There are no cards to lay here."

func (g *Guide) excerpts(string) {
	list := g.tour.See(g.data, g.at).Excerpts(g.data)
	if len(list) == 0 {
		g.say("No excerpts before the event's date.")
	}
	for _, c := range list {
		g.claim(c)
	}
}

func (g *Guide) claim(c tours.Claim) {
	g.say(c.Cited(), ", ", c.Dated, ": ", sentence(c.Text))
}

func (g *Guide) note(string) {
	if s := g.tour.Stop(g.at); s == nil || s.Note == "" {
		g.say("There is no note here.")
	} else {
		g.say("For the presenter: ", s.Note)
	}
}

// travel goes to a position and tells what is new there.
func (g *Guide) travel(to tours.Position) {
	from := g.at
	g.at = to
	switch {
	case to == from && to.Stop == 0:
		g.say("This is before the first stop.")
	case to == from && g.tour.Next(to) == to:
		g.say("This is the end of the tour.")
	case to == from && len(g.tour.Coming(to)) > 0:
		g.say(fmt.Sprintf("This is stop %d of %d.", to.Stop, len(g.tour.Stops)))
	case to == from:
		g.say(fmt.Sprintf("All of stop %d of %d is revealed.", to.Stop, len(g.tour.Stops)))
	case to.Stop == 0:
		g.say("Before the first stop of “", g.tour.Title, "”.")
	case to.Stop == from.Stop && to.Step < from.Step:
		g.say(fmt.Sprintf("Step %d of %d.", to.Step, len(g.tour.Stop(to).Show)))
	default:
		g.tell(from)
	}
}

// tell tells what is revealed and was not at a position before; all, for another stop.
func (g *Guide) tell(before tours.Position) {
	scene := g.tour.See(g.data, g.at)
	if g.at.Stop == 0 {
		g.say("Before the first stop of “", g.tour.Title, "”.")
		return
	}
	var known []tours.Part
	if before.Stop == g.at.Stop {
		known = g.tour.Shown(before)
	} else {
		g.arrive(scene)
	}
	for _, b := range scene.Blocks {
		if b.Part == tours.Heading || slices.Contains(known, b.Part) {
			continue
		}
		g.block(g.tour.Stop(g.at), b)
	}
}

// arrive tells at which stop the class is.
func (g *Guide) arrive(scene tours.Scene) {
	heading := ""
	if s := g.tour.Stop(g.at); slices.Contains(g.tour.Shown(g.at), tours.Heading) {
		heading = s.Heading
	}
	g.say(sentence(english.Joined(": ", "Stop "+scene.Number(), heading)))
	g.say(english.Between("Something is missing here: ", scene.Missing, "."))
}

// block tells a part.
func (g *Guide) block(s *tours.Stop, b tours.Block) {
	switch b.Part {
	case tours.Title:
		g.say("The ", s.Kind.String(), ": ", sentence(b.Text))
	case tours.Date:
		g.say("Its date is ", english.Joined("; ", b.Date.English(edtf.Spoken), b.Doubt), ".")
	case tours.Ask:
		g.say("The question: ", sentence(b.Text))
	case tours.Who:
		g.say("Who took part: ", english.List(b.Lines), ".")
	case tours.Answer:
		g.solve(b)
	default:
		g.say(sentence(b.Text))
		for _, c := range b.Claims {
			g.claim(c)
		}
		for _, line := range b.Lines {
			g.say(sentence(line))
		}
		if deck, ok := g.tour.Cards(g.data, g.at); ok && b.Part == tours.List {
			g.say("Type lay and the letters in the order of time, the earliest first, such as lay ", example(len(deck.Cards)), ".")
		}
	}
}

func (g *Guide) solve(b tours.Block) {
	if b.Text == "" {
		g.say("One right order:")
		for _, line := range b.Lines {
			g.say(sentence(line))
		}
		return
	}
	g.say("The answer: ", sentence(b.Text), english.Between(" It rests on ", strings.Join(b.Lines, "; "), "."))
}
