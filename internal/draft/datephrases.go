package draft

import (
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/pattern"
)

// dated is a date in a text.
type dated struct {
	Span
	date edtf.Date
}

// dateWord is a word of which dates are made, with the sign before it that joins.
var dateWord = pattern.Lazy(`(?i)\b(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|autumn|fall|winter|early|mid|late|beginning|start|middle|end|first|second|half|quarter|of|the|and|or|to|from|between|about|around|circa|before|after|since|until|by|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b\.?|\d{1,2}(?:st|nd|rd|th)?\b|(?:1[5-9]|20)\d\d(?:-\d\d){0,2}(?:s\b|\b))`)

var yearWord = pattern.Lazy(`\b(?:1[5-9]|20)\d\d\b`)

// maxDateWords is how many words a date has at most: between late March and early April
// 2012 has seven.
const maxDateWords = 14

// datesIn finds the dates in a text that name their year, as people write them: of the
// words of dates that stand together, as many as make one date, from the left.
func datesIn(text string) (found []dated) {
	words := dateWord().FindAllStringIndex(text, -1)
	for i := 0; i < len(words); {
		end := i + 1
		for end < len(words) && strings.Trim(text[words[end-1][1]:words[end][0]], " ,–—-") == "" {
			end++
		}
		found = append(found, datesOf(text, words[i:end])...)
		i = end
	}
	return found
}

// datesOf finds the dates in a run of words.
func datesOf(text string, run [][]int) (found []dated) {
	for i := 0; i < len(run); {
		n, date := longestDate(text, run[i:min(len(run), i+maxDateWords)])
		if n > 0 {
			found = append(found, dated{Span{run[i][0], run[i+n-1][1]}, date})
		}
		i += max(n, 1)
	}
	return found
}

// longestDate reads as many words as make a date; n is 0 if the first begins none.
func longestDate(text string, run [][]int) (n int, d edtf.Date) {
	for n = len(run); n > 0; n-- {
		s := text[run[0][0]:run[n-1][1]]
		if !yearWord().MatchString(s) {
			break
		}
		d, err := edtf.ParseLoose(strings.ReplaceAll(s, "—", "–"))
		if err == nil {
			return n, d
		}
	}
	return 0, edtf.Date{}
}
