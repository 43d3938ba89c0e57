package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/tours"
)

// writeTour is the hint where a dataset has no tours.
const writeTour = "docs/tours.md tells how to write one, in the folder tours of the dataset"

func (p *program) toursCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "tours",
		Short: "List the tours through the dataset",
		Long: `List the tours through the dataset, for classes: what each is about, how long it
takes and whom it is for. A tour is a text file in the dataset's folder tours;
docs/tours.md tells how to write one, and "timeline check" what is wrong with it.`,
		Example: `  timeline tours
  timeline tours --json`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error { return p.tours(asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a JSON array")
	return cmd
}

func (p *program) tours(asJSON bool) error {
	d, err := p.dataset()
	if err != nil {
		return err
	}
	list := tours.All(d)
	if asJSON {
		if err := p.printJSON(toursJSON(list)); err != nil {
			return err
		}
	}
	pg := p.page()
	usable := 0
	for _, t := range list {
		if t.Title == "" || len(t.Stops) == 0 {
			p.say(fmt.Sprintf("the tour %q cannot be read: timeline check says why", t.Name))
			continue
		}
		usable++
		if !asJSON {
			pg.line(pg.paint(heading, t.Title), ", ", pg.paint(plain, fmt.Sprintf("%g minutes, for %s", t.Minutes, t.For)), gap, pg.paint(muted, t.Name))
		}
	}
	if usable == 0 {
		return &exit{code: exitNothing, cause: tours.ErrNone, hint: writeTour}
	}
	return nil
}

// tourJSON is a tour as "timeline tours --json" prints it.
type tourJSON struct {
	Name     string   `json:"name"`
	Title    string   `json:"title"`
	For      string   `json:"for"`
	Minutes  float64  `json:"minutes"`
	Question string   `json:"question"`
	Stops    int      `json:"stops"`
	Problems []string `json:"problems"` // found in reading it
}

func toursJSON(list []tours.Tour) []tourJSON {
	out := make([]tourJSON, len(list))
	for i, t := range list {
		out[i] = tourJSON{t.Name, t.Title, t.For, t.Minutes, t.Question, len(t.Stops), []string{}}
		for _, problem := range t.Problems {
			out[i].Problems = append(out[i].Problems, problem.String())
		}
	}
	return out
}

// tour opens the dataset and finds its tour of that name, number or title.
func (p *program) tour(name string) (*events.Dataset, *tours.Tour, error) {
	d, err := p.dataset()
	if err != nil {
		return nil, nil, err
	}
	t, err := tours.Named(tours.Usable(d), name)
	if err != nil {
		hint := "timeline tours lists them"
		if errors.Is(err, tours.ErrNone) {
			hint = writeTour
		}
		return nil, nil, &exit{code: exitUsage, cause: err, hint: hint}
	}
	return d, t, nil
}

// oneTour wants the name of a tour.
func oneTour(cmd *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usageHint("timeline tours lists them", "%s takes one tour, not %s", cmd.Name(), english.Count(len(args), "word", "words"))
	}
	return nil
}

// tourNames completes the names of tours.
func tourNames(d *events.Dataset, _ string) (completions, cobra.ShellCompDirective) {
	var names completions
	for _, t := range tours.Usable(d) {
		names = append(names, cobra.CompletionWithDesc(t.Name, t.Title))
	}
	return names, noFiles
}
