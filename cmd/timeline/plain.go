package main

import (
	"errors"
	"io"
	"os"
	"os/signal"

	"github.com/charmbracelet/x/term"

	"timeline/internal/articles"
	"timeline/internal/events"
	talk "timeline/internal/plain"
	"timeline/internal/query"
)

// onDumbTerminal tells whether a person sits at a terminal that cannot be drawn
// on.
func (p *program) onDumbTerminal() bool {
	return p.env("TERM") == "dumb" && term.IsTerminal(p.in.Fd()) && term.IsTerminal(p.stdout.Fd())
}

// converse is the browser as a conversation in sentences: a command a line, the
// answer below it. It works through a pipe too.
func (p *program) converse(args []string) error {
	d, err := p.dataset()
	if err != nil {
		return err
	}
	q, err := query.Parse(d, query.JoinArgs(args))
	if err != nil {
		return &exit{code: exitUsage, cause: err}
	}
	store, file, said := p.openState()
	for _, s := range said {
		p.warn("%s", s)
	}
	key := d.Meta.ID
	// Straight to standard output: each answer is one write, and must be there
	// before the next line is asked for.
	cfg := talk.Config{Data: d, Query: q, In: p.untilInterrupted(), Out: p.stdout, Cite: citer(d), Article: p.articleText(d)}
	for _, b := range file.Dataset(key).Bookmarks {
		cfg.Bookmarks = append(cfg.Bookmarks, b.Event)
	}
	cfg.SaveBookmark = func(id string, on bool) error {
		if on {
			return store.AddBookmark(key, id)
		}
		return store.RemoveBookmark(key, id)
	}
	if w, _, err := term.GetSize(p.stdout.Fd()); err == nil {
		cfg.Width = w
	}
	place := file.Dataset(key).Place
	if !p.browser.fresh {
		cfg.Memory = talk.Memory{Event: place.Event, Query: place.Query}
	}
	mem, err := talk.Run(cfg)
	place.Event, place.Query = mem.Event, mem.Query
	if saveErr := store.SavePlace(key, place); saveErr != nil {
		p.warn("where you were could not be kept: %v", saveErr)
	}
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

// articleText reads a whole article for the conversation: its blocks, and which
// of them a claim rests on.
func (p *program) articleText(d *events.Dataset) func(events.Claim) ([]string, int, error) {
	read := p.articleReader(d)
	if read == nil {
		return nil
	}
	var found map[string]*articles.Article
	return func(c events.Claim) ([]string, int, error) {
		if found == nil {
			var err error
			if found, err = read(); err != nil {
				return nil, -1, err
			}
		}
		a := found[c.Source]
		if a == nil {
			return nil, -1, nil
		}
		texts := make([]string, len(a.Blocks))
		for i, b := range a.Blocks {
			texts[i] = b.Text
		}
		passage, ok := a.Passage(c)
		if !ok {
			passage = -1
		}
		return texts, passage, nil
	}
}
