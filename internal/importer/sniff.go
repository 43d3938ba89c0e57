package importer

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"timeline/internal/pattern"
)

// sniffBytes is how much of an input is looked at to know its format.
const sniffBytes = 64 << 10

// peek looks at the beginning of an input, without the mark of its byte order. An input
// in UTF-16 that has the mark, as Excel and Notepad write it, is read as UTF-8.
func peek(r io.Reader) (head []byte, whole io.Reader, err error) {
	br := bufio.NewReaderSize(transform.NewReader(r, unicode.BOMOverride(transform.Nop)), sniffBytes)
	head, err = br.Peek(sniffBytes)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, err
	}
	start := bytes.TrimLeft(head[:min(len(head), 200)], " \r\n\t")
	for _, f := range foreign {
		if bytes.HasPrefix(start, []byte(f.begins)) || bytes.HasPrefix(bytes.ToLower(start), []byte(f.begins)) {
			return nil, nil, errors.New(f.what)
		}
	}
	if bytes.IndexByte(head, 0) >= 0 {
		return nil, nil, errors.New("it is no text, or UTF-16 without the mark at its beginning: save it as UTF-8")
	}
	return head, br, nil
}

// foreign are beginnings of files that people have at hand instead of what can be read:
// of texts, in small letters.
var foreign = []struct{ begins, what string }{
	{"PK\x03\x04", "it is a spreadsheet (xlsx, ods) or a zip archive: save it as CSV, or unpack it"},
	{"\xd0\xcf\x11\xe0", "it is an old spreadsheet (xls): save it as CSV"},
	{"\x1f\x8b", "it is compressed: unpack it with gunzip"},
	{"version https://git-lfs", "it is a pointer of Git LFS, not the file itself: git lfs pull brings that"},
	{"<!doctype html", "it is a web page: save the data themselves"},
	{"<html", "it is a web page: save the data themselves"},
	{"<?xml", "it is XML, which is not read: save it as CSV or JSON"},
	{"%pdf", "it is a PDF, which is not read: find its data as CSV"},
}

var (
	ownJSON   = pattern.Lazy(`"date"\s*:\s*\{\s*"edtf"\s*:`)
	slides    = pattern.Lazy(`"start_date"\s*:\s*\{|"timeline"\s*:\s*\{|"events"\s*:\s*\[(?s:.*)"headline"\s*:`)
	fence     = pattern.Lazy("(?m)^```\\s*chronos")
	chronosAt = pattern.Lazy(`(?m)^[-@*=] \[[^\]]+\]`)
	markwhenL = pattern.Lazy(`(?m)^\s*(section |group |[-~/0-9A-Za-z .:]*[0-9][-~/0-9A-Za-z .:]*: |now ?: )`)
)

// sniff tells the format of an input by its beginning and its name.
func sniff(head []byte, name string) string {
	trimmed := bytes.TrimSpace(head)
	ext := strings.ToLower(path.Ext(name))
	switch {
	case ext == ".mw":
		return "markwhen"
	case bytes.HasPrefix(trimmed, []byte("{")) || bytes.HasPrefix(trimmed, []byte("[")) && ext != ".md":
		return sniffJSON(trimmed)
	case ext == ".md" || ext == ".markdown" || bytes.HasPrefix(trimmed, []byte("---\n")):
		if fence().Match(head) {
			return "chronos"
		}
		return "markdown"
	case fence().Match(head) || chronosAt().Match(head):
		return "chronos"
	}
	header, rest, _ := bytes.Cut(trimmed, []byte("\n"))
	columns := strings.ToLower(string(header))
	row, _, _ := bytes.Cut(rest, []byte("\n"))
	switch {
	case acled(columns):
		return "acled"
	case ged(columns):
		return "ged"
	case hasAll(columns, "year", "headline", "media"), hasAll(columns, "start date", "headline", "media"):
		return "timelinejs"
	case ext == ".txt" && markwhenL().Match(head):
		return "markwhen"
	}
	if bytes.Contains(row, []byte("://www.wikidata.org/entity/Q")) {
		return "wikidata"
	}
	return "csv"
}

func hasAll(s string, words ...string) bool {
	for _, w := range words {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}

// acled tells whether these are columns of ACLED, all of them or a choice.
func acled(columns string) bool {
	return hasAll(columns, "event_date", "event_type", "actor1") || hasAll(columns, "event_id_cnty", "event_date") ||
		hasAll(columns, "event_date", "sub_event_type") || hasAll(columns, "event_date", "event_type", "fatalities")
}

// ged tells whether these are columns of UCDP GED.
func ged(columns string) bool {
	return hasAll(columns, "date_start", "date_prec") || hasAll(columns, "date_start", "side_a", "best") || hasAll(columns, "date_start", "type_of_vi")
}

func sniffJSON(head []byte) string {
	switch {
	case ownJSON().Match(head):
		return "json"
	case bytes.Contains(head, []byte(`"bindings"`)) && bytes.Contains(head, []byte(`"head"`)):
		return "wikidata"
	case slides().Match(head) && bytes.HasPrefix(head, []byte("{")):
		return "timelinejs"
	case acled(string(head)):
		return "acled"
	case ged(string(head)):
		return "ged"
	case bytes.Contains(head, []byte("://www.wikidata.org/entity/Q")):
		return "wikidata"
	}
	return "csv"
}
