package ui

import (
	"fmt"
	"testing"
)

// quizScreens are keys to type on the fixture and the name of what is on the screen then.
var quizScreens = []struct{ name, keys string }{
	{"list", "T"},
	{"code", "Ts"},
	{"code-typed", "Tsbasis 4"},
	{"code-wrong", "Tsffff-4"},
	{"cards", unmarketed + "T\r\r\rk"},
	{"cards-laid", unmarketed + "T\r\r\r\r\rkK"},
	{"cards-checked", unmarketed + "T\r\r\r\r\r\r"},
	{"cards-right", unmarketed + "T\r" + rightly + "\r"},
	{"cards-excerpts", unmarketed + "T\r\r\r\r\r\rjjjjjjj\r"},
	{"career-filtered", "Fis:any\rTjjjjj\r"},
	{"source", "Tj\r"},
	{"source-right", "Tj\ra"},
	{"agree", "Tjj\r"},
	{"agree-answered", "Tjj\rjjj\r"},
	{"basis-wrong", "Tjjj\r4"},
	{"basis-excerpts", "Tjjj\r4x"},
	{"over", "Tj\ra\rb\ra\rb\ra\rb\r"},
	{"nothing", "Tjjjj\r"},
	{"help", "T\r?quiz"},
	{"rules", "T\r?either"},
}

// unmarketed leaves the events whose titles are not all alike.
const unmarketed = "F-type:talks\r"

// rightly lays the cards of the fixture's first set in an order that gets full marks.
const rightly = "k\rk\r\r\r"

func TestQuizScreens(t *testing.T) {
	t.Parallel()
	for _, s := range quizScreens {
		for _, size := range sizes {
			m := typed(t, browser(size[0], size[1]), s.keys)
			checkFrame(t, m, size[0], size[1], s.name)
			golden(t, fmt.Sprintf("quiz/%s-%dx%d", s.name, size[0], size[1]), screenOf(m))
		}
	}
}
