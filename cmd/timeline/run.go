package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
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
	env      func(string) string
	browser  browseOptions

	dataDir  string // --data; empty for the embedded dataset
	articles string // --articles
	color    string // --color: auto, always, never
}

// exit is an error that carries an exit code. A nil cause prints nothing.
type exit struct {
	code  int
	cause error
	hint  string
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

// run is the whole program but for the process around it.
func run(args []string, in, out, errw *os.File, environ []string) int {
	p := &program{in: in, stdout: out, out: out, err: errw, env: lookup(environ)}
	root := newRoot(p)
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errw)
	err := root.Execute()
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
	if e.cause != nil {
		for _, line := range strings.Split(e.cause.Error(), "\n") {
			fmt.Fprintf(p.err, "timeline: %s\n", line)
		}
	}
	if e.hint != "" {
		fmt.Fprintf(p.err, "timeline: hint: %s\n", e.hint)
	}
	return e.code
}

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
		Use:           "timeline [QUERY…]",
		Short:         "Browse sourced history in the terminal",
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, args []string) error { return p.browse(args) },
	}
	root.PersistentFlags().StringVar(&p.dataDir, "data", "", "open the dataset in this `DIR` instead of the built-in one")
	root.PersistentFlags().StringVar(&p.articles, "articles", "", "`DIR` with the texts of the articles")
	root.PersistentFlags().StringVar(&p.color, "color", "auto", "colour: auto, always or never (`WHEN`)")
	p.browseFlags(root)
	return root
}

// warn says something on standard error that does not stop the program.
func (p *program) warn(format string, args ...any) {
	fmt.Fprintf(p.err, "timeline: "+format+"\n", args...)
}
