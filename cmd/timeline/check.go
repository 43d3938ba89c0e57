package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/tours"
)

func (p *program) checkCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Check a dataset",
		Long: `Check the dataset in a folder: its files, its references, its dates against its
claims, and its quotations against the record of their last verification; and, once
these are sound, its tours. Every problem is printed at once, as

  FILE:LINE: what is wrong (what to do) [rule]

Without a folder, the one that --data names, or the one that you are in if it holds a
dataset.yaml. The built-in dataset was checked when its pack was made: of it, what it
holds is counted and its tours are checked.`,
		Example: `  timeline check
  timeline check data
  timeline check data --json`,
		Args: counted(0, 1, "timeline check --help", "check takes one folder, not %d"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return p.check(args[0], asJSON)
			}
			if p.dataDir == "" && here() {
				return p.check(".", asJSON)
			}
			return p.check(p.dataDir, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the problems as a JSON array")
	return cmd
}

func (p *program) check(dir string, asJSON bool) error {
	d, problems, err := p.checked(dir)
	if err != nil {
		return err
	}
	nothingToCheck := unreadable(problems)
	for i := range problems {
		problems[i].File = inFolder(dir, problems[i].File)
	}
	pg := p.page()
	switch {
	case asJSON:
		if err := p.printJSON(append(events.Problems{}, problems...)); err != nil {
			return err
		}
	case len(problems) == 0:
		pg.line(summary(d))
	default:
		for _, pr := range problems {
			pg.line(pg.paint(plain, pr.String()))
		}
	}
	if len(problems) == 0 {
		return nil
	}
	p.say(fmt.Sprintf("%s in %s", english.Count(len(problems), "problem", "problems"), dir))
	if nothingToCheck {
		return &exit{code: exitUsage}
	}
	return nothing()
}

// checked checks the dataset of a folder. The built-in one, for "", was checked when
// its pack was made; what is looked at anew is its tours.
func (p *program) checked(dir string) (d *events.Dataset, problems events.Problems, err error) {
	if dir == "" {
		d, err = p.dataset()
		if err == nil {
			problems = tours.CheckAll(d)
		}
		return d, problems, err
	}
	fsys, err := openFolder(dir)
	if err != nil {
		return nil, nil, err
	}
	d, err = events.Check(fsys)
	if err != nil && !errors.As(err, &problems) {
		return nil, nil, err
	}
	if d != nil {
		problems = tours.CheckAll(d) // a tour is held against a sound dataset
	}
	if len(problems) == 0 {
		problems = stalePack(fsys)
	}
	return d, problems, nil
}

// packFile is the pack that may lie in a dataset's folder, as the built-in one's does.
const packFile = "dataset.pack"

// stalePack is the problem of a folder's pack that was not made from its text files as
// they are: what opens the pack would show older data.
func stalePack(fsys fs.FS) events.Problems {
	pack, err := fs.ReadFile(fsys, packFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var current bool
	if err == nil {
		var d *events.Dataset
		if d, err = events.OpenPack(bytes.NewReader(pack), int64(len(pack)), nil); err == nil {
			current, err = d.PackedFrom(fsys)
		}
	}
	if err == nil && current {
		return nil
	}
	what := "the pack was not made from the text files as they are"
	if err != nil {
		what = err.Error()
	}
	return events.Problems{{File: packFile, Rule: "stale-pack", What: what, Remedy: "make it anew: timeline pack DIR -o DIR/" + packFile + ", or remove it"}}
}

// openFolder opens a dataset's folder. What is in it cannot lead out of it.
func openFolder(dir string) (fs.FS, error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() { // opening a named pipe would wait
		return nil, usageHint("name a folder that holds dataset.yaml", "%q is not a folder", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, usageHint("name a folder that holds dataset.yaml", "%q cannot be opened: %w", dir, reason(err))
	}
	return root.FS(), nil
}

// reason takes the path and the system call off an error of the file system.
func reason(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

func inFolder(dir, file string) string {
	if dir == "" {
		return file
	}
	return path.Join(filepath.ToSlash(dir), file)
}

// unreadable tells whether there is no dataset to check.
func unreadable(ps events.Problems) bool {
	return len(ps) > 0 && ps[0].File == "dataset.yaml" && (ps[0].Rule == "missing-file" || ps[0].Rule == "unreadable")
}

// summary counts what a dataset holds.
func summary(d *events.Dataset) string {
	claims, disputed := 0, 0
	for _, e := range d.All() {
		claims += len(e.Claims)
		if e.Disputed() {
			disputed++
		}
	}
	quotes, _ := d.Proof()
	s := fmt.Sprintf("%s (%d disputed), %s, %s, %s, %s, %s", english.Count(d.Len(), "event", "events"), disputed, english.Count(claims, "claim", "claims"),
		english.Count(quotes, "quotation", "quotations"), english.Count(len(d.Actors), "actor", "actors"), english.Count(len(d.Places), "place", "places"), english.Count(len(d.Sources), "source", "sources"))
	return s + "; " + d.Standing()
}
