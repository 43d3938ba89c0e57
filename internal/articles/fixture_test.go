package articles_test

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"testing/fstest"

	"timeline/internal/articles"
	"timeline/internal/events"
)

// The texts are invented; they have every oddity of the real ones.
const harbour = "The Harbour Letters :\n\nA Study\n\n By Ada Moreau \n\n \n\n" +
	"The harbour of Port-Clair closed on 3 May 1904, when the first ships of the Al-\n\n" +
	"Bahr company (founded \n\nin 1899\n1\n), which owned it, left \n\nfor good.\n2\n \n\n" +
	"                    \n1\n See http://example.org/al-\n\nbahr.html. \n2\n\n It was “never” proven. \nhttp://example.org/al-bahr.html\n" +
	" The Dispute \n\n Nobody’s\u00a0ﬁrst letter, “dated 7 June 1904”, has survived.  The second letter has survived, \n\n" +
	"and the second letter was never \n\nanswered. \n"

const harbourLayout = `sha256: SHA
words: 90
blocks:
  - {id: h1, kind: title, lines: "1-3", none: title}
  - {id: h2, kind: byline, lines: "5", none: byline}
  - {id: p1, kind: paragraph, lines: "9-19", events: [1904-05-03-harbour-closes]}
  - {id: n1, kind: note, lines: "22-25", none: address}
  - {id: n2, kind: note, lines: "26-28", none: doubt}
  - {id: h3, kind: heading, lines: "30", heading: The Dispute, none: heading}
  - {id: p2, kind: paragraph, lines: "32-36", events: [1904-06-07-letter]}
  - {id: f1, kind: furniture, lines: "21, 29", none: furniture}
`

const ledger = "# The Ledger\n\nby [Bo Lind \\(/people/bo-lind\\)](/people/bo-lind)\n\n## **WHAT IT SAYS**\n\n" +
	"**T**he ledger, begun in 1904, lists *every* ship of the harbour and its master.[1]\n\nIt ends in 1911 -- or so they say.\n\n" +
	"*Bo Lind is a clerk.* ❖\n\n[1] Some 40 ships.\n"

const ledgerLayout = `sha256: SHA
words: 40
blocks:
  - {id: h1, kind: title, lines: "1", none: title}
  - {id: h2, kind: byline, lines: "3", none: byline}
  - {id: h3, kind: heading, lines: "5", heading: WHAT IT SAYS, none: heading}
  - {id: p1, kind: paragraph, lines: "7", events: [1904-05-03-harbour-closes]}
  - {id: p2, kind: paragraph, lines: "9", none: undated}
  - {id: b1, kind: biography, lines: "11", none: biography}
  - {id: n1, kind: note, lines: "13", none: count}
`

const harbourEvent = `---
title: Harbour closes
date: 1904-05-03
date-reason: Moreau gives the day.
type: other
level: standard
claims:
  - {source: harbour-1910, at: p1, date: 1904-05-03, words: on 3 May 1904, basis: stated, says: Moreau gives the day., quote: "closed on 3 May 1904, when the first ships of the Al-Bahr company […] left for good"}
  - {source: ledger-1912, at: p1, date: 1904, words: begun in 1904, basis: stated, says: Lind gives the year., quote: "begun in 1904, lists every ship of the harbour"}
---
The harbour closes.
`

const letterEvent = `---
title: First letter is written
date: 1904-06-07
type: letter
level: standard
claims:
  - {source: harbour-1910, at: p2, date: 1904-06-07, words: '"dated 7 June 1904"', basis: stated, says: Moreau quotes the letter., quote: "Nobody's first letter, \"dated 7 June 1904\", has survived."}
---
A letter is written.
`

func hashOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// invented is a dataset of two sources; change alters its files first.
func invented(t testing.TB, change func(fstest.MapFS)) *events.Dataset {
	t.Helper()
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	fsys := fstest.MapFS{
		"dataset.yaml":                        file("id: harbour\ntitle: Harbour\nperiod: 1900/1912\n"),
		"sources/harbour-1910.yaml":           file("title: \"The Harbour Letters: A Study\"\nkind: report\nrights: all reserved\nauthors: [{given: Ada, family: Moreau}]\n"),
		"sources/ledger-1912.yaml":            file("title: The Ledger\nkind: report\nrights: all reserved\nauthors: [{given: Bo, family: Lind}]\n"),
		"coverage/harbour-1910.yaml":          file(strings.Replace(harbourLayout, "SHA", hashOf(harbour), 1)),
		"coverage/ledger-1912.yaml":           file(strings.Replace(ledgerLayout, "SHA", hashOf(ledger), 1)),
		"events/1904-05-03-harbour-closes.md": file(harbourEvent),
		"events/1904-06-07-letter.md":         file(letterEvent),
	}
	if change != nil {
		change(fsys)
	}
	d, err := events.Load(fsys, nil)
	if err != nil {
		t.Fatalf("the invented dataset: %v", err)
	}
	return d
}

// read reads both invented articles.
func read(d *events.Dataset) map[string]*articles.Article {
	return map[string]*articles.Article{
		"harbour-1910": articles.Read([]byte(harbour), d.Source("harbour-1910"), d.Layout("harbour-1910")),
		"ledger-1912":  articles.Read([]byte(ledger), d.Source("ledger-1912"), d.Layout("ledger-1912")),
	}
}
