package query

import (
	"slices"
	"strings"
	"sync"

	"timeline/internal/english"
	"timeline/internal/events"
)

// How much a word that hints at a type says of it: a word for such happenings, or
// one that is as often used of others.
const (
	plainHint = 0.85
	faintHint = 0.45
)

// hintWords are words that writers use for types of events, beside the types' own
// names, in English and, since much that is written of the Sahel is, in French; after
// the sign ~ those that hint at the type faintly. What a dataset's vocabulary lacks
// hints at nothing.
var hintWords = map[string]string{
	"agreement":    "deal pact accord truce ceasefire understanding ~settle ~peace ~reconcile ~divide ~share",
	"alliance":     "ally allied join cooperate cooperation coalition ~support ~side ~unite ~back",
	"allegiance":   "pledge oath swear bay loyalty bayah baya affiliate ~join ~adhere allégeance serment",
	"appointment":  "name nominate succeed successor promote replace elect emir head ~become ~lead ~leader ~reshuffle appoint designate elevate promotion nomination",
	"arrest":       "capture detain detention seize raid caught custody ~jail ~prison intercept apprehend nab catch ~imprison arrestation arrêté",
	"attack":       "assault bomb bombing raid strike ambush massacre suicide siege terrorist shoot slaughter ~kill ~assassinate ~hostage ~crisis blast explosion explode detonate gunmen storm attentat attaque assaut ~blow",
	"battle":       "fight fighting clash combat offensive war defeat rout drive expel repulse hostilities ~attack ~advance bataille affrontement",
	"capture":      "take fall seize conquer conquest occupy occupation overrun control hold ~retake ~liberate ~recapture captured secure prise chute",
	"coup":         "overthrow putsch topple oust mutiny junta ~fall ~depose coup depose ~takeover",
	"death":        "die kill murder assassinate slay shot demise perish ~drone ~accident ~crash fatal lethal execute mort mourir tué ~toll ~dead",
	"decision":     "decide resolve approve authorise authorize allow order rule ruling fatwa ~permit ~allocate",
	"declaration":  "declare proclaim proclamation announce independence ~state ~founded ~create ~establish ~emerge ~split ~call",
	"destruction":  "destroy demolish raze wreck ~damage ~attack smash vandalise vandalize ruin détruit",
	"discovery":    "find discover uncover unearth ~recover",
	"dismissal":    "dismiss sack fire remove depose oust demote suspend strip expel ~replace dismissal relieve limogé",
	"founding":     "founded create form establish establishment birth launch formation emerge origin ~start ~set ~rename ~transform ~become ~announce ~proclaim ~begin inception genesis creation création créé fondation fondé",
	"intervention": "intervene invade serval ~troops ~begin ~launch ~operation opération deploy deployment ~army",
	"interview":    "tell say ask ~explain",
	"kidnapping":   "kidnap abduct abduction hostage captive seize ~take ~capture ~ransom ~hold snatch captivity captor enlèvement enlevé otage rapt",
	"letter":       "write correspondence missive memo rebuke reprimand ~complain ~criticise ~criticize scold berate admonish castigate chide reproach email ~criticism ~admonition lettre",
	"meeting":      "meet gather summit council conference assembly ~talk réunion convene",
	"merger":       "merge unite fuse union fusion amalgamate ~join ~form ~founded ~create",
	"message":      "video audio tape recording communique claim broadcast ~warn ~call ~statement ~responsibility ~announce",
	"mission":      "send dispatch envoy delegation emissary ~enter ~cross",
	"policy":       "strategy tax plan ~buy",
	"press-report": "report newspaper press rumour rumor ~news ~article",
	"publication":  "publish article paper post blog essay report ~appear ~write",
	"punishment":   "punish amputate amputation stoning flog flogging lash whip execute execution sharia behead whipping ~theft ~thief ~penalty",
	"ransom":       "pay payment money ~hostage ~demand rançon",
	"release":      "free liberate freedom ~hostage ~ransom release libération libéré",
	"split":        "break breakaway schism secede secession leave quit rift rupture separate splinter resign ~defect ~dissent scission divorce part",
	"statement":    "say state deny confirm justify admit reject refuse warn announce oppose object assert claim ~criticise",
	"talks":        "negotiate negotiation dialogue peace contact ~meet négociation pourparlers mediation mediate",
	"uprising":     "rebel rebellion revolt insurgency insurrection rise revolution ~fight rébellion soulèvement",
	"visit":        "travel trip go journey tour ~meet ~arrive",
	"withdrawal":   "withdraw retreat flee leave evacuate escape abandon flight ~lose",
}

// hinted are the types that a stem hints at, with how much.
type hinted struct {
	name string
	much float64
}

// hintsOf maps stems to types.
var hintsOf = sync.OnceValue(func() map[string][]hinted {
	m := map[string][]hinted{}
	for name, words := range hintWords {
		for _, word := range strings.Fields(words) {
			much := plainHint
			if faint, ok := strings.CutPrefix(word, "~"); ok {
				word, much = faint, faintHint
			}
			stem := english.Stem(events.FoldProse(word))
			m[stem] = append(m[stem], hinted{name, much})
		}
	}
	return m
})

// hints tells how much a stem hints at each type of a dataset; nil if at none. The
// words of a type's own name do so fully.
func (ix *index) hints(stem string) []float64 {
	var much []float64
	hint := func(n int, m float64) {
		if much == nil {
			much = make([]float64, len(ix.types))
		}
		much[n] = max(much[n], m)
	}
	words := hintsOf()[stem]
	for n := range ix.types {
		t := &ix.types[n]
		if slices.Contains(t.stems, stem) {
			hint(n, 1)
		}
		for _, h := range words {
			if h.name == t.name {
				hint(n, h.much)
			}
		}
	}
	return much
}

// kin returns the stems of the plain words for the types that a stem plainly hints at.
func kin(stem string) map[string]bool {
	var words map[string]bool
	for other, hints := range hintsOf() {
		for _, h := range hints {
			if other == stem || h.much < plainHint || !slices.Contains(hintsOf()[stem], h) {
				continue
			}
			if words == nil {
				words = map[string]bool{}
			}
			words[other] = true
		}
	}
	return words
}

// smallWords carry no matter of their own in a phrase that looks for an event.
var smallWords = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(`a about after all also an and any are as at be been before being but by can could
	did do does during each event for from had has have he her him his how i if in into is it its itself me my
	no not of off on or our out over she so some than that the their them then there these they this those to
	under until up upon us was we were what when where which while who whom whose why will with within would you
	de des du la le les et en au aux par sur dans happen happened happens date day year month time near between against via exactly`) {
		set[w] = true
	}
	return set
}()

func isSmall(word string) bool { return smallWords[word] }
