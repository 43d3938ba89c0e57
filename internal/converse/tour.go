package converse

import (
	"timeline/internal/lesson"
)

func teaching() []command {
	const g = "Teaching"
	return []command{
		{[]string{"tours"}, g, "", "lists the tours for a class", bare((*talk).tours)},
		{[]string{"tour"}, g, "a number or a name", "begins a tour: what is typed then is said to it, until leave comes back here", (*talk).tour},
	}
}

func (t *talk) tours() {
	list := lesson.NewGuide(t.Data).Tours()
	for _, line := range list {
		t.say("%s", line)
	}
	if len(list) == 0 {
		t.say("This dataset has no tours.")
		return
	}
	t.say("Type tour and a number, or a name.")
}

// tour begins a tour. Until it is left, all that is typed is said to it.
func (t *talk) tour(name string) {
	if name == "" {
		t.tours()
		return
	}
	guide := lesson.NewGuide(t.Data)
	reply, _ := guide.Do("tour " + name)
	for _, line := range reply {
		t.say("%s", line)
	}
	if begun, _ := guide.Tour(); begun != nil {
		t.guide = guide
	}
}

// guided says a line to the tour. Where it is left the event of its stop is the current
// one, if the class has been told its date.
func (t *talk) guided(line string) {
	reply, left := t.guide.Do(line)
	for _, l := range reply {
		t.say("%s", l)
	}
	if !left {
		return
	}
	tour, at := t.guide.Tour()
	t.guide = nil
	if tour != nil {
		if i := tour.See(t.Data, at).Event; i >= 0 {
			t.goTo(t.Data.IDs.At(int(i)))
			return
		}
	}
	t.tell()
}
