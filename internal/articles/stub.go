package articles

import (
	"errors"
	"io"
	"strings"

	"timeline/internal/events"
)

func splitLines(text []byte) []string { return strings.Split(string(text), "\n") }

func byLayout(lines []string, l *events.Layout) []Block {
	var bs []Block
	for i := range l.Blocks {
		lb := &l.Blocks[i]
		if lb.Kind == "furniture" {
			continue
		}
		b := Block{At: lb.At, Kind: lb.Kind, Section: lb.Section, Where: lb.Where()}
		for _, r := range lb.Lines {
			for n := r.From; n <= r.To && n <= len(lines); n++ {
				b.Text = strings.TrimSpace(b.Text + " " + strings.TrimSpace(lines[n-1]))
			}
		}
		bs = append(bs, b)
	}
	return bs
}

func byBlankLines(lines []string) []Block { return nil }

// Markdown is one block as Markdown, everything literal escaped.
func (a *Article) Markdown(block int) string { return a.Blocks[block].Text }

// UnknownError is returned by Identify for a text that is none of the sources.
type UnknownError struct {
	Reason  string // whole sentence without a full stop
	Nearest string // source id; empty if none comes near
	Found   int    // quotations of the nearest that the text holds
	Of      int    // quotations that the dataset has of it
}

func (e *UnknownError) Error() string { return e.Reason }

// Identify tells by content which source a text is.
func Identify(text []byte, d *events.Dataset) (id string, err error) {
	sum := hashOf(text)
	for id, l := range d.Layouts {
		if l != nil && l.SHA256 == sum {
			return id, nil
		}
	}
	return "", &UnknownError{Reason: "none of the articles"}
}

// Summary is what Verify looked at.
type Summary struct {
	Articles []Checked // by source id
	Missing  []string  // sources that are quoted and whose text is not at hand
}

// Checked is what was checked of one article.
type Checked struct {
	Source     string
	Exact      bool
	SHA256     string
	Quotations int // quotations that the dataset has of it
	Verified   int // of them, those that stand where their locator says (in another copy: that stand in it)
	Quoted     int // words quoted, each passage once an event
	Words      int // words of the article
}

// Share is the part of the article that is quoted, from zero to one.
func (c Checked) Share() float64 {
	if c.Words == 0 {
		return 0
	}
	return float64(c.Quoted) / float64(c.Words)
}

// RuleOtherCopy is the rule of the problem that an article's text is not the
// one that the locators refer to: a caller may take it for a warning.
const RuleOtherCopy = "other-copy"

// Verify checks every quotation against the articles at hand.
func Verify(d *events.Dataset, arts map[string]*Article) (Summary, []events.Problem) {
	return Summary{}, nil
}

// Record is the record of what Verify finds in order.
func Record(d *events.Dataset, arts map[string]*Article) events.Record { return events.Record{} }

// WriteRecord writes the record as data/verified.yaml.
func WriteRecord(w io.Writer, r events.Record) error { return nil }

// Dir is the folder where a reader's copies are kept.
func Dir(env func(string) string) (string, error) { return "", errors.New("not yet") }

// Add keeps a copy of a file.
func Add(dir string, d *events.Dataset, path string) (id string, err error) {
	return "", errors.New("not yet")
}

// Existing are those of the folders that exist.
func Existing(dirs ...string) []string { return nil }

// File is a file that was looked at.
type File struct {
	Path    string
	Article *Article // nil if Err says why not
	Err     error
}

// Look reads and identifies the texts in the folders.
func Look(d *events.Dataset, dirs ...string) ([]File, error) { return nil, nil }

// Find reads the articles in the folders, by source id.
func Find(d *events.Dataset, dirs ...string) (map[string]*Article, error) { return nil, nil }
