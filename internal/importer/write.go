package importer

import (
	"errors"
	"iter"

	"timeline/internal/events"
	"timeline/internal/folder"
)

// ReportFile is the file of a dataset's folder that tells what became of an input.
const ReportFile = "import-report.md"

// ErrStopped is returned by WriteFolder when progress stopped it.
var ErrStopped = errors.New("stopped")

// WriteFolder writes the dataset as the files of a folder, with the report. What is
// there and was edited, or comes from elsewhere, stays. progress, if not nil, stops it by
// returning false; then, and on an error, no file of this run is left that was not there.
func (r *Result) WriteFolder(dir string, progress func(done, total int) bool) (folder.Counts, error) {
	s, err := folder.OpenStore(dir)
	if err != nil {
		return folder.Counts{}, err
	}
	total := r.Events.Len() + len(r.Actors) + len(r.Places) + len(r.Sources)
	done := 0
	for file, text := range r.files() {
		if err = s.Put(file, text); err != nil {
			break
		}
		if done++; progress != nil && done%100 == 0 && !progress(done, total) {
			err = ErrStopped
			break
		}
	}
	if err != nil {
		return s.Counts, errors.Join(err, s.Undo())
	}
	return s.Counts, s.Close()
}

// files makes the files of the dataset, one by one.
func (r *Result) files() iter.Seq2[string, []byte] {
	return func(yield func(file string, text []byte) bool) {
		going := yield("dataset.yaml", folder.MetaFile(&r.Meta)) && yield(ReportFile, r.Report.Markdown())
		put := func(kind, id string, text []byte) {
			going = yield(events.RecordFile(kind, id), text)
		}
		for i := 0; i < len(r.Actors) && going; i++ {
			put("actors", r.Actors[i].ID, folder.ActorFile(&r.Actors[i], r.Meta.Rigour))
		}
		for i := 0; i < len(r.Places) && going; i++ {
			put("places", r.Places[i].ID, folder.PlaceFile(&r.Places[i]))
		}
		for i := 0; i < len(r.Sources) && going; i++ {
			put("sources", r.Sources[i].ID, folder.SourceFile(&r.Sources[i]))
		}
		for i := 0; i < r.Events.Len() && going; i++ {
			e := r.Events.Event(i)
			put("events", e.ID, folder.EventFile(e, r.Meta.Rigour))
		}
	}
}

// Dataset is the dataset as it is opened. The result must not be used after.
func (r *Result) Dataset() *events.Dataset {
	if r.Meta.Period.IsZero() {
		r.Meta.Period = events.SpanOf(r.Events.Dates())
	}
	return events.NewShelved(r.Meta, r.Events, r.Actors, r.Places, r.Sources)
}
