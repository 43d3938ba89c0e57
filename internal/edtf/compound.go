package edtf

import (
	"cmp"
	"slices"
	"strings"
)

// parseInterval reads a/b. An end may be ".." (open) or empty (unknown), but
// not both ends.
func parseInterval(s string) (Date, *fault) {
	slash := strings.IndexByte(s, '/')
	if second := strings.IndexByte(s[slash+1:], '/'); second >= 0 {
		return Date{}, &fault{slash + 1 + second, "an interval has one slash", "dates have hyphens, 2012-04-02"}
	}
	from, to := s[:slash], s[slash+1:]
	p := piece{shape: closed}
	switch {
	case (from == "" || from == "..") && (to == "" || to == ".."): // unknown or open
		return Date{}, &fault{0, "an interval needs a date at one end", ""}
	case from == "..":
		p.shape = openStart
	case from == "":
		p.shape = unknownStart
	case to == "..":
		p.shape = openEnd
	case to == "":
		p.shape = unknownEnd
	}
	if f := p.read(from, 0, to, slash+1); f != nil {
		return Date{}, f
	}
	return Date{kind: kindInterval, whole: p}, nil
}

// read parses the ends that the shape has, given with their places in the
// input, and sets the bounds.
func (p *piece) read(from string, fromAt int, to string, toAt int) (f *fault) {
	if p.hasFrom() {
		if p.from, f = parseAtom(from, fromAt); f != nil {
			return f
		}
	}
	if p.hasTo() {
		if p.to, f = parseAtom(to, toAt); f != nil {
			return f
		}
	}
	p.setBounds()
	if p.first > p.last || p.shape == closed && p.backwards() {
		return &fault{toAt, "the end is before the beginning", ""}
	}
	return nil
}

// backwards reports whether the end of a closed piece is in a year before its
// beginning; for years beyond what a Day can count the bounds do not tell it.
func (p *piece) backwards() bool {
	first, _ := p.from.years()
	_, last := p.to.years()
	return first > last
}

// parseSet reads [one-of] and {all-of} sets.
func parseSet(s string) (Date, *fault) {
	d := Date{kind: kindOneOf}
	closer := byte(']')
	if s[0] == '{' {
		d.kind, closer = kindAllOf, '}'
	}
	end := strings.IndexByte(s, closer)
	switch {
	case end < 0:
		return Date{}, &fault{len(s), "the set is not closed", "end it with " + string(closer)}
	case end+1 < len(s):
		return Date{}, &fault{end + 1, "a set ends with its bracket", "qualify the dates inside it"}
	}
	members := make([]piece, 0, 1+strings.Count(s, ","))
	for at := 1; at <= end; {
		length := strings.IndexByte(s[at:end], ',')
		last := length < 0
		if last {
			length = end - at
		}
		p, f := parseMember(s[at:at+length], at)
		switch {
		case f != nil:
			return Date{}, f
		case p.shape == openStart && at > 1:
			return Date{}, &fault{at, "only the first of a set may be open before", ""}
		case p.shape == openEnd && !last:
			return Date{}, &fault{at, "only the last of a set may be open after", ""}
		}
		members = append(members, p)
		at += length + 1
	}
	return newSet(d.kind, members), nil
}

// newSet makes a date of the members, which it sorts and keeps. There must be at
// least one.
func newSet(k kind, members []piece) Date {
	slices.SortStableFunc(members, func(a, b piece) int { // by time, but an open end comes last, where alone it may stand
		return cmp.Or(cmp.Compare(memberRank(a), memberRank(b)), cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last))
	})
	d := Date{kind: k, set: &members}
	d.whole.first, d.whole.last = DistantFuture, DistantPast
	for i := range members {
		d.whole.first = min(d.whole.first, members[i].first)
		d.whole.last = max(d.whole.last, members[i].last)
	}
	return d
}

func memberRank(p piece) int {
	switch p.shape {
	case openStart:
		return 0
	case openEnd:
		return 2
	}
	return 1
}

// parseMember reads a, a..b, ..b or a.. at a place of the input.
func parseMember(s string, at int) (piece, *fault) {
	if s == "" || s == ".." {
		return piece{}, &fault{at, "a date is missing in the set", ""}
	}
	if space := strings.IndexByte(s, ' '); space >= 0 {
		return piece{}, &fault{at + space, "a set has no spaces", ""}
	}
	dots := strings.Index(s, "..")
	if dots < 0 {
		var p piece
		f := p.read(s, at, "", at)
		return p, f
	}
	p := piece{shape: closed}
	from, to := s[:dots], s[dots+2:]
	switch {
	case from == "":
		p.shape = openStart
	case to == "":
		p.shape = openEnd
	}
	f := p.read(from, at, to, at+dots+2)
	if f == nil && p.shape == closed && p.from.precision() != p.to.precision() { // the dots stand for a list of years, months or days
		f = &fault{at + dots + 2, "the ends of a range in a set need the same precision", "write both as days, months or years"}
	}
	return p, f
}
