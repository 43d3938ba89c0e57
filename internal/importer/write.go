package importer

import (
	"io"

	"timeline/internal/events"
	"timeline/internal/folder"
)

// ReportFile is the file of a dataset's folder that tells what became of an input.
const ReportFile = "import-report.md"

// WriteFolder writes the dataset as the files of a folder, with the report. What is
// there and was edited, or comes from elsewhere, stays. progress may be nil.
func (r *Result) WriteFolder(dir string, progress func(done, total int)) (folder.Counts, error) {
	s, err := folder.OpenStore(dir)
	if err != nil {
		return folder.Counts{}, err
	}
	total := r.Events.Len() + len(r.Actors) + len(r.Places) + len(r.Sources)
	done := 0
	put := func(file string, text []byte) {
		if err == nil {
			err = s.Put(file, text)
		}
		if done++; progress != nil && done%500 == 0 {
			progress(done, total)
		}
	}
	r.files(put)
	if closed := s.Close(); err == nil {
		err = closed
	}
	return s.Counts, err
}

// files makes the files of the dataset, one by one.
func (r *Result) files(put func(file string, text []byte)) {
	put("dataset.yaml", folder.MetaFile(&r.Meta))
	put(ReportFile, r.Report.Markdown())
	for i := range r.Actors {
		put(events.RecordFile("actors", r.Actors[i].ID), folder.ActorFile(&r.Actors[i], r.Meta.Rigour))
	}
	for i := range r.Places {
		put(events.RecordFile("places", r.Places[i].ID), folder.PlaceFile(&r.Places[i]))
	}
	for i := range r.Sources {
		put(events.RecordFile("sources", r.Sources[i].ID), folder.SourceFile(&r.Sources[i]))
	}
	for i := range r.Events.Len() {
		e := r.Events.Event(i)
		put(events.RecordFile("events", e.ID), folder.EventFile(e, r.Meta.Rigour))
	}
}

// WritePack writes the dataset as a pack.
func (r *Result) WritePack(w io.Writer) error { return events.WritePack(w, r.Dataset(), "") }

// Dataset is the dataset as it is opened. The result must not be used after.
func (r *Result) Dataset() *events.Dataset {
	if r.Meta.Period.IsZero() {
		r.Meta.Period = events.SpanOf(r.Events.Dates())
	}
	return events.NewShelved(r.Meta, r.Events, r.Actors, r.Places, r.Sources)
}
