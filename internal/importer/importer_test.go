package importer

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/export"
)

// TestInputs reads every format: how much comes in, goes out and is left out, and that
// what comes out passes the checks of a dataset, twice the same.
func TestInputs(t *testing.T) {
	t.Parallel()
	for _, in := range inputs {
		t.Run(in.name, func(t *testing.T) {
			t.Parallel()
			if got := sniff([]byte(in.text), in.name); got != in.format {
				t.Errorf("taken for %s, not %s", got, in.format)
			}
			res, err := Read(strings.NewReader(in.text), Options{Name: in.name})
			if err != nil {
				t.Fatal(err)
			}
			r := res.Report
			if r.Rows != in.rows || res.Events.Len() != in.events || r.Failed != in.bad {
				t.Errorf("%d in, %d out, %d bad; want %d, %d, %d\n%s", r.Rows, res.Events.Len(), r.Failed, in.rows, in.events, in.bad, r.Markdown())
			}
			first, second := t.TempDir(), t.TempDir()
			write(t, res, first)
			again, err := Read(strings.NewReader(in.text), Options{Name: in.name})
			if err != nil {
				t.Fatal(err)
			}
			write(t, again, second)
			if diff := cmp.Diff(files(t, first), files(t, second)); diff != "" {
				t.Errorf("not the same twice: %s", diff)
			}
			if _, err := events.Check(os.DirFS(first)); err != nil {
				t.Errorf("it does not pass check: %v", err)
			}
			for field := range r.counts { // none vanishes unsaid
				if !slices.ContainsFunc(r.Fields, func(f Mapped) bool { return f.Field == field }) {
					t.Errorf("nothing is said of the field %q", field)
				}
			}
		})
	}
}

func write(t *testing.T, res *Result, dir string) {
	t.Helper()
	if _, err := res.WriteFolder(dir, nil); err != nil {
		t.Fatal(err)
	}
}

func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			text, readErr := os.ReadFile(name)
			rel, _ := filepath.Rel(dir, name)
			all[rel], err = string(text), readErr
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// read imports a text that must be readable.
func read(t *testing.T, text string, o Options) *Result {
	t.Helper()
	res, err := Read(strings.NewReader(text), o)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func input1(name string) string {
	for _, in := range inputs {
		if in.name == name {
			return in.text
		}
	}
	return ""
}

// TestDates: no date is finer or coarser than its input says.
func TestDates(t *testing.T) {
	t.Parallel()
	for name, want := range map[string][]string{
		"any.csv":     {"1969-07-20", "1914-07-28/1918-11-11", "[1970-01..1970-04]", "-0043"},
		"acled.csv":   {"2012-04-02", "2012-04", "[2012-04-08..2012-04-14]"},
		"ged.csv":     {"2012-04-02", "2012-05", "2012-05-07/2012-05-13"},
		"slides.json": {"1969-07-20/1969-07-21", "-0043", "1957/1975"},
		"note.md":     {"1969-07-20", "-0299/0250", "1440", "2020-02-28"},
		"plan.mw":     {"1961", "2012-04/2012-05", "1941-12-07", "2023-04/2023-07", "1892/1921", "2020-02-22/..", "2013~"},
		"query.json":  {"1807-06-22", "-0043-03-15"},
		"sparql.json": {"1969", "196X"},
	} {
		var got []string
		for d := range read(t, input1(name), Options{Name: name}).Events.Dates() {
			got = append(got, d.String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}

// TestRecords: what becomes of names, sources, figures and coordinates.
func TestRecords(t *testing.T) {
	t.Parallel()
	res := read(t, input1("acled.csv"), Options{Name: "acled.csv"})
	e := res.Events.Event(0)
	if e.Title != "Armed clash: Army of Mali – Group A, Gao" || e.Type != "battles" || e.Summary != "They clashed." || len(e.Claims) != 2 {
		t.Errorf("%+v", e)
	}
	if f := e.Claims[0].Figures; len(f) != 1 || f[0] != (events.Figure{What: "fatalities", Value: "3"}) {
		t.Errorf("%+v", f)
	}
	if p := res.Places[0]; p.Lat != 16.27 || p.Precision.String() != "town" || p.Country != "Mali" {
		t.Errorf("%+v", p)
	}
	if res.Meta.Rigour != events.Sourced || res.Meta.Types[0].Sign != "×" {
		t.Errorf("%+v", res.Meta)
	}
	slides := read(t, input1("slides.json"), Options{Name: "slides.json"})
	if slides.Meta.Title != "The Moon" || slides.Meta.Profile != "All of it." {
		t.Errorf("%+v", slides.Meta)
	}
	if s := slides.Events.Event(0); !strings.HasPrefix(s.Summary, "Two walk & return.") || strings.Contains(s.Summary, "x()") || !strings.Contains(s.Note, "https://example.org/p.jpg") {
		t.Errorf("%+v", s)
	}
	note := read(t, input1("2012-04-02-a-meeting.md"), Options{Name: "2012-04-02-a-meeting.md"}).Events.Event(0)
	if note.ID != "2012-04-02-a-meeting" || len(note.Claims) != 2 || len(note.Roles) != 2 || note.Roles[1].Actor != "al" {
		t.Errorf("%+v", note)
	}
	query := read(t, input1("query.json"), Options{Name: "query.json"})
	if q := query.Events.Event(0); len(q.Places) != 2 || query.Report.Joined != 1 || query.Places[0].Lon != 10.5 {
		t.Errorf("%+v, %+v", q, query.Places)
	}
}

// TestJanuary: first of January are years where there are too many of them.
func TestJanuary(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("date,title\n")
	for i := range 20 {
		fmt.Fprintf(&b, "19%02d-01-01,New %d\n19%02d-05-%02d,Other %d\n", i, i, i, 1+i, i)
	}
	table := b.String()
	for january, want := range map[string]string{"": "1900", "years": "1900", "days": "1900-01-01"} {
		res := read(t, table, Options{Name: "t.csv", January: january})
		if got := res.Events.Event(0).Date.String(); got != want || res.Report.January != 20 || !strings.Contains(string(res.Report.Markdown()), "20 dates of 40") {
			t.Errorf("%q: %s, %+v", january, got, res.Report)
		}
	}
	few := "date,title\n1969-01-01,A\n1970-02-02,B\n"
	if got := read(t, few, Options{Name: "t.csv"}).Events.Event(0).Date.String(); got != "1969-01-01" {
		t.Errorf("one first of January is %s", got)
	}
	if _, err := Read(strings.NewReader(few), Options{January: "months"}); err == nil {
		t.Error("months are taken")
	}
}

// TestMapAndSame: fields are mapped as asked, and names are one only when asked.
func TestMapAndSame(t *testing.T) {
	t.Parallel()
	table := "what,occurred,who,shade\nA,1969,Zelensky,red\nB,1970,Zelenskyy,blue\n"
	res := read(t, table, Options{Name: "t.csv", Map: map[string]string{"Occurred": "date", "shade": "tag"}})
	if len(res.Actors) != 2 || len(res.Report.Alike) != 1 || !slices.Equal(res.Events.Event(0).Tags, []string{"red"}) {
		t.Errorf("%+v", res)
	}
	res = read(t, table, Options{Name: "t.csv", Same: map[string]string{"Zelenskyy": "Zelensky"}})
	if len(res.Actors) != 1 || len(res.Report.Alike) != 0 {
		t.Errorf("%+v", res.Actors)
	}
	if _, err := Read(strings.NewReader(table), Options{Map: map[string]string{"a": "dat"}}); err == nil || !strings.Contains(err.Error(), "did you mean date") {
		t.Errorf("got %v", err)
	}
	if _, err := Read(strings.NewReader(table), Options{From: "csb"}); err == nil || !strings.Contains(err.Error(), "did you mean csv") {
		t.Errorf("got %v", err)
	}
}

// TestBroken: what cannot be read at all says where and why.
func TestBroken(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, text, want string }{
		{"x.csv", "", "no event"}, {"x.csv", "a,b\n", "no event"}, {"x.json", "[1,\n{", "x.json"}, {"x.json", `{"events":[` + "\n{]}", "x.json:2"},
		{"x.csv", "a\x00b\x00", "UTF-16"}, {"x.csv", "title,date\nA,never\n", "never"}, {"x.md", "+++\ntitle = \"A\"\n+++\nWords.\n", "TOML"}, {"x.json", `[{"date":{"edtf":"x"}}]`, "no event"},
	} {
		if _, err := Read(strings.NewReader(test.text), Options{Name: test.name}); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: got %v, want %q", test.text, err, test.want)
		}
	}
	res := read(t, "title,date\n\"A \x07bell ❤️\",1969\n\"bad \"quote\",1970\nB,1971\n\xffC,1972\n", Options{Name: "x.csv"})
	if res.Report.Failed != 1 || res.Report.Problems[0].Where != "x.csv:3" || res.Events.Len() != 3 || res.Report.Removed == 0 || res.Report.Latin != 1 {
		t.Errorf("%+v", res.Report)
	}
}

// TestDailyNote: a file's name that is a date alone is the date, whole, and no title.
func TestDailyNote(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"2012-04-02.md": "2012-04-02", "2012-04.md": "2012-04", "2012-04-02 Landing.md": "2012-04-02"} {
		e := read(t, "# A meeting\n\nThey met.\n", Options{Name: name}).Events.Event(0)
		if e.Date.String() != want || e.Title != "A meeting" {
			t.Errorf("%s: %s %q", name, e.Date, e.Title)
		}
	}
}

// TestFolder reads notes in folders of a folder.
func TestFolder(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"a/1969-07-20 A landing.md": "Two walk.", "b.md": "---\ntitle: B\ndate: 1970\n---\n", "c.md": "no date", ".obsidian/x.md": "---\ndate: 1\n---\n", "d.txt": "1971",
		"e.md": "---\ntitle: [\n---\n",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	res, err := ReadFolder(fsys, Options{Name: "notes"})
	if err != nil {
		t.Fatal(err)
	}
	if res.Events.Len() != 2 || res.Report.Failed != 2 || res.Events.Event(0).ID != "1969-07-20-a-landing" || res.Meta.Title != "notes" {
		t.Errorf("%+v", res)
	}
	if _, err := ReadFolder(fstest.MapFS{}, Options{}); err == nil {
		t.Error("an empty folder is read")
	}
}

// folderOf is the folder that a result would be written as.
func folderOf(res *Result) fstest.MapFS {
	fsys := fstest.MapFS{}
	for file, text := range res.files() {
		fsys[file] = &fstest.MapFile{Data: text}
	}
	return fsys
}

// TestOwn: what export writes of the built-in dataset comes back as the same events.
func TestOwn(t *testing.T) {
	t.Parallel()
	d := eventstest.BuiltIn(t)
	rows := make([]events.Index, d.Len())
	for i := range rows {
		rows[i] = events.Index(i)
	}
	for _, f := range []export.Format{export.JSON, export.JSONLines} {
		var b bytes.Buffer
		if _, err := export.Write(&b, f, d, rows, export.Options{}); err != nil {
			t.Fatal(err)
		}
		res := read(t, b.String(), Options{Name: "x." + f.String(), Title: d.Meta.Title})
		again, err := events.Check(folderOf(res))
		if err != nil {
			t.Fatal(err)
		}
		if again.Len() != d.Len() || res.Report.Failed != 0 || res.Report.LostLinks != 0 {
			t.Fatalf("%d events of %d, %+v", again.Len(), d.Len(), res.Report.Problems)
		}
		same := cmp.Comparer(func(a, b edtf.Date) bool { return a.String() == b.String() })
		flowing := cmp.Comparer(func(a, b string) bool { // JSON has texts in one line
			return slices.Equal(strings.Fields(a), strings.Fields(b))
		})
		for i := range rows {
			if diff := cmp.Diff(d.Event(rows[i]), again.Event(rows[i]), same, flowing); diff != "" {
				t.Fatal(diff)
			}
		}
		if len(again.Sources) != len(d.Sources) || again.Sources[0].Byline() != d.Sources[0].Byline() {
			t.Errorf("%+v", again.Sources)
		}
	}
}

// FuzzImport: whatever an input is, what comes of it is a dataset that passes its checks.
func FuzzImport(f *testing.F) {
	for n, in := range inputs {
		f.Add(uint8(slices.Index(Formats(), in.format)), in.text)
		_ = n
	}
	f.Add(uint8(slices.Index(Formats(), "json")), `[{"id":"1969-x","title":"x","date":{"edtf":"1969"}}]`)
	f.Fuzz(func(t *testing.T, n uint8, text string) {
		name := Formats()[int(n)%len(Formats())]
		res, err := Read(strings.NewReader(text), Options{Name: "in", From: name})
		if err != nil {
			return
		}
		if _, err := events.Check(folderOf(res)); err != nil && name != "json" {
			t.Errorf("%s: %v", name, err)
		}
	})
}

// FuzzWithoutHTML: what has no mark-up stays as it is, and what comes out is no longer
// than what went in but for the characters that stand for what is not UTF-8.
func FuzzWithoutHTML(f *testing.F) {
	for _, s := range []string{"a <b>b</b>", "1 < 2 & 3 > 2", "<a href='x'>y</a>", "<!-- c -->d", "<script>x</script>y", "<p", "&lt;b&gt;", "<a href=\"İ\" href=x>", "<a \xff\xff\xff\xff href=x>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text, _ := withoutHTML(s)
		if !strings.ContainsAny(s, "<&") && text != s {
			t.Errorf("%q becomes %q", s, text)
		}
		if utf8.ValidString(s) && utf8.RuneCountInString(text) > utf8.RuneCountInString(s) {
			t.Errorf("%q grows: %q", s, text)
		}
	})
}

// TestUTF16 reads what Excel's “Unicode text” and Notepad write, in either byte order,
// and refuses it without its mark.
func TestUTF16(t *testing.T) {
	t.Parallel()
	const text = "date\ttitle\tplace\r\n1 May 1961\tGuidère’s “café”\tKöln\r\n"
	for name, order := range map[string]unicode.Endianness{"little": unicode.LittleEndian, "big": unicode.BigEndian} {
		for mark, policy := range map[string]unicode.BOMPolicy{"with": unicode.UseBOM, "without": unicode.IgnoreBOM} {
			wide, err := unicode.UTF16(order, policy).NewEncoder().String(text)
			if err != nil {
				t.Fatal(err)
			}
			res, err := Read(strings.NewReader(wide), Options{Name: "x.txt", From: "csv"})
			switch {
			case mark == "without":
				if err == nil || !strings.Contains(err.Error(), "save it as UTF-8") {
					t.Errorf("%s endian without its mark: %v", name, err)
				}
			case err != nil || res.Events.Len() != 1 || res.Events.Event(0).Title != "Guidère’s “café”":
				t.Errorf("%s endian: %+v, %v", name, res, err)
			}
		}
	}
}
