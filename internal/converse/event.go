package converse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"timeline/internal/document"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
)

// tell speaks the current event: its place, what happened when, how exact that
// is, what kind of event it was, and who tells of it.
func (t *talk) tell() {
	i, ok := t.Current()
	if !ok {
		t.sayNone()
		return
	}
	t.told = i
	e := t.Data.Event(i)
	t.say("Event %s of %s.", english.Thousands(t.Pos+1), english.Thousands(len(t.Shown)))
	t.say("%s", happened(e))
	t.say("%s", exactness(e.Date))
	t.say("%s", kindWords(e))
	t.say("%s", t.toldBy(e))
	if t.Marked(e.ID) {
		t.say("It is bookmarked.")
	}
}

// sayNone says that no event is shown, and why.
func (t *talk) sayNone() {
	if n := t.Data.Len(); n > 0 {
		t.say("No event passes the filters, which hide all %s.", english.Thousands(n))
		t.say("The command clear takes the last filter off, clear all takes all off.")
		return
	}
	t.say("This dataset has no events.")
}

// happened is "On 2 April 2012, commanders meet in Timbuktu."
func happened(e *events.Event) string {
	when := lead(e.Date)
	if when == "" {
		return sentence(e.Title)
	}
	return sentence(when + ", " + inSentence(e))
}

// inSentence is an event's title as it stands inside a sentence: its first word
// loses the capital if it is a common word. That is known of articles and numbers,
// and of a word that the event's own text writes small.
func inSentence(e *events.Event) string {
	title := strings.TrimSpace(e.Title)
	first, _, _ := strings.Cut(title, " ")
	r, n := utf8.DecodeRuneInString(first)
	if !unicode.IsUpper(r) || n == len(first) && first != "A" {
		return title
	}
	small := string(unicode.ToLower(r)) + first[n:]
	if small[n:] != strings.ToLower(small[n:]) { // AQIM, McGregor
		return title
	}
	common := strings.Contains(smallWords, " "+small+" ") || holdsWord(e.Summary, small) || holdsWord(e.Note, small)
	for _, c := range e.Claims {
		common = common || holdsWord(c.Says, small) || holdsWord(c.Quote, small)
	}
	if common {
		return small + title[len(first):]
	}
	return title
}

// smallWords never need their capital.
const smallWords = " a an the two three four five six seven eight nine ten several some many more another other first second third last no new "

// holdsWord tells whether word stands in text between characters that are no
// letters.
func holdsWord(text, word string) bool {
	for at := 0; ; {
		k := strings.Index(text[at:], word)
		if k < 0 {
			return false
		}
		from, to := at+k, at+k+len(word)
		before, _ := utf8.DecodeLastRuneInString(text[:from])
		after, _ := utf8.DecodeRuneInString(text[to:])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		at = to
	}
}

// kindWords is "A meeting, major."
func kindWords(e *events.Event) string {
	kind := document.Kind(e.Type)
	switch {
	case kind == "other":
		kind = "an event of another kind"
	case kind == "talks":
	case strings.ContainsRune("aeiou", rune(kind[0])):
		kind = "an " + kind
	default:
		kind = "a " + kind
	}
	if level := e.Level.Words(); level != "" {
		kind += ", a " + level
	}
	return sentence(kind)
}

// toldBy is "Told by 2 sources, Guidère and Lebovich, who disagree on the date."
func (t *talk) toldBy(e *events.Event) string {
	sources := e.Sources()
	names := make([]string, len(sources))
	for k, id := range sources {
		names[k] = t.Data.SourceLabel(id)
	}
	about := disputed(e)
	switch len(sources) {
	case 0:
		return english.Between("There is a disagreement", about, ".")
	case 1:
		return sentence("Told by " + names[0] + english.Between(", with a disagreement", about, ""))
	}
	return sentence("Told by " + english.Count(len(sources), "source", "sources") + ", " + english.List(names) + english.Between(", who disagree", about, ""))
}

// disputed is what the disagreements about an event are about: " on the date and a
// number". It is empty if there are none.
func disputed(e *events.Event) string {
	var about []string
	for _, d := range e.Disputes {
		if w := d.About.Words(); !slices.Contains(about, w) {
			about = append(about, w)
		}
	}
	return english.Between(" on ", english.List(about), "")
}

// brief is an event as an entry of a list: "2 April 2012: Commanders meet in
// Timbuktu".
func (t *talk) brief(i events.Index) string {
	s := t.Data.Titles.At(int(i))
	if when := t.Data.Date(i).English(edtf.Long); when != "" {
		s = undashed(when) + ": " + s
	}
	if t.Data.Flags[i]&events.Disputed != 0 {
		s += ", with a disagreement"
	}
	if t.Marked(t.Data.IDs.At(int(i))) {
		s += ", bookmarked"
	}
	return s
}

// located is a locator in words: "The Meeting in Timbuktu, paragraph 1", "note 4".
func located(where string) string {
	if n, ok := strings.CutPrefix(where, "n. "); ok {
		return "note " + n
	}
	where = strings.ReplaceAll(where, " ¶", ", paragraph ")
	return strings.ReplaceAll(where, "¶", "paragraph ")
}
