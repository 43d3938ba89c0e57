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
	in := p.untilInterrupted()
	mem, err := converse.Run(converse.Config{Config: cfg, In: in, Out: p.stdout, Width: width, Edited: in.forget, Now: p.now})
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
func (p *program) untilInterrupted() *interruptible {
	r := &interruptible{from: p.in, interrupts: make(chan os.Signal, 1), ends: make(chan os.Signal, 1)}
	for _, sig := range endSignals() {
		if sig == os.Interrupt {
			signal.Notify(r.interrupts, sig)
		} else {
			signal.Notify(r.ends, sig)
		}
	}
	return r
}

// interruptible is an input that a signal ends. It reads only when it is asked: what is
// typed while an editor runs is the editor's.
type interruptible struct {
	from             io.Reader
	interrupts, ends chan os.Signal // typed, and sent by other programs
}

// forget drops the interrupts that have come: they were typed to an editor.
func (r *interruptible) forget() {
	meanwhile := make(chan os.Signal, 1) // without a listener one that comes now would end the program
	signal.Notify(meanwhile, os.Interrupt)
	signal.Stop(r.interrupts) // waits for those on their way
	select {
	case <-r.interrupts:
	default:
	}
	signal.Notify(r.interrupts, os.Interrupt)
	signal.Stop(meanwhile)
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
	case <-r.interrupts:
		return 0, errInterrupted
	case <-r.ends:
		return 0, errInterrupted
	case got := <-done:
		return copy(b, buf[:got.n]), got.err
	}
}
