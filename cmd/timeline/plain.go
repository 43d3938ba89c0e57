package main

import (
	"errors"
	"io"
	"os"
	"os/signal"

	"github.com/charmbracelet/x/term"

	"timeline/internal/converse"
)

// onDumbTerminal tells whether a person sits at a terminal that cannot be drawn
// on.
func (p *program) onDumbTerminal() bool {
	return p.env("TERM") == "dumb" && term.IsTerminal(p.in.Fd()) && term.IsTerminal(p.stdout.Fd())
}

// converse is the browser as a conversation in sentences: a command a line, the
// answer below it. It works through a pipe too.
func (p *program) converse(args []string) error {
	d, q, err := p.ask(args)
	if err != nil {
		return err
	}
	cfg, remember, said := p.sessionConfig(d)
	for _, s := range said {
		p.warn("%s", s)
	}
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
	switch {
	case errors.Is(err, errInterrupted):
		return &exit{code: exitInterrupted}
	case err != nil:
		return &exit{code: exitUsage, cause: err}
	}
	return nil
}

// errInterrupted ends the conversation's input on an interrupt.
var errInterrupted = errors.New("interrupted")

// untilInterrupted is the input, which an interrupt ends, so that the
// conversation can end in order and remember where it was.
func (p *program) untilInterrupted() io.Reader {
	r, w := io.Pipe()
	go func() {
		_, err := io.Copy(w, p.in)
		w.CloseWithError(err)
	}()
	c := make(chan os.Signal, 1)
	signal.Notify(c, append(hangUpSignals(), os.Interrupt)...)
	go func() {
		<-c
		w.CloseWithError(errInterrupted)
	}()
	return r
}
