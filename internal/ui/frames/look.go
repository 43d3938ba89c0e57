package frames

import (
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// look is how a cell looks, and how to come from it to others: what escape
// sequences do is worked out once.
type look struct {
	key
	bare  bool             // a blank in it shows nothing
	after map[string]*look // the look that an escape sequence leads to
	to    map[*look]string // the escape sequence that leads to a look
}

type key struct {
	style uv.Style
	link  uv.Link
}

// looks are all looks of one program, in the colours that its terminal has.
type looks struct {
	profile colorprofile.Profile
	all     map[key]*look
	plain   *look
}

// manyLooks is where a program's looks are forgotten; only links bring so many.
const manyLooks = 4096

func newLooks(profile colorprofile.Profile) *looks {
	l := &looks{profile: profile, all: map[key]*look{}}
	l.plain = l.of(key{})
	return l
}

func (l *looks) of(k key) *look {
	if known := l.all[k]; known != nil {
		return known
	}
	made := &look{key: k, bare: k.showsNoBlank(), after: map[string]*look{}, to: map[*look]string{}}
	l.all[k] = made
	return made
}

// showsNoBlank tells whether a blank in these looks shows nothing.
func (k key) showsNoBlank() bool {
	const unseen = uv.AttrBold | uv.AttrFaint | uv.AttrItalic
	return k.style.Bg == nil && k.style.Underline == uv.UnderlineNone && k.style.Attrs&^unseen == 0 && k.link.IsZero()
}

// then is the look that an escape sequence leads to. Those that are neither about
// looks nor links change nothing.
func (l *looks) then(from *look, sequence string) *look {
	if to := from.after[sequence]; to != nil {
		return to
	}
	p := ansi.GetParser()
	defer ansi.PutParser(p)
	ansi.DecodeSequence(sequence, 0, p)
	k := from.key
	switch {
	case ansi.HasCsiPrefix(sequence) && p.Command() == 'm':
		uv.ReadStyle(p.Params(), &k.style)
	case ansi.HasOscPrefix(sequence) && p.Command() == 8:
		k.link = uv.Link{}
		uv.ReadLink(slices.Clone(p.Data()), &k.link)
	}
	to := l.of(k)
	from.after[strings.Clone(sequence)] = to
	return to
}

// change is the escape sequence that leads from a look to another.
func (l *looks) change(from, to *look) string {
	if from == to {
		return ""
	}
	if s, ok := from.to[to]; ok {
		return s
	}
	before, then := uv.ConvertStyle(from.style, l.profile), uv.ConvertStyle(to.style, l.profile)
	s := then.Diff(&before)
	if was, is := uv.ConvertLink(from.link, l.profile), uv.ConvertLink(to.link, l.profile); was != is {
		s += ansi.SetHyperlink(is.URL, is.Params)
	}
	from.to[to] = s
	return s
}
