package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"timeline/internal/lesson"
	"timeline/internal/query"
	"timeline/internal/quiz"
	"timeline/internal/ui"
)

type quizOptions struct {
	seed                      string
	number                    int
	print, md, table, answers bool
}

func (p *program) quizCommand() *cobra.Command {
	var o quizOptions
	cmd := &cobra.Command{
		Use:   "quiz KIND [QUERY…]",
		Short: "Ask questions whose answers cite the articles",
		Long: `Ask questions about the events that a query finds, on the full screen, or write them
as a sheet. Every answer is taken from the records and cites them. The kinds:

` + kindsOfQuiz() + `
Only what the articles settle counts: where they leave the order of two events open,
either is right, and it is said why. Every set has a code, of the dataset and the
seed: with it everybody gets the same set. Nothing is kept.

With --plain, and where the screen cannot be drawn on, it is a conversation in
sentences: a letter answers, and "leave" ends it.`,
		Example: `  timeline quiz order --seed 17 --print
  timeline quiz career actor:belmokhtar --seed 4 --print --answers
  timeline quiz basis during:2012 --seed 17 --csv
  timeline quiz source`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageHint("timeline quiz --help", "quiz wants a kind: %s", strings.Join(quiz.KindNames(), ", "))
			}
			return nil
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return quiz.KindNames(), cobra.ShellCompDirectiveNoFileComp
			}
			return p.completeQuery(cmd, args[1:], typed)
		},
		RunE: func(_ *cobra.Command, args []string) error { return p.quiz(args[0], args[1:], o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.seed, "seed", "", "make the set of this `NUMBER`, or of a whole code such as 4f2a-17")
	f.IntVar(&o.number, "number", 0, "lay so many cards, or ask so many `QUESTIONS`")
	f.BoolVar(&o.print, "print", false, "print the set as a sheet instead of asking")
	f.BoolVar(&o.md, "md", false, "print it as Markdown")
	f.BoolVar(&o.table, "csv", false, "print it as a table of comma-separated values")
	p.screenFlags(cmd)
	f.BoolVar(&o.answers, "answers", false, "print the answers too: the teacher's copy")
	return cmd
}

func (p *program) quiz(kind string, args []string, o quizOptions) error {
	k, err := quiz.ParseKind(kind)
	if err != nil {
		return usageHint("one of "+strings.Join(quiz.KindNames(), ", "), "%w", err)
	}
	form, sheet, err := o.form(k)
	if err != nil {
		return err
	}
	d, q, err := p.ask(args)
	if err != nil {
		return err
	}
	found := query.Compile(d, q).Run()
	if len(found) == 0 {
		return p.nothingFound(d, q)
	}
	code, err := quiz.ParseCode(d, cmp.Or(o.seed, fmt.Sprint(quiz.SeedAt(p.now()))))
	if err != nil {
		return usage("%w", err)
	}
	set, err := quiz.New(d, k, code, found, o.number)
	if err != nil {
		p.say(err.Error())
		return nothing()
	}
	set.From = q.Label(d)
	if sheet {
		return set.Write(p.out, d, form, o.answers)
	}
	if !p.plainly() {
		// Where the reader was in the browser stays what it is for the next start.
		return p.onScreen(d, func(cfg *ui.Config) {
			cfg.Query, cfg.Memory.Query, cfg.Remember, cfg.Tours.Quiz = q, "", nil, set
		})
	}
	exam := lesson.NewExam(d, set)
	return p.hold(exam.Begin(), exam.Do, nil)
}

// kindsOfQuiz is a line for each kind.
func kindsOfQuiz() string {
	var b strings.Builder
	for _, k := range quiz.Kinds() {
		fmt.Fprintf(&b, "  %-8s %s\n", k, k.Asks())
	}
	return b.String()
}

// form is how a sheet is to be written, if one is wanted.
func (o *quizOptions) form(k quiz.Kind) (form quiz.Form, sheet bool, err error) {
	most := quiz.MaxQuestions
	if k.Cards() {
		most = quiz.MaxCards
	}
	switch {
	case o.md && o.table:
		return 0, false, usage("--md and --csv are two formats: give one")
	case o.number < 0 || o.number > most:
		return 0, false, usage("--number wants 1 to %d, not %d", most, o.number)
	case o.md:
		form = quiz.Markdown
	case o.table:
		form = quiz.CSV
	case o.answers && !o.print:
		return 0, false, usageHint("add --print, --md or --csv", "--answers is for a sheet")
	}
	return form, o.print || o.md || o.table, nil
}

// hold holds a conversation on the program's input and output.
func (p *program) hold(begin []string, do func(string) ([]string, bool), calls <-chan string) error {
	width, _, _ := term.GetSize(p.stdout.Fd())
	// Straight to standard output, as converse does.
	err := lesson.Talk{In: p.untilInterrupted(), Out: io.Writer(p.stdout), Width: width, Calls: calls}.Hold(begin, do)
	return interrupted(err)
}
