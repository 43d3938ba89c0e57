package cite

import (
	"cmp"
	"fmt"
	"strings"
	"timeline/internal/english"
)

// ris is a record in the tagged format of Research Information Systems (RIS
// Format Specifications, 2011): a tag of two characters, two spaces, a hyphen, a
// space and the value on each line, which ends in CRLF; TY is first and ER last.
// Dates are YYYY/MM/DD/other with empty parts where not known. The locator is in
// a note, N1, since SP and EP are the pages of the whole work.
func (w *work) ris() string {
	kind := kinds[w.kind].ris
	if kind == "" && w.url != "" {
		kind = "ELEC"
	}
	var b strings.Builder
	field := func(tag, value string) {
		if value != "" {
			b.WriteString(tag + "  - " + value + "\r\n")
		}
	}
	field("TY", cmp.Or(kind, "MANSCPT"))
	field("ID", w.id)
	for _, a := range w.authors {
		field("AU", english.Joined(", ", a.Family, a.Given))
	}
	field("TI", w.title)
	if w.short != w.title {
		field("ST", w.short)
	}
	switch {
	case w.archived():
		field("DB", w.container)
		field("AN", w.number)
	case w.kind == "report":
		field("M3", w.container)
		field("SN", w.number)
	default:
		field("T2", w.container)
		field("VL", w.number)
	}
	field("PB", w.publisher)
	if w.issued.known {
		field("PY", fmt.Sprintf("%04d", w.issued.year))
	}
	field("DA", w.issued.risDate())
	field("UR", w.url)
	field("Y2", w.accessed.risDate())
	if w.issued.deposit {
		field("N1", "deposited "+w.issued.years())
	}
	if len(w.at) > 0 {
		field("N1", "cited at "+w.locator(plainWords))
	}
	return b.String() + "ER  - "
}

func (w when) risDate() string {
	if !w.known {
		return ""
	}
	other := ""
	switch {
	case w.season > 0:
		other = seasonNames[w.season-1]
	case w.circa || w.doubtful:
		other = "ca."
	}
	return fmt.Sprintf("%04d/%s/%s/%s", w.year, twoDigits(w.month), twoDigits(w.day), other)
}
