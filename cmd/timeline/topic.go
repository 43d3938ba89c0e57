package main

import (
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/events"
	"timeline/internal/query"
)

// The help on the query language. docs/query.md, the man page and
// "timeline help query" are all made of these sections.

// section is a heading, a text, and rows of something and what it means.
type section struct {
	title string
	text  string
	rows  [][2]string
	after string
}

// queryExamples are whole queries with what they ask. Tests run each of them.
var queryExamples = [][2]string{
	{`actor:droukdel from:2012-05 to:2012-07`, "what Droukdel had a part in, in the early summer of 2012"},
	{`type:capture,battle place:mali+`, "towns taken, and battles, anywhere in Mali"},
	{`"audio message" -type:press-report`, "the words audio message, but not in press reports"},
	{`certainly-before:2013 is:key`, "key events that were over before 2013, whatever their dates leave open"},
	{`on:04-02`, "what was going on on 2 April of any year"},
	{`is:disputed source:guidere source:lebovich`, "where the articles disagree, told by both"},
	{`precision:month,season date:2012`, "what is dated in 2012 to no more than a month or season"},
}

// querySections is the whole help on the query language.
func querySections() []section {
	keys := [][2]string{}
	for _, k := range query.Keys() {
		keys = append(keys, [2]string{k.Key + ":" + k.Values, k.Help + ", as in " + k.Example})
	}
	return []section{
		{title: "The query language", text: `A query is a list of terms with spaces between; an event must match them all. It is
the same in the browser's filter line and in every command.`,
			rows: [][2]string{
				{`word`, "a word that begins so, in titles, summaries, quotations, notes, tags, types, and all spellings of actors and places; capitals, accents and apostrophes do not count, and in names neither doubled letters nor ou for u"},
				{`"a phrase"`, "these words as they stand"},
				{`key:value`, "a property of the event: see the keys below"},
				{`key:a,b`, "a or b"},
				{`key:a key:b`, "a and b"},
				{`key:"two words"`, "a value with a space in it"},
				{`-term`, "the event must not match it: -word, -actor:x"},
			}},
		{title: "Keys", rows: keys},
		{title: "Names", text: `An actor, place or source is named by its id, by any of its spellings, or by a word
that only one of them has. An event is named by its id, or by the beginning of one
that no other has. What is not known is an error that names the nearest.`},
		{title: "Dates", text: `A date is as exact as it is written: 2012 is the whole year. These are understood,
and more like them:

  2012-04-02   2 April 2012   apr 2012   2012   spring 2012   2012-06-30/2012-07-01
  early 2012   about July 2012   2012-07~   from 2008 to 2013   2006 or 2007`},
		{title: "Certainly and possibly", text: `An event whose date is not exact may or may not answer a question about time. A time
key finds what possibly answers it, which includes what certainly does; with
certainly- before it, only that: certainly-before:2012-05. Lists say which is which.`},
		{title: "Words that keys take", rows: [][2]string{
			{"type:", strings.Join(events.TypeNames(events.BuiltInTypes()), ", ")},
			{"precision:", strings.Join(query.PrecisionNames(), ", ")},
			{"is:", strings.Join(values(query.KeyIs), ", ")},
			{"has:", strings.Join(values(query.KeyHas), ", ")},
			{"basis:", strings.Join(values(query.KeyBasis), ", ")},
		}},
		{title: "Examples", rows: queryExamples, after: `In a shell, put quotation marks around a term with a space or a sign of the shell's
own: timeline list 'actor:"abou zeid"' or timeline list actor:"abou zeid".`},
	}
}

// values are the words of a closed vocabulary, in the order of the alphabet.
func values(key string) []string {
	words, _ := valuesOf(key)(events.New(events.Meta{}, nil, nil, nil, nil), "")
	return words
}

// queryTopic is what "timeline help query" prints. It does nothing else.
func (p *program) queryTopic() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "query",
		Short: "The query language (timeline help query)",
		Args:  noArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { p.page().sections(querySections()); return nil },
	}
	cmd.SetHelpFunc(func(*cobra.Command, []string) { p.page().sections(querySections()) })
	return cmd
}

// sections prints help as text.
func (pg page) sections(list []section) {
	for n, s := range list {
		if n > 0 {
			pg.line()
		}
		pg.line(pg.dye(heading, s.title))
		if s.text != "" {
			pg.line()
			pg.line(s.text)
		}
		if len(s.rows) > 0 {
			pg.line()
		}
		for _, r := range s.rows {
			pg.text(plain, indent, r[0])
			pg.text(muted, indent+indent+indent, r[1])
		}
		if s.after != "" {
			pg.line()
			pg.line(s.after)
		}
	}
}
