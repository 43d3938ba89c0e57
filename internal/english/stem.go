package english

import "strings"

// Stem takes the ending off an English word, so that the forms of one word meet:
// founded, founding and founds; death, died and dead. The word is in small letters
// without accents or apostrophes. What it returns is no word: it is there to be
// compared with others. It is cautious: words of different meaning rarely meet, and
// an ending that it does not know stays.
//
// The order of the endings follows the first steps of M. F. Porter, “An algorithm for
// suffix stripping”, Program 14 (1980).
func Stem(word string) string {
	if base, ok := irregular[word]; ok {
		word = base
	}
	if len(word) < 4 {
		return word
	}
	word = unverbed(singular(word))
	switch {
	case cutTail(&word, "ation", 4), cutTail(&word, "ment", 4):
	case strings.HasSuffix(word, "tion") || strings.HasSuffix(word, "sion"):
		cutTail(&word, "ion", 5)
	case cutTail(&word, "ate", 5), cutTail(&word, "at", 5):
	}
	cutTail(&word, "e", 2)
	if n := len(word); n > 4 && word[n-1] == 'l' && word[n-2] == 'l' {
		return word[:n-1] // controlled, control
	}
	if n := len(word); n > 2 && word[n-1] == 'y' && !vowel(word[n-2]) {
		return word[:n-1] + "i"
	}
	return word
}

// StemForms returns the beginnings that every word with this stem has one of.
func StemForms(stem string) []string {
	forms := []string{strings.TrimSuffix(stem, "i")}
	for form, base := range irregular {
		if !strings.HasPrefix(form, forms[0]) && Stem(base) == stem {
			forms = append(forms, form)
		}
	}
	return forms
}

// singular takes the ending of a plural, or of a verb's third person, off.
func singular(w string) string {
	switch {
	case afterConsonant(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"):
		return w
	}
	cutTail(&w, "s", 3)
	return w
}

// unverbed takes -ed and -ing off, with the letter that was doubled before them.
func unverbed(w string) string {
	switch {
	case afterConsonant(w, "ied"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "eed"):
		return w[:len(w)-1]
	}
	for _, tail := range []string{"ed", "ing"} {
		stem, ok := strings.CutSuffix(w, tail)
		if !ok || len(stem) < 3 || !strings.ContainsAny(stem, "aeiouy") {
			continue
		}
		if n := len(stem); stem[n-1] == stem[n-2] && strings.IndexByte("bdgmnprt", stem[n-1]) >= 0 {
			return stem[:n-1]
		}
		return stem
	}
	return w
}

// cutTail takes an ending off if at least so many letters are left.
func cutTail(w *string, tail string, left int) bool {
	stem, ok := strings.CutSuffix(*w, tail)
	if !ok || len(stem) < left {
		return false
	}
	*w = stem
	return true
}

// afterConsonant tells whether a word has the ending, and a consonant before it.
func afterConsonant(w, tail string) bool {
	n := len(w) - len(tail)
	return n > 1 && w[n:] == tail && !vowel(w[n-1])
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// irregular holds, for forms that no ending tells, the word that they are forms of.
var irregular = func() map[string]string {
	m := map[string]string{}
	for _, line := range []string{
		"begin began begun", "break broke broken", "bring brought", "buy bought", "choose chose chosen", "come came",
		"destroy destruction destructions", "die died dies dying dead death deaths", "dismiss dismissal dismissals",
		"drive drove driven", "fall fell fallen", "fight fought", "find found", "flee fled flight", "found foundation", "get got",
		"give gave given", "go went gone", "grow grew grown", "hold held", "intervene intervention interventions",
		"invade invasion invasions", "keep kept", "know knew known", "lead led", "leave left", "lose lost losing loss losses",
		"make made", "meet met", "overthrow overthrew overthrown", "overrun overran", "pay paid", "retake retook retaken", "rise rose risen", "say said", "see saw seen",
		"sell sold sale", "send sent", "speak spoke spoken speech", "strike struck", "swear swore sworn", "take took taken",
		"teach taught", "tell told", "thief thieves theft thefts", "think thought", "threaten threat threats", "win won", "withdraw withdrew withdrawn withdrawal withdrawals",
		"write wrote written writing", "withhold withheld", "kidnap kidnapper kidnappers",
	} {
		words := strings.Fields(line)
		for _, form := range words[1:] {
			m[form] = words[0]
		}
	}
	return m
}()
