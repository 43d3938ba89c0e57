package converse

import (
	"time"

	"timeline/internal/lesson"
	"timeline/internal/quiz"
)

func teaching() []command {
	const g = "Teaching"
	return []command{
		{[]string{"tours"}, g, "", "lists the tours for a class", bare((*talk).tours)},
		{[]string{"quiz", "quizzes"}, g, "a kind, and the code of a set if you have one", "asks questions on the events that the filters leave, or lists the kinds; what is typed then is an answer, until leave comes back here", (*talk).quiz},
		{[]string{"tour"}, g, "a number or a name", "begins a tour: what is typed then is said to it, until leave comes back here", (*talk).tour},
	}
}

func (t *talk) tours() {
	list := lesson.NewGuide(t.Data).Tours()
	t.sayAll(list)
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
	t.sayAll(reply)
	if begun, _ := guide.Tour(); begun != nil {
		t.guide = guide
	}
}

// guided says a line to the tour. Where it is left the event of its stop is the current
// one, if the class has been told its date.
func (t *talk) guided(line string) {
	reply, left := t.guide.Do(line)
	t.sayAll(reply)
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

// quiz begins a set of a kind, or lists the kinds. Until the set is over or left, all
// that is typed is an answer.
func (t *talk) quiz(typed string) {
	if typed == "" {
		kinds := quiz.Kinds()
		t.say("Type quiz and a kind, with the code of a set if you have one, or a number.")
		t.offer(&list{
			n:      len(kinds),
			label:  func(k int) string { return kinds[k].String() + ": " + kinds[k].Asks() },
			choose: func(k int) { t.quiz(kinds[k].String()) },
		})
		return
	}
	now := time.Time{}
	if t.cfg.Now != nil {
		now = t.cfg.Now()
	}
	kind, code, err := quiz.ParseName(t.Data, typed, quiz.Order, quiz.SeedAt(now))
	if err != nil {
		t.say("%s", sentence(err.Error()))
		return
	}
	set, err := quiz.New(t.Data, kind, code, t.Shown, 0)
	if err != nil {
		t.say("%s", sentence(err.Error()))
		return
	}
	set.From = t.Query.Label(t.Data)
	t.exam = lesson.NewExam(t.Data, set)
	t.sayAll(t.exam.Begin())
}

// examined answers the quiz. When it is over the current event is told again.
func (t *talk) examined(line string) {
	reply, over := t.exam.Do(line)
	t.sayAll(reply)
	if over {
		t.exam = nil
		t.say("Back to the timeline.")
		t.tell()
	}
}
