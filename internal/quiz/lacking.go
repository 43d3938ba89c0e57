package quiz

import (
	"fmt"

	"timeline/internal/english"
	"timeline/internal/events"
)

// lacking is the error that nothing can be asked of the events: what the kind wants and
// does not find there, and what would mend it. n is how many cards are wanted.
func lacking(d *events.Dataset, k Kind, from []events.Index, n int) error {
	const more = "take a filter off"
	if len(from) == 0 && d.Len() > 0 {
		return fmt.Errorf("nothing for %q in no events: %s", k, more)
	}
	missing, mend := k.wants(d, n)
	if k.Cards() && n > fewestCards {
		mend = "lay fewer cards"
	}
	if len(from) < d.Len() {
		mend += ", or " + more
	}
	return fmt.Errorf("nothing for %q in %s: %s; %s", k, english.Count(len(from), "event", "events"), missing, mend)
}

// wants says what a kind does not find, and what it wants to be written.
func (k Kind) wants(d *events.Dataset, n int) (missing, mend string) {
	switch k {
	case Order:
		return fmt.Sprintf("no %d cards whose order the articles settle often enough", n), "add closer dates"
	case Career:
		return fmt.Sprintf("no actor has %d cards whose order is settled enough", n), "name the actors of more events"
	case Agree:
		return "no two articles have words for its date, and no dispute is noted", "add words to claims"
	case Basis:
		return "no claim has the article's words for its date", "add words to claims"
	case Who:
		return "no quotation has another spelling of an actor", "add quotations, and spellings to actors"
	}
	if most := len(sourceLabels(d)); most < 2 {
		return "there are not two articles to choose from", "add a source (timeline new source) and claims of it"
	} else if k == Source && most > maxSourceChoices {
		return fmt.Sprintf("it asks among %d articles at most, not %d", maxSourceChoices, most), "try another kind"
	}
	if k == Alone {
		return "none has a claim", "add claims with their source"
	}
	return "none has a quotation that does not name its article", "add a quote to claims"
}
