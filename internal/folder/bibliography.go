package folder

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/pattern"
)

// bibKinds are the CSL item types of BibTeX's entry types.
var bibKinds = map[string]string{
	"article": "article-journal", "book": "book", "incollection": "chapter", "inbook": "chapter", "inproceedings": "paper-conference",
	"phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis", "techreport": "report", "report": "report", "online": "webpage", "misc": "document", "unpublished": "manuscript",
}

var bibEntry = pattern.Lazy(`@(\w+)\s*\{\s*([^,\s]*)\s*,`)

// ParseBibTeX reads the first entry of a BibTeX file. Its key becomes the id.
func ParseBibTeX(text string) (*events.Source, error) {
	m := bibEntry().FindStringSubmatchIndex(text)
	if m == nil {
		return nil, errors.New("there is no BibTeX entry such as @book{key, title = {…}}")
	}
	fields := bibFields(text[m[1]:])
	s := &events.Source{
		ID: events.Slug(text[m[4]:m[5]]), Kind: cmp.Or(bibKinds[strings.ToLower(text[m[2]:m[3]])], "document"), Title: fields["title"],
		Container: cmp.Or(fields["journal"], fields["journaltitle"], fields["booktitle"], fields["series"]),
		Publisher: fields["publisher"], URL: fields["url"], Number: fields["volume"],
	}
	if s.URL == "" && fields["doi"] != "" {
		s.URL = "https://doi.org/" + fields["doi"]
	}
	for _, date := range []string{fields["date"], fields["year"] + " " + fields["month"]} {
		if d, err := edtf.ParseLoose(strings.TrimSpace(date)); err == nil && s.Date.IsZero() {
			s.Date = d
		}
	}
	for name := range strings.SplitSeq(fields["author"], " and ") {
		if name = oneLine(name); name != "" {
			s.Authors = append(s.Authors, bibName(name))
		}
	}
	if s.Title == "" {
		return nil, errors.New("the entry has no title")
	}
	return s, nil
}

// bibName takes a name apart: “Family, Given”, or the last word is the family's; a name
// in braces is one.
func bibName(name string) events.Author {
	if family, given, ok := strings.Cut(name, ","); ok {
		return events.Author{Family: strings.TrimSpace(family), Given: strings.TrimSpace(given)}
	}
	if at := strings.LastIndexByte(name, ' '); at > 0 {
		return events.Author{Family: name[at+1:], Given: name[:at]}
	}
	return events.Author{Family: name}
}

var bibField = pattern.Lazy(`^\s*,?\s*([A-Za-z]+)\s*=\s*`)

// bibFields reads the fields of an entry up to its end.
func bibFields(s string) map[string]string {
	fields := map[string]string{}
	for {
		m := bibField().FindStringSubmatch(s)
		if m == nil {
			return fields
		}
		value, rest := bibValue(s[len(m[0]):])
		if name := strings.ToLower(m[1]); fields[name] == "" {
			fields[name] = oneLine(bibText.Replace(value))
		}
		s = rest
	}
}

// bibText takes the commonest of TeX out.
var bibText = strings.NewReplacer("{", "", "}", "", `\&`, "&", `\%`, "%", `\_`, "_", "---", "—", "--", "–", "~", " ", "``", "“", "''", "”")

// bibValue takes a value in braces or quotation marks, or a bare one, off the beginning.
func bibValue(s string) (value, rest string) {
	if s == "" {
		return "", ""
	}
	if s[0] != '{' && s[0] != '"' {
		end := strings.IndexAny(s, ",}\n")
		if end < 0 {
			end = len(s)
		}
		return s[:end], s[end:]
	}
	depth := 0
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case depth == 0 && (c == '}' && s[0] == '{' || c == '"' && s[0] == '"'):
			return s[1:i], s[i+1:]
		case c == '{':
			depth++
		case c == '}':
			depth--
		}
	}
	return s[1:], ""
}

// ParseCSLJSON reads an item of CSL-JSON, as doi.org answers for a DOI, or the first of a
// list of them.
func ParseCSLJSON(text []byte) (*events.Source, error) {
	type item struct {
		ID        string          `json:"id"`
		Type      string          `json:"type"`
		Title     json.RawMessage `json:"title"`
		Container json.RawMessage `json:"container-title"`
		Publisher string          `json:"publisher"`
		URL       string          `json:"URL"`
		Volume    json.RawMessage `json:"volume"`
		Author    []struct{ Given, Family, Literal, Name string }
		Issued    struct {
			Parts [][]json.Number `json:"date-parts"`
		}
	}
	var it item
	var list []item
	err := json.Unmarshal(text, &it)
	if json.Unmarshal(text, &list) == nil && len(list) > 0 {
		it, err = list[0], nil
	}
	if err != nil {
		return nil, fmt.Errorf("it is no CSL-JSON: %w", err)
	}
	s := &events.Source{Kind: it.Type, Title: first(it.Title), Container: first(it.Container), Publisher: it.Publisher, URL: it.URL, Number: first(it.Volume)}
	if s.Title == "" {
		return nil, errors.New("the item has no title")
	}
	if s.Kind == "journal-article" { // as Crossref calls it
		s.Kind = "article-journal"
	}
	for _, a := range it.Author {
		if family := a.Family + a.Literal + a.Name; family != "" {
			s.Authors = append(s.Authors, events.Author{Given: a.Given, Family: family})
		}
	}
	if len(it.Issued.Parts) > 0 {
		var parts []string
		for i, n := range it.Issued.Parts[0] {
			parts = append(parts, fmt.Sprintf("%0*s", []int{4, 2, 2}[min(i, 2)], n.String()))
		}
		if d, err := edtf.Parse(strings.Join(parts, "-")); err == nil {
			s.Date = d
		}
	}
	s.ID = events.Slug(s.Label() + " " + strings.TrimSuffix(strings.SplitN(s.Date.String(), "-", 2)[0], "?"))
	return s, nil
}

// first is a text, or the first of a list of texts.
func first(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return oneLine(s)
	}
	var list []string
	if json.Unmarshal(raw, &list) == nil && len(list) > 0 {
		return oneLine(list[0])
	}
	return ""
}
