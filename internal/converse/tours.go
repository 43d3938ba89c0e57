package converse

import (
	"fmt"

	"timeline/internal/lesson"
	"timeline/internal/tours"
)

// tours lists the tours, or begins the one that is named. Until the tour is left, what
// is typed is for its guide.
func (t *talk) tours(name string) {
	guide := lesson.NewGuide(t.Data)
	if name != "" {
		t.guided(guide, "tour "+name)
		return
	}
	all := tours.Usable(t.Data)
	if len(all) == 0 {
		t.say("This dataset has no tours.")
		return
	}
	t.offer(&list{
		n: len(all),
		label: func(n int) string {
			return fmt.Sprintf("%s, %g minutes, for %s", all[n].Title, all[n].Minutes, all[n].For)
		},
		choose: func(n int) { t.guided(guide, fmt.Sprintf("tour %d", n+1)) },
	})
}

// guided has a line answered by a guide, who stays for as long as a tour is gone through.
func (t *talk) guided(guide *lesson.Guide, line string) {
	reply, left := guide.Do(line)
	for _, r := range reply {
		t.say("%s", r)
	}
	t.guide = nil
	switch tour, _ := guide.Tour(); {
	case left:
		t.say("You are back among the events.")
	case tour != nil:
		t.guide = guide
	}
}
