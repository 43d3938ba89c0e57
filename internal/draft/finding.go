package draft

import (
	"cmp"
	"fmt"
	"slices"

	"timeline/internal/sorting"
)

// Finding is something that was found in a draft.
type Finding struct {
	Line    int    `json:"line"`   // from one
	Column  int    `json:"column"` // in characters, from one
	Rule    string `json:"rule"`   // short stable name of the check
	Fault   bool   `json:"fault"`  // it is wrong; others are for those who ask to see them
	Message string `json:"message"`
	Reading string `json:"reading,omitempty"` // what to write instead, where that is one text
	Event   string `json:"event,omitempty"`   // id of the event that a sentence tells of
	offset  int
}

// String is what an editor shows behind the file's name: "7:12: what is wrong [rule]". What
// is no fault is a note, as compilers call it.
func (f Finding) String() string {
	note := ""
	if !f.Fault {
		note = "note: "
	}
	return fmt.Sprintf("%d:%d: %s%s [%s]", f.Line, f.Column, note, f.Message, f.Rule)
}

// The rules.
const (
	RuleQuotation = "quotation" // words that differ from the source's
	RuleNotFound  = "not-found" // a quotation that does not stand in the source cited
	RuleLocator   = "locator"   // another place than the one that is cited
	RuleName      = "name"      // a name misspelt
	RuleSpelling  = "spelling"  // several spellings of one actor, or not the one preferred
	RuleDate      = "date"      // a date that no source gives
	RuleKey       = "key"       // a citation key that names no source
)

// sorted puts findings in the order of the text.
func sorted(findings []Finding) []Finding {
	sorting.Records(findings, func(a, b *Finding) int {
		return cmp.Or(cmp.Compare(a.offset, b.offset), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	return slices.CompactFunc(findings, func(a, b Finding) bool { return a.offset == b.offset && a.Rule == b.Rule && a.Message == b.Message })
}
