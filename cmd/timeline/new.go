package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/events"
	"timeline/internal/folder"
)

func (p *program) newCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new event|actor|place|source …",
		Short: "Add a record to a timeline of your own",
		Long: `Add an event, actor, place or source to the folder that --data names, or to the one
you are in. The files are checked before they stay, and nothing is overwritten.`,
		Example: `  timeline new event "25 May 1961" "Kennedy asks for a landing on the Moon"
  timeline new source --bibtex book.bib`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageHint("timeline new --help", "nothing new is called %q: event, actor, place or source", args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usageHint("timeline new --help", "new what? event, actor, place or source")
		},
	}
	cmd.AddCommand(p.newEventCommand(), p.newActorCommand(), p.newPlaceCommand(), p.newSourceCommand())
	return cmd
}

func (p *program) newEventCommand() *cobra.Command {
	var w folder.Wish
	cmd := &cobra.Command{
		Use:                   "event DATE TITLE",
		DisableFlagsInUseLine: true,
		Short:                 "Add an event",
		Long: `Add an event. The date is written as people write it: 25 May 1961, May 1961, about
1961, "between 1 and 5 April 2012", or in EDTF. The id is made of it and of the title.
A name that no record has, but nearly, is asked back; --new means it all the same.`,
		Example: `  timeline new event "25 May 1961" "Kennedy asks for a landing on the Moon"
  timeline new event "July 1969" "A landing" --type mission --place "Sea of Tranquility" \
    --actor "Neil Armstrong" --source https://www.nasa.gov/apollo11 --quote "one giant leap" --at 1:23:45`,
		Args: counted(2, 2, `such as timeline new event "25 May 1961" "Kennedy asks for a landing on the Moon"`, "new event takes a date and a title, each in quotation marks, not %d arguments"),
		RunE: func(_ *cobra.Command, args []string) error {
			w.Date, w.Title = args[0], args[1]
			return p.addRecord(func(d *events.Dataset) (*folder.Made, error) { return folder.NewEvent(d, w) })
		},
	}
	f := cmd.Flags()
	f.StringVar(&w.Type, "type", "", "what it is: a `WORD` of the dataset's types")
	f.StringVar(&w.Summary, "text", "", "`TEXT` of one to four sentences")
	f.StringArrayVar(&w.Actors, "actor", nil, "`NAME` of who took part; repeatable")
	f.StringArrayVar(&w.Places, "place", nil, "`NAME` of where it was; repeatable")
	f.StringArrayVar(&w.Tags, "tag", nil, "a `WORD` of your own; repeatable")
	f.StringVar(&w.Source, "source", "", "`WHO` says so: a source's id or title, or a web address")
	f.StringVar(&w.Quote, "quote", "", "the source's own `WORDS`")
	f.StringVar(&w.At, "at", "", "`WHERE` they stand: \"p. 14\", \"note 4\", 1:23:45")
	f.BoolVar(&w.New, "new", false, "names that are nearly others' are new ones")
	return cmd
}

func (p *program) newActorCommand() *cobra.Command {
	var kind string
	cmd := recordCommand("actor NAME", "Add an actor: a person, group, state or the like", `  timeline new actor "John F. Kennedy" --kind person`)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return p.addRecord(func(d *events.Dataset) (*folder.Made, error) { return folder.NewActor(d, args[0], kind) })
	}
	cmd.Flags().StringVar(&kind, "kind", "", "what it is: `KIND`, one of "+strings.Join(events.ActorKinds(), ", "))
	return cmd
}

func (p *program) newPlaceCommand() *cobra.Command {
	var place events.Place
	var at, ground string
	cmd := recordCommand("place NAME", "Add a place", `  timeline new place Houston --country "United States" --at 29.76,-95.37 --ground town`)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return p.addRecord(func(d *events.Dataset) (*folder.Made, error) {
			place.Name = args[0]
			return folder.NewPlace(d, place, at, ground)
		})
	}
	f := cmd.Flags()
	f.StringVar(&place.Country, "country", "", "in `COUNTRY`")
	f.StringVar(&at, "at", "", "at `LAT,LON` in degrees")
	f.StringVar(&ground, "ground", "", "the coordinates stand for a `WORD`: site, town, area, region, country")
	return cmd
}

func (p *program) newSourceCommand() *cobra.Command {
	var bibtex, csl string
	cmd := recordCommand("source [TITLE|ADDRESS]", "Add a source, from its title, its address, or a bibliography", `  timeline new source https://www.nasa.gov/apollo11
  timeline new source --bibtex book.bib
  timeline new source --doi-json answer.json`)
	cmd.Args = cobra.MaximumNArgs(1)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		s, err := sourceFrom(args, bibtex, csl)
		if err != nil {
			return err
		}
		return p.addRecord(func(d *events.Dataset) (*folder.Made, error) { return folder.AddSource(d, s) })
	}
	cmd.Flags().StringVar(&bibtex, "bibtex", "", "read the first entry of a BibTeX `FILE`")
	cmd.Flags().StringVar(&csl, "doi-json", "", "read CSL-JSON from a `FILE`, as doi.org answers for a DOI")
	return cmd
}

// sourceFrom is the source that the arguments describe, in one of three ways.
func sourceFrom(args []string, bibtex, csl string) (*events.Source, error) {
	given := 0
	for _, s := range append([]string{bibtex, csl}, args...) {
		if s != "" {
			given++
		}
	}
	if given != 1 {
		return nil, usageHint("timeline new source --help", "new source takes a title, an address, --bibtex FILE or --doi-json FILE")
	}
	if len(args) == 1 {
		return folder.NewSource(strings.Join(strings.Fields(args[0]), " ")), nil
	}
	file := bibtex + csl
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, usage("%q cannot be read: %w", file, reason(err))
	}
	s, err := folder.ParseCSLJSON(text)
	if bibtex != "" {
		s, err = folder.ParseBibTeX(string(text))
	}
	if err != nil {
		return nil, usage("%s: %w", file, err)
	}
	return s, nil
}

// recordCommand is a subcommand of new that takes a name.
func recordCommand(use, short, example string) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: short, Long: short + ".", Example: example, DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 || strings.TrimSpace(args[0]) == "" {
				return usageHint(cmd.CommandPath()+" --help", "%s takes one name, in quotation marks if it has spaces", cmd.CommandPath())
			}
			return nil
		},
	}
}

// addRecord writes what make makes for the dataset's folder, and takes it back if the
// dataset would not pass its checks with it.
func (p *program) addRecord(make func(*events.Dataset) (*folder.Made, error)) error {
	dir, d, err := p.ownFolder()
	if err != nil {
		return err
	}
	made, err := make(d)
	var near *folder.NearError
	if errors.As(err, &near) {
		return usageHint(fmt.Sprintf("did you mean %q?\nif it is another, add --new", near.Near), "%s", near)
	}
	if err != nil {
		return err
	}
	var written []string
	for _, f := range made.Files {
		if err := folder.Add(dir, f.Name, f.Text); err != nil {
			takeBack(dir, written)
			return err
		}
		written = append(written, f.Name)
	}
	fsys, err := openFolder(dir)
	if err != nil {
		return err
	}
	if _, err := events.Load(fsys, nil); err != nil {
		takeBack(dir, written)
		return &exit{code: exitUsage, cause: err, hint: "nothing was written"}
	}
	p.sayAll(made.Notes)
	p.page().line(filepath.Join(dir, filepath.FromSlash(written[len(written)-1])))
	return nil
}

func takeBack(dir string, files []string) {
	for _, f := range slices.Backward(files) {
		os.Remove(filepath.Join(dir, filepath.FromSlash(f)))
	}
}

// here tells whether the reader is in the folder of a timeline.
func here() bool {
	_, err := os.Stat("dataset.yaml")
	return err == nil
}

// ownFolder opens the folder that --data names, or the one that the reader is in. One
// without events is no fault here: the first may be on its way.
func (p *program) ownFolder() (string, *events.Dataset, error) {
	dir := p.dataDir
	if dir == "" {
		if !here() {
			return "", nil, usageHint("timeline init DIR makes one", "which timeline? name its folder with --data DIR, or go into it")
		}
		dir = "."
	}
	fsys, err := openFolder(dir)
	if err != nil {
		return "", nil, err
	}
	d, err := events.LoadEmpty(fsys)
	if err != nil {
		return "", nil, &exit{code: exitUsage, cause: err, hint: "mend these first; nothing was written"}
	}
	return dir, d, nil
}
