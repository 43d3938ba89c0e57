package draft

import (
	"slices"
	"strings"
)

// typeWords are the words by which writers tell of each built-in type of event, as stems
// (see stem).
var typeWords = map[string]string{
	"agreement":    "agree accord deal pact settl peac",
	"alliance":     "alli join coalit partner",
	"allegiance":   "allegi pledg swear bayat",
	"appointment":  "appoint nam promot succ replac head becom reshuffl",
	"arrest":       "arrest detain captur intercept raid seiz",
	"attack":       "attack assault strik bomb raid massacr kill ambush",
	"battle":       "fight battl clash driv expel offens war repuls oust",
	"capture":      "captur tak fall seiz occup conquer overrun control retak hold liberat",
	"coup":         "coup overthrow toppl putsch oust",
	"death":        "kill die death dead",
	"decision":     "decid decis rul order authoris authoriz approv",
	"declaration":  "declar proclaim announc",
	"destruction":  "destroy destruct demolish raz wreck",
	"discovery":    "discover find recover unearth",
	"dismissal":    "dismiss fir suspend remov sack",
	"founding":     "found form creat establish set launch announc born",
	"intervention": "interven interv operat deploy",
	"interview":    "interview tel",
	"kidnapping":   "kidnap abduct hostag seiz captiv",
	"letter":       "letter writ wrot reprimand",
	"meeting":      "meet gather conven",
	"merger":       "merg unit fus unif",
	"message":      "messag audio video speech call warn claim urg",
	"mission":      "send mission dispatch mandat",
	"press-report": "report",
	"publication":  "publish appear post carri",
	"punishment":   "amput punish tribun court",
	"ransom":       "ransom demand pay",
	"release":      "releas fre liberat",
	"split":        "split break separat leav",
	"statement":    "say state announc confirm claim deni reject oppos",
	"talks":        "talk negoti",
	"uprising":     "upris rebel rebell ris insurg revolt",
	"visit":        "visit travel go trip",
	"withdrawal":   "withdraw flee leav retreat lose abandon",
}

// typesOf tells of which types the stems of a text speak.
func typesOf(stems map[string]bool) map[string]bool {
	types := map[string]bool{}
	for t, words := range typeWords {
		types[t] = slices.ContainsFunc(strings.Fields(words), func(w string) bool { return stems[w] })
	}
	return types
}

// irregular are the forms of verbs that no rule makes.
var irregular = map[string]string{
	"took": "tak", "taken": "tak", "fell": "fall", "fallen": "fall", "broke": "break", "broken": "break",
	"sent": "send", "met": "meet", "held": "hold", "wrote": "writ", "written": "writ", "fled": "flee",
	"fleeing": "flee", "flees": "flee", "left": "leav", "began": "begin", "begun": "begin", "drove": "driv",
	"driven": "driv", "became": "becom", "swore": "swear", "sworn": "swear", "freed": "fre", "frees": "fre",
	"free": "fre", "freeing": "fre", "lost": "lose", "loses": "lose", "losing": "lose", "rose": "ris",
	"risen": "ris", "fought": "fight", "overthrew": "overthrow", "overthrown": "overthrow",
	"dying": "die", "dies": "die", "died": "die", "struck": "strik", "said": "say",
	"told": "tel", "tells": "tel", "paid": "pay", "went": "go", "goes": "go", "occupied": "occup",
	"occupies": "occup", "allied": "alli", "allies": "alli", "unified": "unif", "denied": "deni", "denies": "deni",
	"withdrew": "withdraw", "withdrawn": "withdraw", "retook": "retak", "retaken": "retak", "named": "nam",
	"found": "found", "succeeded": "succ", "succeeds": "succ", "intervened": "interven", "seizure": "seiz",
	"bore": "bear", "killing": "kill", "killings": "kill", "shrine": "shrin", "shrines": "shrin",
	"discovered": "discover", "departed": "depart", "decision": "decis", "decisions": "decis",
}

// suffixes are what a word loses to its stem, the longest first.
var suffixes = []string{"ations", "ation", "ments", "ment", "ings", "ions", "ing", "ion", "ers", "ies", "ed", "es", "er", "al", "y", "s", "e"}

// stem is a word without its ending: founded, founding and founds are one. Short words
// stay as they are.
func stem(word string) string {
	if s, ok := irregular[word]; ok {
		return s
	}
	for _, suffix := range suffixes {
		if s, ok := strings.CutSuffix(word, suffix); ok && len(s) >= 3 {
			if n := len(s); suffix != "s" && n > 4 && s[n-1] == 'p' && s[n-2] == 'p' {
				s = s[:n-1] // kidnapped
			}
			return s
		}
	}
	return word
}

// stemsOf are the stems of the words of a text that are not common. Prose is taken as it
// is written: folding is for names, and would make one word of founding and funding.
func stemsOf(text string) map[string]bool {
	stems := map[string]bool{}
	for _, w := range wordsOf(text) {
		if key := strings.ToLower(w.key); !common[key] && len(key) > 2 {
			stems[stem(key)] = true
		}
	}
	return stems
}
