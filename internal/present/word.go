package present

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Words that a presenter's screen may say. They move a tour and its clock; nothing that
// ends, copies or opens anything is among them.
const (
	Next  = "next"  // step, then stop
	Back  = "back"  //
	Forth = "forth" // step, within the stop
	Hide  = "hide"  // step back, within the stop
	Stop  = "stop"  // go to the stop of the number
	All   = "all"   // reveal the rest of the stop
	Black = "black" // show nothing, or show it again
	Time  = "clock" // let the clock stand, or run
)

var words = []string{Next, Back, Forth, Hide, Stop, All, Black, Time}

// maxWord is the most bytes of a line on the pipe.
const maxWord = 64

// Word is one request.
type Word struct {
	Seq    uint64 // of the State that was seen when it was made
	What   string // one of the words
	Number int    // of the stop, for Stop
}

// String is the request as a line: "17 next", "17 stop 6".
func (w Word) String() string {
	s := strconv.FormatUint(w.Seq, 10) + " " + w.What
	if w.What == Stop {
		s += " " + strconv.Itoa(w.Number)
	}
	return s
}

// ParseWord reads a line without its end. Nothing but what String writes is taken.
func ParseWord(line string) (Word, error) {
	seq, rest, _ := strings.Cut(line, " ")
	what, number, _ := strings.Cut(rest, " ")
	w := Word{What: what} // what cannot be read as a number is not written so either
	w.Seq, _ = strconv.ParseUint(seq, 10, 64)
	w.Number, _ = strconv.Atoi(number)
	if len(line) > maxWord || !slices.Contains(words, w.What) || w.String() != line {
		return Word{}, fmt.Errorf("%.80q is no request", line)
	}
	return w, nil
}
