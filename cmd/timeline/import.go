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

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/folder"
	"timeline/internal/importer"
	"timeline/internal/printable"
)

type importOptions struct {
	out, from, dates, january, title string
	fields, same                     []string
	dry                              bool
}

func (p *program) importCommand() *cobra.Command {
	var o importOptions
	cmd := &cobra.Command{
		Use:   "import FILE|DIR -o DIR [--from FORMAT] [--map FIELD=WHAT]…",
		Short: "Make a dataset of somebody else's timeline",
		Long: `Make a dataset of a file, or of a folder of notes, of these formats:
` + strings.Join(importer.Formats(), ", ") + `.
The format is found out unless --from names it.

First it prints what each field of the input becomes, then it writes the dataset and
import-report.md, which counts for each field how often it was there and what became
of it. No words, quotations, places or precision are made up. The same input gives
the same files; files that were edited since, or were there before, stay as they are.

-o NAME.pack writes one file that opens at once instead of a folder to edit: the way
for 100,000 records. A field is mapped otherwise by --map FIELD=WHAT, where WHAT is
` + strings.Join(printable.Wrap("one of "+strings.Join(importer.Targets(), ", ")+".", 72), "\n"),
		Example: `  timeline import events.csv -o mine
  timeline import notes/ -o mine --map occurred=date --dry-run
  timeline import acled.csv -o acled.pack && timeline --data acled.pack`,
		Args: counted(1, 1, "timeline import --help", "import takes one file or folder, not %d"),
		RunE: func(_ *cobra.Command, args []string) error { return p.importFrom(args[0], o) },
	}
	f := cmd.Flags()
	f.StringVarP(&o.out, "output", "o", "", "write into this `DIR`, or one file if it ends in .pack")
	f.StringVar(&o.from, "from", "", "read as `FORMAT`: "+strings.Join(importer.Formats(), ", "))
	f.StringArrayVar(&o.fields, "map", nil, "`FIELD=WHAT`: a field of the input becomes WHAT; repeatable")
	f.StringArrayVar(&o.same, "same", nil, "`NAME=OTHER`: a name is taken for another; repeatable")
	f.StringVar(&o.dates, "dates", "", "`ORDER` of dates such as 2/4/2012: day-first, month-first; by default as the others of the input ask")
	f.StringVar(&o.january, "january", "", "first of January means `WHICH`: years, days; by default years where there are more than chance would have")
	f.StringVar(&o.title, "title", "", "the dataset is called `TITLE`")
	f.BoolVar(&o.dry, "dry-run", false, "say what would be made, and write nothing")
	completeWords(cmd, "from", importer.Formats()...)
	completeWords(cmd, "dates", "day-first", "month-first")
	completeWords(cmd, "january", "years", "days")
	return cmd
}

func (p *program) importFrom(name string, o importOptions) error {
	if o.out == "" && !o.dry {
		return usageHint("--dry-run says what would be made", "where to? name a folder with -o DIR, or a file with -o NAME.pack")
	}
	opts := importer.Options{Name: filepath.Base(name), From: o.from, Dates: o.dates, January: o.january, Title: o.title, Planned: p.sayPlan}
	var err error
	wrong := func(option string) func(string) error {
		return func(s string) error { return usage("--%s %q: it must be A=B", option, s) }
	}
	if opts.Map, err = pairs(o.fields, wrong("map")); err != nil {
		return err
	}
	if opts.Same, err = pairs(o.same, wrong("same")); err != nil {
		return err
	}
	collectUsually()
	bar := p.newBar("records read")
	opts.Progress = func(n int) { bar.show(n, 0) }
	res, err := readInput(name, opts)
	bar.end()
	if err != nil {
		return usage("%s: %w", name, err)
	}
	p.sayImport(res)
	if o.dry {
		p.say("nothing was written, as --dry-run asks")
		return nil
	}
	if filepath.Ext(o.out) == ".pack" {
		return p.writeImportPack(res, o.out)
	}
	return p.writeImportFolder(res, o.out)
}

// pairs takes apart what an option says as A=B; wrong is the error of what does not.
func pairs(list []string, wrong func(string) error) (map[string]string, error) {
	m := map[string]string{}
	for _, s := range list {
		a, b, _ := strings.Cut(s, "=")
		a, b = strings.TrimSpace(a), strings.TrimSpace(b)
		if a == "" || b == "" {
			return nil, wrong(s)
		}
		m[a] = b
	}
	return m, nil
}

// readInput reads a file, or a folder of notes.
func readInput(name string, o importer.Options) (*importer.Result, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, reason(err)
	}
	if info.IsDir() {
		root, err := os.OpenRoot(name)
		if err != nil {
			return nil, reason(err)
		}
		defer root.Close()
		return importer.ReadFolder(root.FS(), o)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, reason(err)
	}
	defer f.Close()
	return importer.Read(f, o)
}

// sayPlan prints what each field becomes, before anything is made.
func (p *program) sayPlan(plan importer.Plan) {
	pg := p.page()
	pg.line(pg.paint(plain, "Read as "+plan.Format+"."))
	width := 0
	for _, f := range plan.Fields {
		width = max(width, len([]rune(f.Field)))
	}
	width = min(width, 30)
	for _, f := range plan.Fields {
		pg.line(pg.paint(plain, fmt.Sprintf("  %-*s  %s", width, f.Field, importer.Became(f.Target))))
	}
}

// sayImport prints what was made, and what is worth a look.
func (p *program) sayImport(res *importer.Result) {
	r := &res.Report
	pg := p.page()
	pg.line(pg.paint(plain, fmt.Sprintf("%s in, %s out; rigour: %s.", english.Count(r.Rows, "record", "records"), english.Count(r.Events, "event", "events"), r.Rigour)))
	for _, s := range r.Sentences() {
		pg.line(pg.paint(plain, "  "+s+"."))
	}
	const most = 5
	for i, pr := range r.Problems[:min(len(r.Problems), most)] {
		p.say(pr.Where + ": " + pr.Why)
		if i == most-1 && r.Failed > most {
			p.say(fmt.Sprintf("and %d more", r.Failed-most))
		}
	}
	for _, a := range r.Alike[:min(len(r.Alike), most)] {
		p.hint(fmt.Sprintf("is %s one %s? if so: --same %q", strings.Join(a.Names, " · "), a.What, a.Names[1]+"="+a.Names[0]))
	}
	if n := len(r.Alike) - most; n > 0 {
		p.hint(fmt.Sprintf("%s more of such names in %s", english.Count(n, "group", "groups"), importer.ReportFile))
	}
}

func (p *program) writeImportFolder(res *importer.Result, dir string) error {
	if res.Events.Len() > events.MaxFiles {
		return usageHint("write one file with -o NAME.pack", "%d events are more than a folder can hold, %d", res.Events.Len(), events.MaxFiles)
	}
	bar := p.newBar("files written")
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	defer signal.Stop(stop)
	counts, err := res.WriteFolder(dir, func(done, total int) bool {
		bar.show(done, total)
		return len(stop) == 0
	})
	bar.end()
	if errors.Is(err, importer.ErrStopped) {
		return &exit{code: exitInterrupted}
	}
	if err != nil {
		return usage("%s: %w", dir, reason(err))
	}
	p.sayCounts(counts)
	if !counts.Fresh || res.Events.Len() <= fewToCheck {
		if err := checkImport(dir); err != nil {
			return err
		}
	}
	p.say(english.Count(res.Events.Len(), "event", "events") + " in " + dir + ", with " + importer.ReportFile)
	p.hint("look at it: timeline --data " + dir)
	return nil
}

// fewToCheck is how many events in a new folder are read back at once. What an import
// writes passes the checks, as its tests show; only what was there before may not.
const fewToCheck = 20_000

// checkImport reads a folder as the browser will.
func checkImport(dir string) error {
	fsys, err := openFolder(dir)
	if err != nil {
		return err
	}
	var problems events.Problems
	if _, err := events.Load(fsys, nil); errors.As(err, &problems) {
		return &exit{code: exitNothing, cause: fmt.Errorf("%s in %s", english.Count(len(problems), "problem", "problems"), dir), hint: "timeline check " + dir}
	}
	return nil
}

// sayCounts says which files were left as they were.
func (p *program) sayCounts(c folder.Counts) {
	if c.Same > 0 {
		p.say(english.Count(c.Same, "file is", "files are") + " as they were")
	}
	for i, file := range c.Kept {
		if i == 5 {
			p.say(fmt.Sprintf("and %d more", len(c.Kept)-i))
			break
		}
		p.say(file + " was edited or is not of an import: it stays as it is")
	}
	if n := len(c.Stale); n > 0 {
		p.say(english.Count(n, "file", "files") + " of an earlier import are not of this one; they stay")
	}
}

func (p *program) writeImportPack(res *importer.Result, file string) error {
	d := res.Dataset()
	if err := replaceFile(file, func(w io.Writer) error { return events.WritePack(w, d, "") }); err != nil {
		return err
	}
	report := strings.TrimSuffix(file, ".pack") + "." + importer.ReportFile
	if err := replaceFile(report, func(w io.Writer) error { _, err := w.Write(res.Report.Markdown()); return err }); err != nil {
		return err
	}
	p.say(english.Count(res.Events.Len(), "event", "events") + " packed into " + file + ", with " + report)
	p.hint("look at it: timeline --data " + file)
	return nil
}

// bar shows how far something is, on a terminal and not too often.
type bar struct {
	p     *program
	what  string
	next  time.Time
	shown bool
}

const barEvery = 200 * time.Millisecond

func (p *program) newBar(what string) *bar {
	return &bar{p: p, what: what, next: p.now().Add(barEvery)}
}

// show shows a number, of so many if total is not zero.
func (b *bar) show(done, total int) {
	f, ok := b.p.err.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) || b.p.now().Before(b.next) {
		return
	}
	b.next, b.shown = b.p.now().Add(barEvery), true
	s := english.Thousands(done) + " " + b.what
	if total > 0 {
		s = fmt.Sprintf("%d%% of %s %s", 100*done/total, english.Thousands(total), b.what)
	}
	fmt.Fprintf(f, "\r\x1b[K%s", s)
}

// end takes the line away.
func (b *bar) end() {
	if b.shown {
		fmt.Fprint(b.p.err, "\r\x1b[K")
	}
}
