package main

import (
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"timeline/internal/document"
	"timeline/internal/events"
	"timeline/internal/printable"
	"timeline/internal/query"
)

// What the commands actors, places and sources share: a line a record, one
// record in full where only one is found, and JSON.

// record is a line of such a list.
type record struct {
	name, kind, id string
	count          int    // events that it takes part in
	also           string // the spelling that was found, or how else it is known

	full   func() document.Document // all that is known of it
	object func() any               // and as JSON has it
}

// recordLines prints records with aligned columns on a terminal, and with tabs
// between elsewhere.
func (pg page) recordLines(rows []record) {
	if pg.width == 0 {
		for _, r := range rows {
			pg.line(strings.Join([]string{pg.paint(heading, r.name), printable.Line(r.kind), strconv.Itoa(r.count), pg.paint(muted, r.id), printable.Line(r.also)}, "\t"))
		}
		return
	}
	var name, kind, number, id int
	for _, r := range rows {
		name = max(name, ansi.StringWidth(printable.Line(r.name)))
		kind = max(kind, ansi.StringWidth(printable.Line(r.kind)))
		number = max(number, len(strconv.Itoa(r.count)))
		id = max(id, len(r.id))
	}
	fixed := kind + number + 2*len(gap)
	whole := name
	name = max(min(name, pg.width-fixed-id-len(gap)), min(name, pg.width-fixed), 1)
	if name < min(leastBeside, whole) {
		for _, r := range rows {
			pg.text(heading, "", r.name)
			pg.text(plain, indent, strings.Join([]string{r.kind, strconv.Itoa(r.count), r.id}, " · "))
		}
		return
	}
	for _, r := range rows {
		n := strconv.Itoa(r.count)
		s := pg.dye(heading, cell(r.name, name)) + gap + cell(r.kind, kind) + gap + strings.Repeat(" ", number-len(n)) + n
		used := name + fixed
		if room := pg.width - used - len(gap); room >= id {
			s += gap + pg.dye(muted, cell(r.id, id))
			used += len(gap) + id
		}
		if room := pg.width - used - len(gap); r.also != "" && room >= 8 {
			s += gap + ansi.Truncate(printable.Line(r.also), room, "…")
		}
		pg.line(strings.TrimRight(s, " "))
	}
}

// recordsCommand makes the command that lists records of a kind, which find finds by
// words.
func (p *program) recordsCommand(find func(*events.Dataset, []string) []record, what string, cmd *cobra.Command) *cobra.Command {
	asJSON := cmd.Flags().Bool("json", false, "print a JSON array")
	cmd.RunE = func(_ *cobra.Command, words []string) error {
		d, err := p.dataset()
		if err != nil {
			return err
		}
		return p.printRecords(d, find(d, words), what, words, *asJSON)
	}
	return cmd
}

// printRecords prints records: as JSON, in full where there is one and words were
// given, or a line each.
func (p *program) printRecords(d *events.Dataset, found []record, what string, words []string, asJSON bool) error {
	if asJSON {
		list := make([]any, len(found))
		for i, r := range found {
			list[i] = r.object()
		}
		if err := p.printJSON(list); err != nil {
			return err
		}
	}
	switch {
	case len(found) == 0:
		p.say("no " + what + " matches " + strconv.Quote(strings.Join(words, " ")))
		p.meant(d, what, strings.Join(words, " "))
		return nothing()
	case asJSON:
	case len(found) == 1 && len(words) > 0:
		p.page().document(found[0].full())
	default:
		p.page().recordLines(found)
	}
	return nil
}

// meant names the record that a name which is none's was perhaps meant for, as the
// query language does.
func (p *program) meant(d *events.Dataset, what, name string) {
	if len(d.Actors)+len(d.Places)+len(d.Sources) == 0 {
		return
	}
	var qe *query.Error
	if _, err := query.Parse(d, query.JoinArgs([]string{what + ":" + quoteIfSpaced(name)})); errors.As(err, &qe) && strings.HasPrefix(qe.Hint, "did you mean ") {
		p.hint(qe.Hint)
	}
}

// printJSON prints a value, indented, with what could act on a terminal escaped.
func (p *program) printJSON(v any) error {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(p.out, printable.JSON(b.String()))
	return err
}

// spellingJSON is a spelling as JSON holds it.
type spellingJSON struct {
	As      string   `json:"as"`
	Form    string   `json:"form"`
	Sources []string `json:"sources"`
}

func spellingsJSON(list []events.Spelling) []spellingJSON {
	out := make([]spellingJSON, len(list))
	for i, s := range list {
		out[i] = spellingJSON{s.As, s.Form.String(), append([]string{}, s.Sources...)}
	}
	return out
}
