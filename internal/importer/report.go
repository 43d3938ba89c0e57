package importer

import (
	"cmp"
	"fmt"
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
)

// Report is what became of an input.
type Report struct {
	Format, Name string
	Rows         int // records of the input
	Events       int // events made
	Joined       int // rows that told of an event that another row had
	Fields       []Mapped
	counts       map[string]int // field → how many rows have it
	Problems     []Problem      // records that could not be read, at most maxProblems
	Failed       int            // all of them

	Days, January int    // events dated to a day, and of them to a first of January
	JanuaryAs     string // what those were taken for: years or days
	Numbered      int    // dates such as 2/4/2012, which have two readings
	Order         string // what was taken to come first in them: day or month; empty where that is not known
	Against       string // a date that can only be read otherwise
	Clocks        int    // times of day that were dropped
	Unknown       int    // cells that say that nothing is known, such as NA
	LongTitles    int
	Kinds         int // different types, where they were too many to be types
	Spilt         int // names that are kept in notes, beyond what a dataset can hold
	LostLinks     int // links to events that are not in the input

	Claims, Actors, Places, Sources int
	Rigour                          events.Rigour
	Alike                           []Alike
	cleaner
}

// Problem is a record that could not be read: where, and why.
type Problem struct{ Where, Why string }

// maxProblems is how many of them are listed.
const maxProblems = 1000

func (r *Report) bad(where, why string) {
	r.Failed++
	if len(r.Problems) < maxProblems {
		r.Problems = append(r.Problems, Problem{where, why})
	}
}

func (r *Report) unknown() { r.Unknown++ }

// became is what targets make of a field, where their names do not say it.
var became = map[string]string{
	"drop": "dropped", "note": "kept in the note", "link": "kept in the note", "figure": "figure of the claim",
	"precision": "used to know how exact the date is", "code": "used to know how exact the date is",
	"ground": "used to know how exact the place is", "id": "tells events apart; an address is kept in the note",
}

// Became says what a target makes of a field.
func Became(target string) string { return cmp.Or(became[target], "mapped: "+target) }

// Sentences tell what was done beside the fields, without full stops.
func (r *Report) Sentences() []string {
	var list []string
	add := func(n int, one, many string) {
		if n > 0 {
			list = append(list, english.Count(n, one, many))
		}
	}
	add(r.Failed, "record could not be read and was left out", "records could not be read and were left out")
	add(r.Joined, "row told of an event that another row had, and its names were added to it", "rows told of an event that another row had, and their names were added to it")
	for _, s := range []string{r.januarySaid(), r.orderSaid()} {
		if s != "" {
			list = append(list, s)
		}
	}
	add(r.Clocks, "time of day was dropped", "times of day were dropped")
	add(r.LongTitles, "title was longer than 200 characters: the whole of it begins the text", "titles were longer than 200 characters: the whole of each begins the text")
	add(r.Cut, "text was too long and was cut, with … at its end", "texts were too long and were cut, with … at their ends")
	add(r.Removed, "character was taken out that a terminal would act on or show in different widths", "characters were taken out that a terminal would act on or show in different widths")
	add(r.Unknown, "cell says NA, NULL or the like, and was taken for empty", "cells say NA, NULL or the like, and were taken for empty")
	add(r.Latin, "value was not UTF-8 and was read as Windows-1252", "values were not UTF-8 and were read as Windows-1252")
	add(r.Invalid, "value held broken UTF-8, which became �", "values held broken UTF-8, which became �")
	add(r.Kinds, "word for types was made a tag", "different words are too many for types, and were made tags")
	add(r.Spilt, "name is more than a dataset can hold and was kept in a note", "names are more than a dataset can hold and were kept in notes")
	add(r.LostLinks, "link led to an event that is not there and was dropped", "links led to events that are not there and were dropped")
	return list
}

func (r *Report) orderSaid() string {
	if r.Numbered == 0 || r.Order == "" {
		return ""
	}
	s := fmt.Sprintf("%s such as 2/4/2012 read with the %s first", english.Count(r.Numbered, "date", "dates"), r.Order)
	if r.Against != "" {
		s += fmt.Sprintf(", though %s can only be read otherwise", r.Against)
	}
	other := map[string]string{"day": "month", "month": "day"}[r.Order]
	return s + fmt.Sprintf(" (--dates %s-first reads them otherwise)", other)
}

func (r *Report) januarySaid() string {
	switch {
	case r.January == 0:
		return ""
	case r.JanuaryAs == "years":
		return fmt.Sprintf("%s of %s on a first of January, which was taken for the year alone (--january days takes it for the day)", english.Count(r.January, "date", "dates"), english.Thousands(r.Days))
	}
	return fmt.Sprintf("%s of %s on a first of January, which was taken for the day (--january years takes it for the year alone)", english.Count(r.January, "date", "dates"), english.Thousands(r.Days))
}

// Markdown is the report as the file import-report.md.
func (r *Report) Markdown() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# Import of %s\n\nRead as %s: %s in, %s out, %s, %s, %s, %s. Rigour: %s.\n\n", cell(r.Name), r.Format,
		english.Count(r.Rows, "record", "records"), english.Count(r.Events, "event", "events"), english.Count(r.Claims, "claim", "claims"),
		english.Count(r.Actors, "actor", "actors"), english.Count(r.Places, "place", "places"), english.Count(r.Sources, "source", "sources"), r.Rigour)
	b.WriteString("## Fields\n\n| field | records that have it | what became of it |\n|---|--:|---|\n")
	for _, f := range r.Fields {
		fmt.Fprintf(&b, "| %s | %d | %s |\n", cell(f.Field), r.counts[f.Field], Became(f.Target))
	}
	if list := r.Sentences(); len(list) > 0 {
		b.WriteString("\n## What else was done\n\n")
		for _, s := range list {
			b.WriteString("- " + s + ".\n")
		}
	}
	if len(r.Problems) > 0 {
		b.WriteString("\n## Records that were left out\n\n| where | why |\n|---|---|\n")
		for _, p := range r.Problems {
			fmt.Fprintf(&b, "| %s | %s |\n", cell(p.Where), cell(p.Why))
		}
	}
	if r.Failed > len(r.Problems) {
		fmt.Fprintf(&b, "\nAnd %d more.\n", r.Failed-len(r.Problems))
	}
	if len(r.Alike) > 0 {
		b.WriteString("\n## Names that are perhaps one\n\nNothing was merged. To take one name for another, import again with `--same \"NAME=OTHER NAME\"`.\n\n| kind | names |\n|---|---|\n")
		for _, a := range r.Alike {
			fmt.Fprintf(&b, "| %s | %s |\n", a.What, cell(strings.Join(a.Names, " · ")))
		}
	}
	return []byte(b.String())
}

// cell is text in a cell of a Markdown table.
func cell(s string) string {
	return cellEscapes.Replace((&cleaner{}).line(s))
}

var cellEscapes = strings.NewReplacer("|", `\|`, "<", `\<`, "`", "'")
