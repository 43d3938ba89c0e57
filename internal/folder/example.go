package folder

import (
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// File is a file of a dataset's folder, named with forward slashes.
type File struct {
	Name string
	Text []byte
}

// exampleDate is the day of the example.
const exampleDate = "1969-07-20"

// Example is a dataset with one event, which passes its rigour's checks, and with
// comments that say what else can be written.
func Example(meta *events.Meta) []File {
	date := edtf.MustParse(exampleDate)
	meta.Period = edtf.Date{}
	e := events.Event{ID: exampleDate + "-an-example", Title: "An example: two people walk on the Moon", Date: date, Type: "mission",
		Summary: "Write one to four sentences here. Then rename or delete this file: its name is the event's id, its date and a few words."}
	if meta.Rigour == events.Quoted {
		meta.Period = edtf.MustParse("1961/1972")
	}
	var files []File
	if meta.Rigour != events.Notes {
		s := events.Source{ID: "example-source", Title: "An example of a source", Kind: "webpage", Rights: "© its author"}
		claim := events.Claim{Source: s.ID, Date: date, Basis: events.BasisEvent}
		if meta.Rigour == events.Quoted {
			claim.At, claim.Basis, claim.Words = events.Locator{Kind: events.LocatorPage, Number: 1}, events.BasisStated, "on 20 July 1969"
			claim.Quote, claim.Says = "on 20 July 1969 two people walked on the Moon", "It gives the day."
		}
		e.Claims = []events.Claim{claim}
		files = append(files, File{events.RecordFile("sources", s.ID), SourceFile(&s)})
	}
	text := EventFile(&e, meta.Rigour)
	return append([]File{{"dataset.yaml", MetaFile(meta)}, {events.RecordFile("events", e.ID), commented(text, meta.Rigour)}}, files...)
}

// commented adds what else the front matter can hold.
func commented(text []byte, rigour events.Rigour) []byte {
	comments := `# Dates can be vague: 1969, 1969-07, 1969~ (about), 1969? (uncertain),
# 1969-07-16/1969-07-24 (it lasted), "[1968,1969]" (one of), 1969-21 (spring).
# level: key            # or background; without it standard
# tags: [walks, the moon]
`
	if rigour == events.Notes {
		comments += `# actors: [Neil Armstrong, Buzz Aldrin]
# places: [Sea of Tranquility]
# claims:               # who says so, if you like
#   - {source: The New York Times, at: pg1, quote: Men walk on Moon}
`
	} else {
		comments += `# actors and places need files: timeline new actor, timeline new place
# actors: [{actor: neil-armstrong, role: leader}]
# places: [sea-of-tranquility]
`
	}
	comments += "# All fields: data/README.md in timeline's source.\n"
	return []byte(strings.Replace(string(text), "\n---\n", "\n"+comments+"---\n", 1))
}
