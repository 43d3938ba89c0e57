// Package pattern compiles regular expressions when they are first used: together
// they take some milliseconds, which most starts of the program have no use for.
package pattern

import (
	"regexp"
	"sync"
)

// Lazy returns a function whose first call compiles the expression. It panics then if
// the expression is none, as regexp.MustCompile does.
//
// It is not inlined: a hundred expressions would each have code of their own.
//
//go:noinline
func Lazy(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
