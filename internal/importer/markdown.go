package importer

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"go.yaml.in/yaml/v4"

	"timeline/internal/pattern"
)

// markdownFields are the keys that front matter has in Obsidian, Jekyll, Hugo and
// others. What is not among them is kept in the note.
var markdownFields = map[string]string{
	"title": "title", "name": "title", "headline": "title", "date": "date", "start": "date", "start_date": "date", "start-date": "date", "startdate": "date",
	"begin": "date", "end": "end", "end_date": "end", "end-date": "end", "enddate": "end", "until": "end",
	"body": "text", "description": "text", "summary": "text", "excerpt": "drop", "type": "type", "category": "type", "categories": "tag",
	"tags": "tag", "tag": "tag", "keywords": "tag", "actors": "actor", "people": "actor", "participants": "actor", "characters": "actor", "authors": "author", "author": "author",
	"place": "place", "places": "place", "location": "place", "locations": "place", "country": "country", "lat": "lat", "latitude": "lat", "lon": "lon", "lng": "lon", "longitude": "lon",
	"coordinates": "point", "source": "source", "sources": "source", "sources.title": "source", "sources.name": "source", "sources.url": "url", "sources.href": "url", "sources.link": "url",
	"sources.publisher": "publisher", "sources.publication": "publisher", "sources.author": "author", "sources.date": "source-date", "sources.quote": "quote", "sources.page": "at",
	"links": "link", "links.url": "link", "url": "url", "link": "url", "image": "link", "img": "link", "cover": "link", "quote": "quote",
	"id": "drop", "uuid": "drop", "file": "drop", "file date": "date", "heading": "title", "draft": "drop", "layout": "drop", "permalink": "drop", "slug": "drop", "template": "drop", "aliases": "drop", "publish": "drop",
}

// readMarkdown reads one note: front matter in YAML, and a body. The first heading of
// level one is its title if it has no other, or else its file's name.
func readMarkdown(r io.Reader, in *input) error {
	text, err := io.ReadAll(io.LimitReader(r, maxNote+1))
	if err != nil {
		return err
	}
	if len(text) > maxNote {
		in.bad(in.name, fmt.Sprintf("it is larger than %d MiB", maxNote>>20))
		return nil
	}
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	if bytes.HasPrefix(text, []byte("+++\n")) {
		in.bad(in.name, "its front matter is TOML, between +++: only YAML, between ---, is read")
		return nil
	}
	front, body := frontMatter(text)
	row := Row{Where: in.name}
	if len(front) > 0 {
		fields, err := yamlFields(front)
		if err != nil {
			in.bad(in.name, err.Error())
			return nil
		}
		row.Fields = fields
	}
	row.complete(in.name, body)
	return in.row(row)
}

// maxNote is the most that a note may hold.
const maxNote = 4 << 20

// frontMatter takes a note apart.
func frontMatter(text []byte) (front, body []byte) {
	rest, ok := bytes.CutPrefix(text, []byte("---\n"))
	if !ok {
		return nil, text
	}
	for _, end := range []string{"\n---\n", "\n...\n"} {
		if front, body, ok := bytes.Cut(rest, []byte(end)); ok {
			return front, body
		}
	}
	if front, ok := bytes.CutSuffix(bytes.TrimRight(rest, "\n"), []byte("\n---")); ok {
		return front, nil
	}
	return nil, text
}

// yamlFields are the fields of front matter.
func yamlFields(front []byte) ([]Field, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(front, &doc); err != nil {
		return nil, fmt.Errorf("its front matter: %s", strings.Join(strings.Fields(err.Error()), " "))
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, nil
	}
	return nodeFields("", doc.Content[0], 0, 0, nil), nil
}

// nodeFields is flatten for YAML, which keeps the order and the words of values.
func nodeFields(name string, n *yaml.Node, item, depth int, out []Field) []Field {
	if depth > maxDepth {
		return out
	}
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			inner := n.Content[i].Value
			if name != "" {
				inner = name + "." + inner
			}
			out = nodeFields(inner, n.Content[i+1], item, depth+1, out)
		}
	case yaml.SequenceNode:
		for i, c := range n.Content {
			out = nodeFields(name, c, i, depth+1, out)
		}
	case yaml.ScalarNode:
		if n.Tag != "!!null" {
			out = append(out, Field{Name: name, Value: unbracketed(n.Value), Item: item})
		}
	}
	return out
}

var (
	wikilink  = pattern.Lazy(`\[\[([^\]|#]*)(?:#[^\]|]*)?(?:\|([^\]]*))?\]\]`)
	embedding = pattern.Lazy(`!\[\[[^\]]*\]\]|!\[[^\]]*\]\([^)]*\)`)
	datedFile = pattern.Lazy(`^(-?\d{4,}(?:-\d{2}){0,2})(?:[-_ ]+(.*))?$`)
	heading   = pattern.Lazy(`(?m)^# +(.+?)\s*#*$`)
)

// unbracketed writes wikilinks as their words.
func unbracketed(s string) string {
	if !strings.Contains(s, "[[") {
		return s
	}
	return wikilink().ReplaceAllStringFunc(s, func(m string) string {
		parts := wikilink().FindStringSubmatch(m)
		if parts[2] != "" {
			return parts[2]
		}
		return path.Base(parts[1])
	})
}

// complete adds the body, and what the file's name and the first heading tell, where the
// front matter does not.
func (r *Row) complete(file string, body []byte) {
	has := map[string]bool{}
	for _, f := range r.Fields {
		has[markdownFields[strings.ToLower(f.Name)]] = true
	}
	words := string(body)
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	if m := datedFile().FindStringSubmatch(name); m != nil {
		name = m[2]
		if !has["date"] {
			r.Fields = append(r.Fields, Field{Name: "file date", Value: m[1]})
		}
	}
	if m := heading().FindStringSubmatchIndex(words); m != nil && !has["title"] {
		r.Fields = append(r.Fields, Field{Name: "heading", Value: unbracketed(words[m[2]:m[3]])})
		words = words[:m[0]] + words[m[1]:]
		has["title"] = true
	}
	if !has["title"] && name != "" {
		r.Fields = append(r.Fields, Field{Name: "heading", Value: strings.NewReplacer("-", " ", "_", " ").Replace(name)})
	}
	words = unbracketed(embedding().ReplaceAllString(words, ""))
	if strings.TrimSpace(words) != "" {
		r.Fields = append(r.Fields, Field{Name: "body", Value: words})
	}
}
