package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"timeline/internal/atomicfile"
	"timeline/internal/english"
	"timeline/internal/export"
	"timeline/internal/query"
)

type exportOptions struct {
	to, file, title, picture string
	exact, bom, brief        bool
}

func (p *program) exportCommand() *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use:   "export --to FORMAT [-o FILE] [QUERY…]",
		Short: "Write events in a format for other programs",
		Long: `Write the events that a query finds in a format that other programs read:
` + strings.Join(export.Formats(), ", ") + `.

No format shows a date finer than its event's. What a format cannot hold is said on
the standard error. A file is replaced only when the whole export is written.

html is one page to hand on or to print: it needs no script to be read and asks for
nothing from anywhere. svg is a picture, for pages and for LaTeX.`,
		Example: `  timeline export --to icalendar -o mali.ics
  timeline export --to geojson type:kidnapping > kidnappings.geojson
  timeline export -o mali.html during:2012
  timeline export -o who.svg --picture lanes
  timeline export --to timelinejs --brief > slides.json`,
		ValidArgsFunction: p.completeQuery,
		RunE:              func(cmd *cobra.Command, args []string) error { return p.export(cmd, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.to, "to", "", "write in `FORMAT`: "+strings.Join(export.Formats(), ", "))
	f.StringVarP(&o.file, "output", "o", "", "write to this `FILE` instead of the standard output")
	f.StringVar(&o.title, "title", "", "the whole is called `TITLE`, where the format has one")
	f.StringVar(&o.picture, "picture", export.Pictures()[0], "svg: draw this `PICTURE`: "+strings.Join(export.Pictures(), ", "))
	f.BoolVar(&o.exact, "exact", false, "icalendar: only events that are dated to a single day")
	f.BoolVar(&o.bom, "bom", false, "csv: begin with a byte order mark, which Excel wants")
	f.BoolVar(&o.brief, "brief", false, "timelinejs: slides with summary and sources alone")
	completeWords(cmd, "to", export.Formats()...)
	completeWords(cmd, "picture", export.Pictures()...)
	return cmd
}

func (p *program) export(cmd *cobra.Command, args []string, o exportOptions) error {
	format, err := o.format()
	if err == nil {
		err = fitting(cmd, format)
	}
	if err != nil {
		return err
	}
	picture, err := export.ParsePicture(o.picture)
	if err != nil {
		return err
	}
	d, q, err := p.ask(args)
	if err != nil {
		return err
	}
	rows := query.Compile(d, q).Run()
	if len(rows) == 0 {
		return p.nothingFound(d, q)
	}
	opts := export.Options{Now: p.clock(), Title: o.title, Query: q.String(), Picture: picture, Exact: o.exact, BOM: o.bom, Brief: o.brief}
	var report export.Report
	write := func(w io.Writer) (err error) {
		report, err = export.Write(w, format, d, rows, opts)
		return err
	}
	if err := p.toFile(o.file, write); err != nil {
		return err
	}
	p.sayAll(report.Lost)
	if o.file != "" && o.file != "-" {
		p.say(fmt.Sprintf("%s written to %s", english.Count(report.Events, "event", "events"), o.file))
	}
	return nil
}

// toFile writes to the file of that name, or to the standard output for none or "-".
func (p *program) toFile(name string, write func(io.Writer) error) error {
	if name == "" || name == "-" {
		return write(p.out)
	}
	return replaceFile(name, write)
}

// formatOf are the options that only one format has.
var formatOf = map[string]export.Format{"picture": export.SVG, "exact": export.ICalendar, "bom": export.CSV, "brief": export.TimelineJS}

// fitting refuses an option of another format: it would be ignored in silence.
func fitting(cmd *cobra.Command, f export.Format) error {
	for _, name := range []string{"picture", "exact", "bom", "brief"} {
		if of := formatOf[name]; cmd.Flags().Changed(name) && of != f {
			return usageHint("leave it out, or write --to "+of.String(), "--%s is for %s, not for %s", name, of, f)
		}
	}
	return nil
}

// format is what --to names, or else what the file's name ends in.
func (o *exportOptions) format() (export.Format, error) {
	name := cmp.Or(o.to, strings.TrimPrefix(filepath.Ext(o.file), "."))
	if name == "" {
		return 0, usageHint("such as --to csv", "export wants a format: --to %s", strings.Join(export.Formats(), ", "))
	}
	f, err := export.ParseFormat(name)
	if err != nil && o.to == "" {
		return 0, usageHint("name it with --to", "no format is known by the ending of %q", o.file)
	}
	return f, err
}

// replaceFile writes a file beside the one named and puts it in its place when
// it is whole. On an error or an interrupt nothing of it is left.
func replaceFile(name string, write func(io.Writer) error) error {
	mode := os.FileMode(0o644) // of a new file
	switch info, err := os.Stat(name); {
	case err != nil:
	case !info.Mode().IsRegular():
		return writeThrough(name, write, info)
	default:
		mode = info.Mode().Perm()
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	defer signal.Stop(stop)
	err := atomicfile.Replace(name, mode, func(w io.Writer) error { return write(&stoppable{w: w, stop: stop}) })
	switch {
	case errors.Is(err, errStopped):
		return &exit{code: exitInterrupted}
	case err != nil:
		return usage("%q cannot be written: %w", name, reason(err))
	}
	return nil
}

// writeThrough writes to what is no plain file, such as a pipe or /dev/null.
func writeThrough(name string, write func(io.Writer) error, info os.FileInfo) error {
	if info.IsDir() {
		return usage("%q is a folder", name)
	}
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err == nil {
		err = errors.Join(write(f), f.Close())
	}
	if err != nil {
		return usage("%q cannot be written: %w", name, reason(err))
	}
	return nil
}

var errStopped = errors.New("interrupted")

// stoppable is a writer that fails once a signal has come.
type stoppable struct {
	w    io.Writer
	stop chan os.Signal
}

func (s *stoppable) Write(b []byte) (int, error) {
	select {
	case <-s.stop:
		return 0, errStopped
	default:
		return s.w.Write(b)
	}
}

// clock is when an export is made: now, or SOURCE_DATE_EPOCH, so that an export
// can be made twice alike.
func (p *program) clock() time.Time {
	var seconds int64
	if s := p.env("SOURCE_DATE_EPOCH"); s != "" {
		if _, err := fmt.Sscanf(s, "%d", &seconds); err == nil {
			return time.Unix(seconds, 0).UTC()
		}
	}
	return p.now()
}
