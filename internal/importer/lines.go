package importer

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strings"

	"timeline/internal/pattern"
)

// lineFields are the fields that Markwhen and Chronos files are cut into.
var lineFields = map[string]string{
	"date": "date", "end": "end", "title": "title", "description": "text", "group": "tag", "tag": "tag", "kind": "type",
	"colour": "drop", "link": "url", "source": "source", "location": "place", "id": "drop", "recurs": "note",
}

// lines calls each for every line of a text, with its number from one.
func lines(r io.Reader, each func(n int, line string) error) error {
	s := bufio.NewScanner(r)
	s.Buffer(nil, 4<<20)
	for n := 1; s.Scan(); n++ {
		if err := each(n, strings.TrimRight(s.Text(), "\r")); err != nil {
			return err
		}
	}
	return s.Err()
}

var chronosLine = pattern.Lazy(`^([-@*=])\s*\[([^\]]*)\]\s*(.*)$`)

var chronosKinds = map[string]string{"@": "period", "*": "point", "=": "marker"}

// readChronos reads the code blocks of a note, or a file that is one. Events begin with
// a hyphen, periods with @, points with *, markers with =; # is a comment and > an
// option of the drawing.
func readChronos(r io.Reader, in *input) error {
	text, err := io.ReadAll(io.LimitReader(r, maxNote))
	if err != nil {
		return err
	}
	inside, fenced := false, fence().Match(text)
	return lines(bytes.NewReader(text), func(n int, line string) error {
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, "```") {
			inside = strings.HasPrefix(strings.TrimSpace(strings.TrimLeft(trimmed, "`")), "chronos")
			return nil
		}
		m := chronosLine().FindStringSubmatch(trimmed)
		if fenced && !inside || m == nil && (trimmed == "" || !inside || trimmed[0] == '#' || trimmed[0] == '>') {
			return nil
		}
		where := fmt.Sprintf("%s:%d", in.name, n)
		if m == nil {
			in.bad(where, fmt.Sprintf("%q is no event", trimmed))
			return nil
		}
		return in.row(Row{Where: where, Fields: chronosFields(m[1], m[2], m[3])})
	})
}

var (
	colour = pattern.Lazy(`^#([A-Za-z]+|[0-9a-fA-F]{3,8})\s+`)
	group  = pattern.Lazy(`^\{([^}]*)\}\s*`)
)

func chronosFields(kind, dates, rest string) []Field {
	from, to, _ := strings.Cut(dates, "~")
	fields := []Field{{Name: "date", Value: isoTime(from)}, {Name: "end", Value: isoTime(to)}}
	name := ""
	for range 2 { // in either order
		if m := colour().FindStringSubmatch(rest); m != nil {
			fields, rest = append(fields, Field{Name: "colour", Value: m[1]}), rest[len(m[0]):]
		}
		if m := group().FindStringSubmatch(rest); m != nil {
			fields, rest, name = append(fields, Field{Name: "group", Value: m[1]}), rest[len(m[0]):], m[1]
		}
	}
	title, description, _ := strings.Cut(rest, "|")
	title = cmp.Or(strings.TrimSpace(title), name) // a period may be named by its group alone
	fields = append(fields, Field{Name: "title", Value: unbracketed(title)}, Field{Name: "description", Value: strings.TrimSpace(unbracketed(description))})
	if k := chronosKinds[kind]; k != "" {
		fields = append(fields, Field{Name: "kind", Value: k})
	}
	return fields
}

var minusYear = pattern.Lazy(`^(-[0-9]+)(-[0-9]{2})?(-[0-9]{2})?$`)

// isoTime completes the hour that Chronos may leave without minutes.
func isoTime(s string) string {
	s = strings.TrimSpace(s)
	if m := minusYear().FindStringSubmatch(s); m != nil {
		if d, err := columnsDate(m[1], strings.TrimPrefix(m[2], "-"), strings.TrimPrefix(m[3], "-")); err == nil {
			return d.String()
		}
	}
	if date, clock, ok := strings.Cut(s, "T"); ok && !strings.Contains(clock, ":") {
		return date + "T" + clock + ":00"
	}
	return s
}
