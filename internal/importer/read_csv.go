package importer

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"timeline/internal/pattern"
)

// readTable reads a table: a CSV, or the records of a JSON.
func readTable(r io.Reader, in *input) error {
	br := bufio.NewReaderSize(r, 8<<10)
	head, err := br.Peek(4 << 10)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
		return err
	}
	if first := bytes.TrimSpace(head); len(first) > 0 && (first[0] == '{' || first[0] == '[') {
		return readJSON(br, in)
	}
	if bytes.HasPrefix(head, []byte("?")) && bytes.IndexByte(head, '\t') > 0 {
		return readSPARQL(br, in)
	}
	if bytes.IndexByte(head, '\r') >= 0 && bytes.IndexByte(head, '\n') < 0 {
		return readCSV(oldMac{br}, head, in)
	}
	return readCSV(br, head, in)
}

// oldMac reads lines that end with a carriage return alone, as some spreadsheets write.
type oldMac struct{ r io.Reader }

func (m oldMac) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	for i, b := range p[:n] {
		if b == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// readCSV reads a table whose first line names its columns.
func readCSV(r io.Reader, head []byte, in *input) error {
	c := csv.NewReader(r)
	c.Comma, c.FieldsPerRecord, c.ReuseRecord = separator(head), -1, true
	c.LazyQuotes = c.Comma == '\t' // there a quotation mark is mostly only that
	header, first, err := in.header(c)
	if err != nil {
		return err
	}
	var row Row
	if first != nil {
		if err := in.row(Row{Where: in.name + ":1", Fields: in.cells(nil, header, first)}); err != nil {
			return err
		}
	}
	for {
		record, err := c.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var parse *csv.ParseError
		if errors.As(err, &parse) {
			in.bad(fmt.Sprintf("%s:%d", in.name, parse.StartLine), parse.Err.Error())
			continue
		}
		if err != nil {
			return err
		}
		line, _ := c.FieldPos(0)
		row.Where, row.Fields = in.name+":"+strconv.Itoa(line), in.cells(row.Fields[:0], header, record)
		if len(row.Fields) == 0 {
			continue // a line of separators alone
		}
		if err := in.row(row); err != nil {
			return err
		}
	}
}

// mostAbove is how many lines may stand above the names of the columns.
const mostAbove = 20

// header reads the names of the columns. Lines of one cell above them, as titles are, are
// reported. first is the first line where it is a record already, and the columns have no
// names.
func (in *input) header(c *csv.Reader) (header, first []string, err error) {
	var above []string
	for range mostAbove {
		record, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, fmt.Errorf("the first line, which names the columns: %w", err)
		}
		line, _ := c.FieldPos(0)
		if filled := strings.Join(record, ""); len(record) == 1 || slices.Contains(record, filled) {
			above = append(above, fmt.Sprintf("%s:%d", in.name, line))
			if header == nil {
				header = slices.Clone(record)
			}
			continue
		}
		for _, where := range above {
			in.bad(where, "it stands above the names of the columns")
		}
		if slices.ContainsFunc(record, func(v string) bool { return isDated(v) && !plainYear().MatchString(v) }) {
			return columnNames(make([]string, len(record))), slices.Clone(record), nil
		}
		return columnNames(record), nil, nil
	}
	if header == nil {
		return nil, nil, ErrEmpty
	}
	return nil, nil, fmt.Errorf("%w: its lines have one column only", ErrEmpty)
}

// cells appends the fields of a record.
func (in *input) cells(fields []Field, header, record []string) []Field {
	for i, v := range record {
		if unknownValues[v] {
			in.unknown()
			continue
		}
		v = sparqlTerm(v)
		switch {
		case v == "":
		case i < len(header):
			fields = append(fields, Field{Name: header[i], Value: v})
		default:
			fields = append(fields, Field{Name: fmt.Sprintf("column %d", i+1), Value: v})
		}
	}
	return fields
}

// readSPARQL reads SPARQL 1.1 Query Results TSV, whose variables begin with a question
// mark, and whose quotation marks are those of its terms.
func readSPARQL(r io.Reader, in *input) error {
	var header []string
	var row Row
	return lines(r, func(n int, line string) error {
		cells := strings.Split(line, "\t")
		if header == nil {
			header = columnNames(cells)
			return nil
		}
		row.Where, row.Fields = in.name+":"+strconv.Itoa(n), in.cells(row.Fields[:0], header, cells)
		if len(row.Fields) == 0 {
			return nil
		}
		return in.row(row)
	})
}

// unknownValues are what programs write into a cell of which they know nothing: R, pandas,
// databases.
var unknownValues = map[string]bool{"NA": true, "N/A": true, "n/a": true, "NULL": true, "null": true, "NaN": true, "nan": true, "None": true, `\N`: true, "#N/A": true}

// term is a value as SPARQL's tables in tab-separated form have it: <https://…>, "words"@en,
// "2012-04-02"^^<https://…>.
var term = pattern.Lazy(`^(?:<([a-z]+:[^<>"\s]*)>|"(.*)"(?:@[A-Za-z-]+|\^\^<[^<>]*>))$`)

// sparqlTerm is the value of such a term, and any other as it is.
func sparqlTerm(v string) string {
	if len(v) < 3 || v[0] != '<' && v[0] != '"' {
		return v
	}
	if m := term().FindStringSubmatch(v); m != nil {
		return m[1] + strings.ReplaceAll(m[2], `\"`, `"`)
	}
	return v
}

// columnNames names columns that have no name, and tells equal ones apart.
func columnNames(header []string) []string {
	out := make([]string, len(header))
	seen := map[string]int{}
	c := &cleaner{}
	for i, h := range header {
		h = strings.TrimPrefix(c.line(h), "?") // as SPARQL writes variables
		if h == "" {
			h = fmt.Sprintf("column %d", i+1)
		}
		if seen[h]++; seen[h] > 1 {
			h = fmt.Sprintf("%s (%d)", h, seen[h])
		}
		out[i] = h
	}
	return out
}

// separator is what stands between the columns of the first line that has any: a tab,
// semicolon or comma, whichever there is most of.
func separator(head []byte) rune {
	best, most := ',', 0
	for line := range bytes.Lines(head) {
		for _, c := range ",;\t" {
			if n := strings.Count(string(line), string(c)); n > most {
				best, most = c, n
			}
		}
		if most > 0 {
			break
		}
	}
	return best
}
