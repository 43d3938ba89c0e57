package main

import (
	"errors"
	"fmt"
	"io/fs"

	"timeline/internal/english"
	"timeline/internal/events"
)

// loadFolder loads a dataset's folder: whole, or with --lenient what is sound of it.
func (p *program) loadFolder(fsys fs.FS, progress func(done, total int) bool) (*events.Dataset, error) {
	if !p.lenient {
		return events.Load(fsys, progress)
	}
	d, out, err := events.LoadLenient(fsys, progress)
	if err == nil {
		p.leftOut = leftOut(d, out)
	}
	return d, err
}

// soundPart offers to open a dataset with faults without them.
func (p *program) soundPart(err error) string {
	var problems events.Problems
	if p.lenient || p.dataDir == "" || !errors.As(err, &problems) || unreadable(problems) {
		return ""
	}
	return "\nto open what is sound of it, add --lenient"
}

// leftOut says how much of a dataset was left out; empty if nothing was.
func leftOut(d *events.Dataset, out events.LeftOut) string {
	if len(out.Problems) == 0 {
		return ""
	}
	s := fmt.Sprintf("%d of %s left out", out.Events, english.Count(d.Len()+out.Events, "event", "events"))
	if out.Records > 0 {
		s += ", and " + english.Count(out.Records, "other record", "other records")
	}
	return s + ", for " + english.Count(len(out.Problems), "problem", "problems") + "; timeline check lists them"
}
