package main

import (
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
	to, file, title string
	list            listOptions
}

func (p *program) exportCommand() *cobra.Command {
	o := exportOptions{list: listOptions{sort: "date"}}
	cmd := &cobra.Command{
		Use:   "export --to FORMAT [-o FILE] [QUERY…]",
		Short: "Write events in a format for other programs",
		Long: `Write the events that a query finds in a format that other programs read:
` + strings.Join(export.Formats(), ", ") + `.

No format shows a date finer than its event's. What a format cannot hold is said on
the standard error. A file is replaced only when the whole export is written.`,
		Example: `  timeline export --to icalendar -o mali.ics
  timeline export --to geojson type:kidnapping > kidnappings.geojson
  timeline export -o handout.md during:2012`,
		ValidArgsFunction: p.completeQuery,
		RunE:              func(_ *cobra.Command, args []string) error { return p.export(args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.to, "to", "", "write in `FORMAT`: "+strings.Join(export.Formats(), ", "))
	f.StringVarP(&o.file, "output", "o", "", "write to this `FILE` instead of the standard output")
	f.StringVar(&o.title, "title", "", "the whole is called `TITLE`, where the format has one")
	completeWords(cmd, "to", export.Formats()...)
	return cmd
}

func (p *program) export(args []string, o exportOptions) error {
	format, err := o.format()
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
	opts := export.Options{Now: p.clock(), Title: o.title, Query: q.String()}
	var report export.Report
	write := func(w io.Writer) (err error) {
		report, err = export.Write(w, format, d, rows, opts)
		return err
	}
	if err := p.toFile(o.file, write); err != nil {
		return err
	}
	for _, lost := range report.Lost {
		p.say(lost)
	}
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

// format is what --to names, or else what the file's name ends in.
func (o *exportOptions) format() (export.Format, error) {
	name := o.to
	if name == "" {
		name = strings.TrimPrefix(filepath.Ext(o.file), ".")
	}
	if name == "" {
		return 0, usageHint("such as --to csv", "export wants a format: --to %s", strings.Join(export.Formats(), ", "))
	}
	f, err := export.ParseFormat(name)
	if err != nil && o.to == "" {
		return 0, usageHint("name it with --to", "no format is known by the ending of %q", o.file)
	}
	if err != nil {
		return 0, &exit{code: exitUsage, cause: err}
	}
	return f, nil
}

// replaceFile writes a file beside the one named and puts it in its place when
// it is whole. On an error or an interrupt nothing of it is left.
func replaceFile(name string, write func(io.Writer) error) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return writeThrough(name, write, info)
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	defer signal.Stop(stop)
	err := atomicfile.Replace(name, mode(name), func(w io.Writer) error { return write(&stoppable{w: w, stop: stop}) })
	switch {
	case errors.Is(err, errStopped):
		return &exit{code: exitInterrupted}
	case err != nil:
		return &exit{code: exitUsage, cause: fmt.Errorf("%q cannot be written: %w", name, reason(err))}
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
		return &exit{code: exitUsage, cause: fmt.Errorf("%q cannot be written: %w", name, reason(err))}
	}
	return nil
}

// mode is that of the file which is replaced, or what a new file gets.
func mode(name string) os.FileMode {
	if info, err := os.Stat(name); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
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
