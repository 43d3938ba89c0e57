// Package articles reads the texts that a dataset's claims are taken from,
// shows which text is which, and proves that each quotation stands where its
// locator says.
//
// The articles are other people's works. None is part of this repository, and
// nothing here fetches one: a reader who has them puts plain-text files into a
// folder (see Find) or keeps copies (see Add).
//
// A text is either the very one that the dataset's layout was made from (its
// SHA-256 is the layout's), and then its blocks bear the layout's locators, or
// another copy of the same work, with other line breaks: then it is cleaned as
// well as can be without a layout, and its blocks are merely numbered.
//
//	file ── Identify ──► source id ── Read ──► Article ──► Passage, Spans, Markdown
//	                                              └──────► Verify, Record
//
// Quotations and texts are compared under events.NormalizeQuote and nothing
// looser. Only Identify, which has to know a text again whatever a conversion
// did to it, compares letters and digits alone.
//
// Nothing here reads the environment, the clock or the network. An Article is
// not changed after Read and is safe for concurrent use.
//
//	found, err := articles.Find(d, append(folders, articles.Existing(store)...)...)
//	...
//	a := found[claim.Source]
//	if block, ok := a.Passage(claim); ok {
//		for _, s := range a.Spans(block, claim.Quote) {
//			fmt.Println(a.Blocks[block].Text[s[0]:s[1]])
//		}
//	}
package articles
