package main

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/handout"
)

// handoutFormats are the formats of handouts, and handoutCopies those for whom one is.
var (
	handoutFormats = []string{"html", "markdown"}
	handoutCopies  = []string{"class", "teacher"}
)

func (p *program) handoutCommand() *cobra.Command {
	var to, forWhom, file string
	cmd := &cobra.Command{
		Use:   "handout TOUR [--to FORMAT] [--for WHOM] [-o FILE]",
		Short: "Write a tour as a sheet to be handed out",
		Long: `Write a tour as a sheet to be handed out: a strip of time, the quotations, the
questions with lines to answer on, and full citations. HTML is one file without
script, to be printed on A4 or Letter.

The class's copy holds no answer and no note, and no date that the class is to find:
where one stands in a quotation the copy has “[when?]”. The teacher's copy holds all.`,
		Example: `  timeline handout aqim-in-mali --to markdown
  timeline handout aqim-in-mali --to html -o class.html
  timeline handout aqim-in-mali --to html --for teacher -o teacher.html`,
		Args:              oneTour,
		ValidArgsFunction: p.completing(tourNames),
		RunE:              func(_ *cobra.Command, args []string) error { return p.handout(args[0], to, forWhom, file) },
	}
	f := cmd.Flags()
	f.StringVar(&to, "to", "html", "write in `FORMAT`: "+strings.Join(handoutFormats, ", "))
	f.StringVar(&forWhom, "for", "class", "write the copy for `WHOM`: "+strings.Join(handoutCopies, ", "))
	f.StringVarP(&file, "output", "o", "", "write to this `FILE` instead of the standard output")
	completeWords(cmd, "to", handoutFormats...)
	completeWords(cmd, "for", handoutCopies...)
	return cmd
}

func (p *program) handout(name, to, forWhom, file string) error {
	switch {
	case !slices.Contains(handoutFormats, to):
		return usage("unknown format %q: one of %s", to, strings.Join(handoutFormats, ", "))
	case !slices.Contains(handoutCopies, forWhom):
		return usage("unknown copy %q: one of %s", forWhom, strings.Join(handoutCopies, ", "))
	}
	d, t, err := p.tour(name)
	if err != nil {
		return err
	}
	write, reader := handout.HTML, handout.Class
	if to == "markdown" {
		write = handout.Markdown
	}
	if forWhom == "teacher" {
		reader = handout.Teacher
	}
	return p.toFile(file, func(w io.Writer) error { return write(w, d, t, reader) })
}
