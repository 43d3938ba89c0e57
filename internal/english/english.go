// Package english puts numbers and stretches of time into words, the same ones
// for the screen and for the conversation, and lists and capitals into texts.
package english

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Count is "1 event" or "1,234 events".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Thousands(n) + " " + many
}

// Thousands is n, which must not be negative, with a comma every three digits.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// Distance puts a number of days into words, as exactly as people say it: "12
// days", "3 weeks", "about 5 months", "about 2 years".
func Distance(days int) string {
	switch {
	case days < 28:
		return Count(days, "day", "days")
	case days < 60:
		return Count(days/7, "week", "weeks")
	case days < 730:
		return "about " + Count((days+15)/30, "month", "months")
	}
	return "about " + Count(days/365, "year", "years")
}

// Minutes is "1 minute" or "2.5 minutes".
func Minutes(n float64) string {
	if n == 1 {
		return "1 minute"
	}
	return fmt.Sprintf("%g minutes", n)
}

// Capital gives a text a capital at its beginning.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// Joined joins the texts that are not empty.
func Joined(between string, texts ...string) string {
	kept := slices.DeleteFunc(slices.Clone(texts), func(t string) bool { return t == "" })
	return strings.Join(kept, between)
}

// JoinedOf joins a text for each item of a list.
func JoinedOf[T any](between string, list []T, text func(T) string) string {
	texts := make([]string, len(list))
	for i, item := range list {
		texts[i] = text(item)
	}
	return strings.Join(texts, between)
}

// Between is s with what stands around it; nothing for nothing.
func Between(before, s, behind string) string {
	if s == "" {
		return ""
	}
	return before + s + behind
}

// Year names an astronomical year: "2012", "44 BC".
func Year(year int) string {
	if year <= 0 {
		return fmt.Sprint(1-year) + " BC"
	}
	return fmt.Sprint(year)
}

var numbers = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// Number writes small numbers in letters; n must not be negative.
func Number(n int) string {
	if n < len(numbers) {
		return numbers[n]
	}
	return fmt.Sprint(n)
}

// List is "a", "a and b", "a, b and c".
func List(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " and " + parts[len(parts)-1]
}
