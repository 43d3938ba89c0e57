package main

import (
	"sync"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"timeline/internal/events"
	"timeline/internal/lesson"
	"timeline/internal/present"
	"timeline/internal/tours"
	"timeline/internal/ui"
	"timeline/internal/ui/notes"
)

func (p *program) presentCommand() *cobra.Command {
	var withNotes bool
	cmd := &cobra.Command{
		Use:   "present TOUR | --notes",
		Short: "Take a class through a tour, step by step",
		Long: `Take a class through a tour: space, or the button of a remote, shows the next step, and
? lists the other keys. Dates and answers are seen when their step has come, and notes
only if they are asked for. A tour that was left offers to go on where it was.

With --plain, and where the screen cannot be drawn on, it is a conversation in
sentences: "reveal" tells the next step, "back" hides it again, "help" lists the rest.

"timeline present --notes", in a second terminal of the same account, shows the
presenter's screen: the note, the question and its answer, what the class sees and what
comes next, and how long it all takes. Its keys move the class's screen as that one's
own do; c stops the clock for a question, ↑ and ↓ scroll, q closes it alone.`,
		Example: `  timeline present aqim-in-mali`,
		Args: func(cmd *cobra.Command, args []string) error {
			if withNotes {
				return noArgs(cmd, args)
			}
			return oneTour(cmd, args)
		},
		ValidArgsFunction: p.completing(tourNames),
		RunE: func(_ *cobra.Command, args []string) error {
			if withNotes {
				return p.presentNotes()
			}
			return p.present(args[0])
		},
	}
	f := cmd.Flags()
	f.BoolVar(&withNotes, "notes", false, "show the presenter's screen of the tour that is running")
	f.BoolVar(&p.browser.fresh, "fresh", false, "start at the beginning, not where the tour was left")
	p.screenFlags(cmd)
	return cmd
}

// plainly tells whether to talk in sentences: it is asked for, or the screen cannot be
// drawn on.
func (p *program) plainly() bool {
	return p.browser.plain || p.env(plainVariable) == "1" || p.env("TERM") == "dumb" || !p.onTerminal()
}

// present takes a class through a tour, on the screen or as a conversation. It shares it
// with a presenter's screen where there is a folder for that.
func (p *program) present(name string) error {
	d, t, err := p.tour(name)
	if err != nil {
		return err
	}
	if !p.plainly() {
		return p.onScreen(d, func(cfg *ui.Config) { cfg.Tours.Start = t.Name })
	}
	s := p.shareTour(d, t)
	guide := lesson.NewGuide(d)
	begin := guide.Begin(t, s.desk.At)
	if s.desk.At.Stop > 0 {
		begin = append(begin, "It goes on where it was left; first begins anew.")
	}
	err = p.hold(begin, func(line string) ([]string, bool) {
		reply, left := guide.Do(line)
		s.follow(guide.Tour())
		return reply, left
	}, s.calls)
	s.end()
	return err
}

// sharedTour is a tour with the presenter's screens that follow it.
type sharedTour struct {
	p     *program
	mu    sync.Mutex // the presenter's clock comes from another goroutine
	desk  lesson.Desk
	share *present.Share // nil where there is no folder to share it in
	calls <-chan string
}

// shareTour begins to share a tour, from where it was left. That nobody can follow it is
// said, and stops nothing.
func (p *program) shareTour(d *events.Dataset, t *tours.Tour) *sharedTour {
	s := &sharedTour{p: p, desk: lesson.Desk{Dataset: d.Digest(), Tour: t}}
	dir, err := present.Dir(p.env)
	if err == nil {
		if left, found := present.Left(dir, s.desk.Dataset, t.Name, p.now()); found && !p.browser.fresh {
			s.desk.Resume(left)
		}
		s.share, err = present.Begin(dir)
	}
	if err != nil {
		p.warn("no presenter's screen can follow: %v", err)
		return s
	}
	s.calls = lesson.Calls(s.share.Words(), func(w present.Word) {
		s.mu.Lock()
		defer s.mu.Unlock()
		if w.What == present.Time {
			s.desk.Hear(w, p.now())
		}
		s.put()
	})
	s.mu.Lock()
	defer s.mu.Unlock()
	s.put()
	return s
}

// follow goes where the conversation went. Whatever was typed or asked for, the state is
// told anew: a presenter's next request is one for it.
func (s *sharedTour) follow(t *tours.Tour, at tours.Position) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t != s.desk.Tour {
		s.desk = lesson.Desk{Dataset: s.desk.Dataset, Tour: t}
	}
	s.desk.Move(at, s.p.now())
	s.put()
}

// put tells the presenter's screens. After one failure it is given up.
func (s *sharedTour) put() {
	if s.share == nil {
		return
	}
	if err := s.share.Put(s.desk.State()); err != nil {
		s.p.warn("no presenter's screen can follow any more: %v", err)
		_ = s.share.End(true)
		s.share = nil
	}
}

func (s *sharedTour) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.share != nil {
		_ = s.share.End(s.desk.Done()) // what is left over is tidied up by the next tour
		s.share = nil
	}
}

// presentNotes is the presenter's screen.
func (p *program) presentNotes() error {
	if !p.onTerminal() || p.env("TERM") == "dumb" {
		return usageHint("in the conversation of the tour, the command note reads the note", "the presenter's screen needs a terminal that can be drawn on")
	}
	d, err := p.dataset()
	if err != nil {
		return err
	}
	dark, err := p.themeIsDark()
	if err != nil {
		return err
	}
	dir, err := present.Dir(p.env)
	if err != nil {
		return &exit{code: exitUsage, cause: err}
	}
	w, h, _ := term.GetSize(p.stdout.Fd())
	m := notes.New(notes.Config{Data: d, Dir: dir, Now: p.now, Dark: dark, Profile: p.profile(), Width: w, Height: h})
	return p.runBrowser(m)
}
