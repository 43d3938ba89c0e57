package converse

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"time"

	"timeline/internal/calendar"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/lesson"
	"timeline/internal/lineage"
	"timeline/internal/session"
)

// Config is all that a conversation needs from outside. In and Out are required.
type Config struct {
	session.Config
	In  io.Reader // one command a line
	Out io.Writer // each answer is one Write

	// Width is where lines are wrapped, in cells; 0 wraps nothing. A word that is
	// longer stays whole.
	Width int

	// Edited is told when an editor has had the terminal: an interrupt that was typed to
	// it is not for the conversation. Optional.
	Edited func()

	// Now is the time, of which a quiz makes the code of a set. Optional.
	Now func() time.Time
}

// Run holds a conversation until the reader leaves or In ends. The error is that
// of In or Out; the memory is right even then.
func Run(cfg Config) (session.Memory, error) {
	t := newTalk(cfg)
	t.greet()
	in := bufio.NewReaderSize(cfg.In, maxLine)
	for {
		if err := t.answered(); err != nil {
			return t.memory(), err
		}
		line, long, err := readLine(in)
		if err != nil {
			_, werr := io.WriteString(cfg.Out, "\n")
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return t.memory(), errors.Join(err, werr)
		}
		if long {
			t.say("That line is too long: a command has at most %s characters.", english.Thousands(maxLine))
			continue
		}
		t.do(line)
		if t.done {
			_, err := io.WriteString(cfg.Out, t.out.String())
			return t.memory(), err
		}
	}
}

// maxLine is the most bytes that a line may have.
const maxLine = 4096

// readLine reads one line without its end. A line that is too long is read to its
// end and dropped. io.EOF is returned only when nothing came before it.
func readLine(in *bufio.Reader) (line string, long bool, err error) {
	b, err := in.ReadSlice('\n')
	for errors.Is(err, bufio.ErrBufferFull) {
		long = true
		_, err = in.ReadSlice('\n')
	}
	if errors.Is(err, io.EOF) && (len(b) > 0 || long) {
		err = nil
	}
	return strings.TrimSpace(string(b)), long, err
}

// talk is a conversation: a session, and what has been said. Its methods add to the
// answer.
type talk struct {
	*session.Session
	cfg Config

	told    events.Index  // the event that was spoken last; -1 for none
	article events.Index  // the event whose article is being read; -1 for none
	list    *list         // the list that a number chooses from; nil for none
	more    func()        // what "more" does; nil for nothing
	guide   *lesson.Guide // the tour that is gone through; nil for none
	exam    *lesson.Exam  // the quiz that is answered; nil for none

	time    *calendar.Calendar // nil until it is needed; so is the lineage
	lineage *lineage.Lineage

	out  strings.Builder
	last string // the last answer, for "again"
	done bool
}

func newTalk(cfg Config) *talk {
	return &talk{cfg: cfg, Session: session.New(cfg.Config), told: -1, article: -1}
}

// reading tells whether the current event's article is being read.
func (t *talk) reading() bool {
	i, ok := t.Current()
	return ok && t.article == i
}

// greet says what is open and how to go on.
func (t *talk) greet() {
	t.say("This is “%s”, with %s; %s.", t.Data.Meta.Title, english.Count(t.Data.Len(), "event", "events"), t.Data.Standing())
	t.say("The command help lists the commands; next begins.")
	if !t.Query.Empty() {
		t.sayFilters()
	}
	if i, ok := t.Current(); ok && t.Data.IDs.At(int(i)) == t.Memory.Event {
		t.say("You are back where you were.")
		t.tell()
	}
}

// memory is where the reader is now. Whether the screen had something open is left
// as it was.
func (t *talk) memory() session.Memory {
	m := t.Remembered()
	m.Reading = t.Memory.Reading
	return m
}

// answered writes the answer and the prompt in one piece.
func (t *talk) answered() error {
	answer := t.out.String()
	t.out.Reset()
	if answer != "" {
		t.last = answer
	}
	_, err := io.WriteString(t.cfg.Out, answer+"> ")
	return err
}
