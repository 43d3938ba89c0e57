// Package draft proof-reads what somebody writes about the events of a dataset:
// quotations word by word, the places that are cited for them, the spelling of names,
// the dates of events, and citation keys.
//
//	text ──► Read ──► Draft (paragraphs, citations) ──► Checker.Check ──► Finding
//
// Read takes Markdown (CommonMark with tables, and of Pandoc's footnotes, citations and
// front matter), LaTeX (with csquotes and biblatex), Org mode and plain text. What is no prose is
// left out: code, addresses, commands, comments, mathematics. Every byte of a paragraph
// still knows where in the text it comes from.
//
// The checks are silent when unsure: a false alarm costs more than a miss. A Finding
// that is no Fault tells what was found right, or only possible, and is for those who
// ask to see it.
//
// Nothing here reads files, the environment or the clock.
package draft
