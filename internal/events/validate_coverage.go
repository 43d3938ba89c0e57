package events

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"timeline/internal/record"
)

// blockKinds are the kinds of block that a coverage file may name.
var blockKinds = []string{
	"paragraph", "quote", "item", "standfirst", "note", "heading", "title", "byline", "date",
	"caption", "biography", "furniture",
}

// checkCoverage proves that every block of every source is accounted for, and
// that claims and coverage agree: a claim's locator points at a block that
// lists its event, and every event that a block lists has a claim there.
func (l *loader) checkCoverage(n names) {
	if len(l.layouts) == 0 {
		return // a dataset may do without
	}
	claimed := map[string]bool{}
	for i := range l.events {
		for _, c := range l.events[i].rec.Claims {
			claimed[c.Source+" "+c.At.String()+" "+l.events[i].rec.ID] = true
		}
	}
	layouts := map[string]*located[Layout]{}
	for i := range l.layouts {
		ll := &l.layouts[i]
		layouts[ll.rec.Source] = ll
		l.known(ll.file, 0, "source", ll.rec.Source, n.sources)
		for j := range ll.rec.Blocks {
			l.checkBlock(ll, j, n, claimed)
		}
	}
	for i := range l.events {
		le := &l.events[i]
		for j, c := range le.rec.Claims {
			line := le.line(fmt.Sprintf("claims/%d/at", j))
			ll := layouts[c.Source]
			if ll == nil {
				continue
			}
			b := ll.rec.Block(c.At)
			switch {
			case b == nil:
				l.problem(le.file, line, "locator", "see "+ll.file+" for the blocks there are", "%s has no block %s", c.Source, c.At)
			case !slices.Contains(b.Events, le.rec.ID):
				l.problem(le.file, line, "coverage", fmt.Sprintf("add the event to block %s of %s", c.At, ll.file), "the coverage of %s %s does not list this event", c.Source, c.At)
			}
		}
	}
}

func (l *loader) checkBlock(ll *located[Layout], j int, n names, claimed map[string]bool) {
	b := &ll.rec.Blocks[j]
	line := ll.line(fmt.Sprintf("blocks/%d", j))
	if !slices.Contains(blockKinds, b.Kind) {
		l.problem(ll.file, line, "vocabulary", record.Suggest(b.Kind, blockKinds), "unknown kind of block %q", b.Kind)
	}
	if slices.ContainsFunc(ll.rec.Blocks[:j], func(o Block) bool { return o.At == b.At }) {
		l.problem(ll.file, line, "duplicate", "number the blocks", "block %s stands twice", b.At)
	}
	if len(b.Events) == 0 && b.None == "" {
		l.problem(ll.file, line, "unaccounted", "list its events, or say under none: why it yields no event", "block %s is not accounted for", b.At)
	}
	if len(b.Events) > 0 && b.None != "" {
		l.problem(ll.file, line, "coverage", "keep either events or none", "block %s has events and says that it has none", b.At)
	}
	for _, id := range b.Events {
		l.known(ll.file, line, "event", id, n.events)
		if n.events.has[id] && !l.unread["events/"+id+".md"] && !claimed[ll.rec.Source+" "+b.At.String()+" "+id] {
			l.problem(ll.file, line, "coverage", "add a claim with this locator to the event, or take it off the list", "block %s lists %s, which has no claim there", b.At, id)
		}
	}
}

// checkShares keeps quotations short beside the works they are taken from.
func (l *loader) checkShares() {
	quoted := map[string]int{}
	for i := range l.events {
		seen := map[string]bool{}
		for _, c := range l.events[i].rec.Claims {
			if !seen[c.Source+c.Quote] {
				quoted[c.Source] += QuoteWords(c.Quote)
			}
			seen[c.Source+c.Quote] = true
		}
	}
	for i := range l.layouts {
		ll := &l.layouts[i]
		limit := ll.rec.Words / 3
		if ll.rec.Words > longArticle {
			limit = ll.rec.Words / 4
		}
		if q := quoted[ll.rec.Source]; ll.rec.Words > 0 && q > limit {
			l.problem(ll.file, ll.line("words"), "quote-share", "shorten quotations of this source", "%d of %d words are quoted, more than %d", q, ll.rec.Words, limit)
		}
	}
}

// checkRecord compares each quotation with the record of the last verification,
// so that a clone without the articles still notices a changed quotation.
func (l *loader) checkRecord() {
	if l.record.rec.Quotes == nil {
		return // a dataset may do without
	}
	const remedy = "check it against the article: timeline verify --articles DIR --record"
	seen := map[string]bool{}
	for i := range l.events {
		le := &l.events[i]
		for j, c := range le.rec.Claims {
			if c.Quote == "" {
				continue
			}
			key := QuoteKey(le.rec.ID, j)
			seen[key] = true
			line := le.line(fmt.Sprintf("claims/%d/quote", j))
			switch want, ok := l.record.rec.Quotes[key]; {
			case !ok:
				l.problem(le.file, line, "unverified", remedy, "this quotation has not been verified")
			case want != QuoteHash(c):
				l.problem(le.file, line, "changed-since-verified", remedy, "this quotation, its source or its locator changed since it was verified")
			}
		}
	}
	for key := range l.record.rec.Quotes {
		if !seen[key] {
			l.problem(l.record.file, 0, "stale-record", remedy, "the record names %q, which has no quotation now", key)
		}
	}
}

// QuoteState is what the record of verification says of a quotation. It is about
// the day of that check: it claims nothing of an article's text now.
type QuoteState uint8

// The states of a quotation.
const (
	QuoteUnknown  QuoteState = iota // there is no quotation, or no record
	QuoteVerified                   // it was found word for word at its locator, and has not changed since
	QuoteChanged                    // it changed since, or was never verified
)

// QuoteState tells how the n-th claim (from zero) of an event stands.
func (d *Dataset) QuoteState(e *Event, n int) QuoteState {
	if len(d.Record().Quotes) == 0 || n >= len(e.Claims) || e.Claims[n].Quote == "" {
		return QuoteUnknown
	}
	if d.Record().Quotes[QuoteKey(e.ID, n)] == QuoteHash(e.Claims[n]) {
		return QuoteVerified
	}
	return QuoteChanged
}

// QuoteKey names the n-th claim (from zero) of an event in a Record.
func QuoteKey(event string, n int) string { return event + "/" + strconv.Itoa(n+1) }

// QuoteHash is the SHA-256, in hex, of a claim's source, locator and normalised
// quotation.
func QuoteHash(c Claim) string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(c.Source+"\n"+c.At.String()+"\n"+NormalizeQuote(c.Quote))))
}

// NormalizeQuote applies the one narrow normalisation under which a quotation
// and the article's text are compared: NFC; runs of white space become one
// space; a hyphen at a line's end closes up with what follows it; ligatures are
// spelt out; quotation marks and apostrophes of any shape become " and '.
// Letters, digits, case and other punctuation must be equal.
func NormalizeQuote(s string) string {
	s = norm.NFC.String(s)
	s = quoteMarks.Replace(s)
	s = strings.Join(strings.Fields(s), " ")
	return joinHyphens(s)
}

var quoteMarks = strings.NewReplacer(
	"’", "'", "‘", "'", "ʼ", "'", "`", "'", "´", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "\u00a0", " ", "\u00ad", "",
)

// joinHyphens closes "Al- Mulathamin", which is how a word hyphenated at the end
// of a line reads once lines are joined. A hyphen with a space before it is a
// dash and stays.
func joinHyphens(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		b.WriteByte(s[i])
		if s[i] == '-' && i > 0 && s[i-1] != ' ' && s[i-1] != '-' && i+2 < len(s) && s[i+1] == ' ' && s[i+2] != ' ' {
			i++
		}
	}
	return b.String()
}
