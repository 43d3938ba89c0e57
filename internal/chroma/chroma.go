// Package chroma stands in for github.com/alecthomas/chroma/v2, the syntax
// highlighter that Glamour links, by a replace directive in the go.mod of
// timeline. Chroma compiles its lexers and styles before main: 11 of the 16 ms of
// every start, and 3 MB of the binary, for code blocks that a timeline does not
// have. Here are the names that Glamour mentions, and no behaviour: a block of code
// comes out as it went in.
//
// Glamour's pull request 623 would make the highlighter a matter of choice. When it
// lands, this module and the directive go.
package chroma

// TokenType is a kind of token that a style would colour.
type TokenType int

// The kinds that Glamour's styles name.
const (
	Background TokenType = iota
	Text
	Error
	Comment
	CommentPreproc
	Keyword
	KeywordReserved
	KeywordNamespace
	KeywordType
	Operator
	Punctuation
	Name
	NameBuiltin
	NameTag
	NameAttribute
	NameClass
	NameConstant
	NameDecorator
	NameException
	NameFunction
	NameOther
	Literal
	LiteralNumber
	LiteralDate
	LiteralString
	LiteralStringEscape
	GenericDeleted
	GenericEmph
	GenericInserted
	GenericStrong
	GenericSubheading
)

// StyleEntries are the looks of each kind of token.
type StyleEntries map[TokenType]string

// Style is a named set of looks, of which only the name is kept.
type Style struct{ Name string }

// MustNewStyle is a style of that name.
func MustNewStyle(name string, _ StyleEntries) *Style { return &Style{Name: name} }
