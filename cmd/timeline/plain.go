package main

import (
	"errors"
	"io"
	"os"
	"os/signal"

	"github.com/charmbracelet/x/term"

	"timeline/internal/converse"
)

// converse is the browser as a conversation in sentences: a command a line, the
// answer below it. It works through a pipe too.
func (p *program) converse(args []string) error {
	d, q, err := p.ask(args)
	if err != nil {
		return err
	}
	cfg, remember, said := p.sessionConfig(d)
	p.sayAll(said)
	cfg.Query = q
	width, _, _ := term.GetSize(p.stdout.Fd())
	// Straight to standard output: each answer is one write, and must be there
	// before the next line is asked for.
	mem, err := converse.Run(converse.Config{Config: cfg, In: p.untilInterrupted(), Out: p.stdout, Width: width, Now: p.now})
	if saveErr := remember(mem); saveErr != nil {
		p.warn("where you were could not be kept: %v", saveErr)
	}
	return interrupted(err)
}

// interrupted is how a conversation's error ends the program.
func interrupted(err error) error {
	if errors.Is(err, errInterrupted) {
		return &exit{code: exitInterrupted}
	}
	return err
}

// errInterrupted ends the conversation's input on an interrupt.
var errInterrupted = errors.New("interrupted")

// untilInterrupted is the input, which an interrupt ends, so that the
// conversation can end in order and remember where it was.
func (p *program) untilInterrupted() io.Reader {
	c := make(chan os.Signal, 1)
	signal.Notify(c, endSignals()...)
	return &interruptible{from: p.in, signals: c}
}

// interruptible is an input that a signal ends. It reads only when it is asked: what is
// typed while an editor runs is the editor's.
type interruptible struct {
	from    io.Reader
	signals <-chan os.Signal
}

func (r *interruptible) Read(b []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	done := make(chan result, 1)
	buf := make([]byte, len(b)) // an interrupted read may still fill it
	go func() {
		n, err := r.from.Read(buf)
		done <- result{n, err}
	}()
	select {
	case <-r.signals:
		return 0, errInterrupted
	case got := <-done:
		return copy(b, buf[:got.n]), got.err
	}
}
