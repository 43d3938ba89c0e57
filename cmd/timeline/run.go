package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"timeline/internal/printable"
	"timeline/internal/query"
)

// Exit codes.
const (
	exitFound       = 0
	exitNothing     = 1   // nothing found; or problems found, by check and verify
	exitUsage       = 2   // wrong usage, or data that cannot be read
	exitInterrupted = 130 // ended by an interrupt
)

// program is what a command may use of the outside world. Nothing below it reads
// the environment or the clock on its own.
type program struct {
	in       *os.File
	stdout   *os.File // the process's output: what is asked whether it is a terminal
	out, err io.Writer
	environ  []string
	env      func(string) string
	now      func() time.Time
	browser  browseOptions
	colours  *colorprofile.Profile // see profile; nil until it is asked for

	lenient  bool   // --lenient
	leftOut  string // what that left out, in words
	dataDir  string // --data; empty for the embedded dataset
	articles string // --articles
	color    string // --color: auto, always, never
}

// exit is an error that carries an exit code. A nil cause prints nothing. An error that
// is none ends with exitUsage.
type exit struct {
	code  int
	cause error
	hint  string // may have several lines
}

func (e *exit) Error() string {
	if e.cause == nil {
		return ""
	}
	return e.cause.Error()
}

func (e *exit) Unwrap() error { return e.cause }

// usage is the error of a wrong call.
func usage(format string, args ...any) error {
	return &exit{code: exitUsage, cause: fmt.Errorf(format, args...)}
}

// usageHint is the error of a wrong call, with what to do instead.
func usageHint(hint, format string, args ...any) error {
	return &exit{code: exitUsage, cause: fmt.Errorf(format, args...), hint: hint}
}

// nothing is the end of a command that found nothing and has said so.
func nothing() error { return &exit{code: exitNothing} }

// collectRarely makes the memory of the first moments, which is nearly all still in
// use, be looked through less often: a third of the time to the first frame. A
// dataset of one's own may be large; what opens it sets the usual again.
func collectRarely(env func(string) string) {
	if env("GOGC") == "" {
		debug.SetGCPercent(rarely)
	}
}

// rarely is by how many percent the memory in use may grow before it is looked through.
const rarely = 400

// collectUsually takes collectRarely back.
func collectUsually() {
	if asked := debug.SetGCPercent(100); asked != rarely {
		debug.SetGCPercent(asked)
	}
}

// run is the whole program but for the process around it.
func run(args []string, in, out, errw *os.File, environ []string) int {
	collectRarely(lookup(environ))
	buffered := bufio.NewWriter(out)
	p := &program{in: in, stdout: out, out: buffered, err: errw, environ: environ, env: lookup(environ), now: time.Now}
	root := newRoot(p)
	root.SetArgs(shieldNegated(root, args))
	root.SetIn(in)
	root.SetOut(buffered)
	root.SetErr(errw)
	err := root.Execute()
	if flushed := buffered.Flush(); flushed != nil {
		err = &exit{code: exitUsage, cause: flushed}
	}
	if errors.Is(err, syscall.EPIPE) { // the reader has seen enough
		return exitFound
	}
	return p.report(err)
}

// report prints an error, a line each, with its hint, and returns the exit code.
func (p *program) report(err error) int {
	if err == nil {
		return exitFound
	}
	var e *exit
	if !errors.As(err, &e) {
		e = &exit{code: exitUsage, cause: err}
	}
	var q *query.Error
	switch {
	case errors.As(err, &q):
		p.say(q.Msg)
		for line := range strings.SplitSeq(q.Caret(), "\n") {
			fmt.Fprintf(p.err, "    %s\n", printable.Block(line))
		}
		p.hint(q.Hint)
	case e.cause != nil:
		p.sayAll(strings.Split(e.cause.Error(), "\n"))
	}
	p.hint(e.hint)
	return e.code
}

// say prints a message on standard error, after all results so far.
func (p *program) say(line string) {
	if b, ok := p.out.(*bufio.Writer); ok {
		_ = b.Flush() // its error is kept and met again at the end
	}
	fmt.Fprintf(p.err, "timeline: %s\n", printable.Line(line))
}

// sayAll prints messages, a line each.
func (p *program) sayAll(lines []string) {
	for _, line := range lines {
		p.say(line)
	}
}

// hint prints hints, a line each.
func (p *program) hint(lines string) {
	if lines == "" {
		return
	}
	for line := range strings.SplitSeq(lines, "\n") {
		p.say("hint: " + line)
	}
}

// warn says something on standard error that does not stop the program.
func (p *program) warn(format string, args ...any) { p.say(fmt.Sprintf(format, args...)) }

// lookup turns the environment's list into a function.
func lookup(environ []string) func(string) string {
	values := make(map[string]string, len(environ))
	for _, kv := range environ {
		if k, v, ok := strings.Cut(kv, "="); ok {
			values[k] = v
		}
	}
	return func(k string) string { return values[k] }
}

// newRoot is the command tree.
func newRoot(p *program) *cobra.Command {
	root := &cobra.Command{
		Use:   "timeline [QUERY…]",
		Short: "Browse sourced history in the terminal",
		Long: `Browse sourced history in the terminal.

Without a command, timeline opens the browser on the events that the query finds,
or lists them where the output is not a terminal. Press ? in it for its keys.
A first word that is nearly a command's name, or a word that is a file's, is asked
back unless an event has it; behind -- everything is a query.

The query language is the same everywhere: timeline help query explains it.`,
		Example: `  timeline                              the browser
  timeline actor:droukdel               the browser, with one actor's events
  timeline list type:letter             a line an event
  timeline on 2012-04-02                what happened on that day
  timeline show "in amenas"             one event in full
  timeline cite 2013-01-17-in-amenas    its footnotes`,
		Args:                  cobra.ArbitraryArgs,
		DisableFlagsInUseLine: true,
		SilenceErrors:         true,
		SilenceUsage:          true,
		CompletionOptions:     cobra.CompletionOptions{DisableDefaultCmd: true},
		PersistentPreRunE:     func(*cobra.Command, []string) error { return p.checkColor() },
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := p.misspelt(cmd, args); err != nil {
				return err
			}
			return p.browse(args)
		},
		ValidArgsFunction: p.completeQuery,
		Version:           version().short(),
	}
	root.SetVersionTemplate("timeline {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	root.PersistentFlags().StringVar(&p.dataDir, "data", "", "open the dataset in `DIR` instead of the built-in one")
	root.PersistentFlags().BoolVar(&p.lenient, "lenient", false, "open what is sound of a folder with faults, and say how much was left out")
	root.PersistentFlags().StringVar(&p.articles, "articles", "", "the texts of the articles are in `DIR`")
	root.PersistentFlags().StringVar(&p.color, "color", "auto", "use colour `WHEN`: auto, always or never")
	completeWords(root, "color", "auto", "always", "never")
	_ = root.MarkPersistentFlagDirname("data")
	_ = root.MarkPersistentFlagDirname("articles")
	root.Flags().BoolVar(&p.browser.fresh, "fresh", false, "start at the beginning, not where you were")
	root.Flags().BoolVar(&p.browser.noMouse, "no-mouse", false, "leave the mouse to the terminal")
	p.screenFlags(root)
	root.Flags().Bool("version", false, "print the version and end")
	root.InitDefaultHelpFlag()
	root.Flags().Lookup("help").Usage = "print this help and end"
	p.addCommands(root)
	return root
}

// addCommands adds the commands under the headings of the help.
func (p *program) addCommands(root *cobra.Command) {
	for _, g := range []struct {
		heading  string
		commands []*cobra.Command
	}{
		{"Look up:", []*cobra.Command{p.listCommand(), p.showCommand(), p.onCommand(), p.actorsCommand(), p.placesCommand(), p.sourcesCommand()}},
		{"Write:", []*cobra.Command{p.citeCommand(), p.proofCommand(), p.exportCommand()}},
		{"Teach:", []*cobra.Command{p.toursCommand(), p.presentCommand(), p.quizCommand(), p.handoutCommand()}},
		{"Look after the data:", []*cobra.Command{p.initCommand(), p.newCommand(), p.importCommand(), p.checkCommand(), p.verifyCommand(), p.articlesCommand(), p.packCommand()}},
		{"The program itself:", []*cobra.Command{p.completionCommand(), p.manCommand(), p.versionCommand(), p.queryTopic()}},
	} {
		root.AddGroup(&cobra.Group{ID: g.heading, Title: g.heading})
		root.SetHelpCommandGroupID(g.heading) // the last one
		for _, cmd := range g.commands {
			cmd.GroupID = g.heading
			cmd.DisableFlagsInUseLine = true
			root.AddCommand(cmd)
		}
	}
	root.InitDefaultHelpCmd()
}
