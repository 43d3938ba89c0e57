package main

import (
	"regexp"
	"strings"
	"testing"

	"timeline/internal/query"
	"timeline/internal/quiz"
)

// A set of questions, and one of cards, from the browser: chosen in the list, answered,
// and left to where one was; no byte of an answer comes before it is given.
func TestQuizOnTheScreen(t *testing.T) {
	t.Parallel()
	s := start(t, t.TempDir(), 100, 30)
	s.see("AQIM and Mali").keys("T").see(`Who wrote it\?`).keys("jjjj").see(`▌Who wrote it\?`).keys("s").see("source, set:").keys("17\r")
	s.see(`Who wrote it\? · set [0-9a-f]{4}-17 +question 1 of 6`)
	d := embedded(t)
	set, err := quiz.New(d, quiz.Source, quiz.CodeOf(d, 17), query.Compile(d, query.Query{}).Run(), 0)
	if err != nil {
		t.Fatal(err)
	}
	for n, q := range set.Questions {
		s.see(`question ` + string(rune('1'+n)) + ` of 6`)
		if written := strings.Join(strings.Fields(s.written()), " "); strings.Contains(written, q.Why) || n == 0 && strings.Contains(written, "rests on") {
			t.Errorf("the answer to question %d is on the terminal before it is given", n+1)
		}
		s.keys(strings.ToLower(quiz.Letter(q.Right[0]))).see(`Right: ` + quiz.Letter(q.Right[0])).see(regexp.QuoteMeta("rests on " + q.Cites[0])).keys("\r")
	}
	s.see("6 of 6 answers right").see("with it everybody gets the same")
	s.keys("sorder 17\r").see(`Put them in order · set [0-9a-f]{4}-17 +card 2 of 5`)
	s.keys("\x1b[A\r").see("card 3 of 5").keys("\r\r\r").see("All 5 cards lie").keys("\x1b[1;2B\r").see(`\d of \d+ settled pairs? the right way round`)
	s.keys("\x1b").see(`▌Who wrote it\?`).keys("\x1b").see("enter read").keys("q")
	if code := s.ended(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	s.restored()
}

// The command opens the same screen, and talks in sentences where it is asked to.
func TestQuizCommandOnTheScreen(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	s := start(t, home, 80, 24, "quiz", "basis", "type:letter", "--seed", "4")
	s.see(`How is it dated\? · type: letter · set [0-9a-f]{4}-4 +question 1 of 6`).keys("\x1b").see("Quizzes on the [0-9]+ events that the filters leave").keys("qq")
	if code := s.ended(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	s.restored()
	again := start(t, home, 80, 24) // the browser is not where the quiz was
	again.see(`AQIM and Mali`).see("The Armed Islamic Group|[0-9]+ dated|1 Time").keys("q")
	if strings.Contains(again.screen(), "type: letter") {
		t.Error("the query of the quiz is kept")
	}
	again.ended()
	plain := start(t, home, 80, 24, "quiz", "order", "--seed", "17", "--plain")
	plain.see("Type the letters in the order of time").keys("leave\r").see("The code of this set")
	plain.ended()
}
