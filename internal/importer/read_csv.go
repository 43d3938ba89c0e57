package importer

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// readCSV reads a table whose first line names its columns.
func readCSV(r io.Reader, in *input) error {
	br := bufio.NewReader(r)
	head, err := br.Peek(4096)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
		return err
	}
	c := csv.NewReader(br)
	c.Comma, c.FieldsPerRecord, c.ReuseRecord = separator(head), -1, true
	header, err := c.Read()
	if errors.Is(err, io.EOF) {
		return ErrEmpty
	}
	if err != nil {
		return fmt.Errorf("the first line, which names the columns: %w", err)
	}
	header = columnNames(header)
	var row Row
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
		row.Where, row.Fields = in.name+":"+strconv.Itoa(line), cells(row.Fields[:0], header, record)
		if err := in.row(row); err != nil {
			return err
		}
	}
}

// cells appends the fields of a record.
func cells(fields []Field, header, record []string) []Field {
	for i, v := range record {
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

// columnNames names columns that have no name, and tells equal ones apart.
func columnNames(header []string) []string {
	out := make([]string, len(header))
	seen := map[string]int{}
	c := &cleaner{}
	for i, h := range header {
		h = c.line(h)
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

// separator is what stands between the columns of the first line: a tab, semicolon or
// comma, whichever there is most of.
func separator(head []byte) rune {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	best, most := ',', strings.Count(string(line), ",")
	for _, c := range ";\t" {
		if n := strings.Count(string(line), string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}
