package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/atotto/clipboard"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"timeline/data"
	"timeline/internal/articles"
	"timeline/internal/cite"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/present"
	"timeline/internal/query"
	"timeline/internal/session"
	"timeline/internal/state"
	"timeline/internal/ui"
	"timeline/internal/ui/frames"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/tour"
)

// browseOptions are the flags that only the browser has.
type browseOptions struct {
	fresh   bool
	noMouse bool
	theme   string
	signs   string
	plain   bool
}

// screenFlags are those of all commands that draw a screen.
func (p *program) screenFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&p.browser.plain, "plain", false, "talk in sentences instead of drawing a screen, for screen readers and braille (or "+plainVariable+"=1)")
	f.StringVar(&p.browser.theme, "theme", "auto", "the background is `WHICH`: auto, dark or light")
	f.StringVar(&p.browser.signs, "signs", "auto", "draw with `SIGNS`: full, blocks (no braille), ascii, or auto: what the terminal is known to show")
	completeWords(cmd, "theme", "auto", "dark", "light")
	completeWords(cmd, "signs", "auto", "full", "blocks", "ascii")
}

// plainVariable is the environment's setting for --plain.
const plainVariable = "TIMELINE_PLAIN"

// browse opens the full screen, or, when the output is no terminal, lists the
// events as list does.
func (p *program) browse(args []string) error {
	if p.browser.plain || p.env(plainVariable) == "1" || p.env("TERM") == "dumb" && p.onTerminal() {
		return p.converse(args)
	}
	if !p.onTerminal() {
		return p.list(args, listOptions{sort: "date"})
	}
	if p.dataDir != "" {
		return p.browseSlowly(args)
	}
	d, q, err := p.ask(args)
	if err != nil {
		return err
	}
	return p.onScreen(d, func(cfg *ui.Config) { cfg.Query = q })
}

// onScreen opens the browser with what is asked of it.
func (p *program) onScreen(d *events.Dataset, ask func(*ui.Config)) error {
	cfg, err := p.browserConfig(d)
	if err != nil {
		return err
	}
	ask(&cfg)
	return p.runBrowser(ui.New(cfg))
}

// onTerminal tells whether a person sits at both ends.
func (p *program) onTerminal() bool {
	return term.IsTerminal(p.in.Fd()) && term.IsTerminal(p.stdout.Fd())
}

// browseSlowly opens a dataset that may take a while behind a screen that shows
// how far it is. A query that the dataset does not understand is told on the
// browser's first screen.
func (p *program) browseSlowly(args []string) error {
	if _, err := p.themeIsDark(); err != nil {
		return err
	}
	if _, err := p.signs(); err != nil {
		return err
	}
	w, h, _ := term.GetSize(p.stdout.Fd())
	load := func(progress func(done, total int) bool) (*events.Dataset, error) {
		return p.openData(p.dataDir, progress)
	}
	start := func(d *events.Dataset, w, h int) *ui.Model {
		cfg, err := p.browserConfig(d)
		if err == nil {
			cfg.Query, err = query.Parse(d, query.JoinArgs(args))
		}
		if err != nil {
			cfg.Notice = err.Error()
		}
		cfg.Width, cfg.Height = w, h
		return ui.New(cfg)
	}
	return p.runBrowser(ui.NewOpening(p.dataDir, w, h, p.profile(), load, start))
}

// themeIsDark is what --theme asks for; nil asks the terminal.
func (p *program) themeIsDark() (*bool, error) {
	dark := p.browser.theme == "dark"
	switch p.browser.theme {
	case "auto":
		return nil, nil
	case "dark", "light":
		return &dark, nil
	}
	return nil, usage("unknown theme %q: auto, dark or light", p.browser.theme)
}

// signs is what --signs asks for.
func (p *program) signs() (theme.Signs, error) {
	if p.browser.signs == "auto" {
		return theme.SignsOf(p.env("TERM")), nil
	}
	signs, err := theme.ParseSigns(p.browser.signs)
	if err != nil {
		return signs, usage("unknown signs %q: full, blocks, ascii or auto", p.browser.signs)
	}
	return signs, nil
}

// browserConfig gathers what the browser needs from outside.
func (p *program) browserConfig(d *events.Dataset) (ui.Config, error) {
	var cfg ui.Config
	var said []string
	cfg.Config, cfg.Remember, said = p.sessionConfig(d)
	cfg.Profile, cfg.NoMouse, cfg.Notice = p.profile(), p.browser.noMouse, strings.Join(said, "; ")
	if w, h, err := term.GetSize(p.stdout.Fd()); err == nil {
		cfg.Width, cfg.Height = w, h
	}
	cfg.Tours = tour.Config{Dir: func() (string, error) { return present.Dir(p.env) }, Now: p.now, Fresh: p.browser.fresh}
	if !clipboard.Unsupported {
		cfg.Copy = clipboard.WriteAll
	}
	var err error
	if cfg.Dark, err = p.themeIsDark(); err != nil {
		return cfg, err
	}
	cfg.Signs, err = p.signs()
	return cfg, err
}

// sessionConfig gathers what a session needs from outside, and how to keep where
// it ended; said is as openState's.
func (p *program) sessionConfig(d *events.Dataset) (cfg session.Config, remember func(session.Memory) error, said []string) {
	e := p.edition(d)
	cfg = session.Config{Data: e.Data, Cite: e.Cite, Articles: e.Articles, Files: p.files()}
	store, file, said := p.openState()
	if e.Notice != "" {
		said = append(said, e.Notice)
	}
	if p.dataDir == "" && here() {
		said = append(said, "this is the built-in timeline; timeline --data . opens the one of the folder that you are in")
	}
	mine := file.Dataset(d.Meta.ID)
	for _, b := range mine.Bookmarks {
		cfg.Bookmarks = append(cfg.Bookmarks, b.Event)
	}
	cfg.SaveBookmark = func(id string, on bool) error {
		if on {
			return store.AddBookmark(d.Meta.ID, id)
		}
		return store.RemoveBookmark(d.Meta.ID, id)
	}
	if !p.browser.fresh {
		cfg.Memory = session.Memory{Event: mine.Place.Event, Query: mine.Place.Query, Zoom: mine.Place.Zoom, Reading: mine.Place.Reading}
	}
	return cfg, func(m session.Memory) error {
		return store.SavePlace(d.Meta.ID, state.Place{Event: m.Event, Query: m.Query, Zoom: m.Zoom, Reading: m.Reading})
	}, said
}

// openState opens what is remembered between runs. Nothing of it stops the
// start; said tells what will not be kept, or was set aside, and why.
func (p *program) openState() (store *state.Store, file state.File, said []string) {
	path, err := state.Path(p.env)
	if err != nil {
		said = append(said, fmt.Sprintf("%v; where you are and your bookmarks will not be kept", err))
	}
	store = state.Open(path, time.Now)
	file, notice, err := store.Load()
	if err != nil && path != "" {
		said = append(said, err.Error())
	}
	if notice != "" {
		said = append(said, string(notice))
	}
	return store, file, said
}

// profile is what colours the terminal has. It is found out once: inside tmux that
// starts a process.
func (p *program) profile() colorprofile.Profile {
	if p.colours == nil {
		found := colorprofile.Detect(p.stdout, p.environ)
		p.colours = &found
	}
	return *p.colours
}

// runBrowser runs the screen to its end and keeps where the reader was.
func (p *program) runBrowser(m tea.Model) error {
	in := &watchedInput{File: p.in}
	w, h, _ := term.GetSize(p.stdout.Fd())
	prog := frames.New(m, p.stdout, w, h, p.profile(), tea.WithInput(in), tea.WithEnvironment(p.environ), tea.WithoutSignalHandler())
	end, stop := endOnSignals(prog, p.in)
	defer stop()
	in.gone = end.terminalGone
	final, err := prog.Run()
	switch last := final.(type) {
	case *ui.Model:
		if err := last.Remember(); err != nil {
			p.warn("where you were could not be kept: %v", err)
		}
	case ui.Opening:
		switch err := last.Err(); {
		case errors.Is(err, events.ErrStopped):
			return &exit{code: exitInterrupted}
		case err != nil:
			return p.refused(err, p.dataDir)
		}
	}
	if errors.Is(err, tea.ErrInterrupted) {
		return &exit{code: exitInterrupted}
	}
	return err
}

// dataset opens the built-in dataset, or the folder or pack that --data names.
func (p *program) dataset() (*events.Dataset, error) {
	if p.dataDir == "" {
		d, err := builtIn()
		return d, p.refused(err, "the built-in dataset")
	}
	d, err := p.openData(p.dataDir, nil)
	if p.leftOut != "" {
		p.say(p.leftOut)
	}
	return d, p.refused(err, p.dataDir)
}

// builtIn opens the dataset that the program is built with.
func builtIn() (*events.Dataset, error) {
	pack, err := data.Pack()
	if err != nil {
		return nil, err
	}
	return events.OpenPack(pack, pack.Size(), nil)
}

// openData loads a dataset's folder, or opens a pack. Nothing outside the folder
// is read.
func (p *program) openData(name string, progress func(done, total int) bool) (*events.Dataset, error) {
	collectUsually()
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("%q cannot be opened: %w", name, reason(err))
	}
	if info.Mode().IsRegular() {
		f, err := os.Open(name) // stays open: records are read from it on demand
		if err != nil {
			return nil, err
		}
		return events.OpenPack(f, info.Size(), progress)
	}
	if !info.IsDir() { // opening a named pipe would wait
		return nil, fmt.Errorf("%q is neither a folder nor a file", name)
	}
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return p.loadFolder(root.FS(), progress)
}

// refused is the error of a dataset that cannot be opened.
func (p *program) refused(err error, name string) error {
	if err == nil {
		return nil
	}
	return &exit{code: exitUsage, cause: err, hint: "nothing of " + name + " was opened; --data names a folder with dataset.yaml, or a pack" + p.soundPart(err)}
}

// citer writes citations of a dataset's sources for the copy keys.
func citer(d *events.Dataset) func(string, []events.Locator, string) (string, error) {
	return func(source string, at []events.Locator, style string) (string, error) {
		st, err := cite.ParseStyle(style)
		if err != nil {
			return "", err
		}
		return cite.Format(d, d.Source(source), at, st, edtf.Date{}), nil
	}
}

// keptArticles is the folder with the copies of articles that the reader keeps, if there
// is one.
func (p *program) keptArticles() []string {
	dir, err := articles.Dir(p.env)
	if err != nil {
		return nil
	}
	return articles.Existing(dir)
}

// articleReader finds the articles that are at hand: in the folder that
// --articles names, and among the copies that the reader keeps. It is nil where
// there is nowhere to look.
func (p *program) articleReader(d *events.Dataset) func() (session.Articles, error) {
	dirs := p.keptArticles()
	if p.articles != "" {
		dirs = append([]string{p.articles}, dirs...)
	}
	if len(dirs) == 0 {
		return nil
	}
	return func() (session.Articles, error) { return articles.Find(d, dirs...) }
}
