package edtf

// String returns the date in canonical EDTF, which Parse reads back to the same
// date; it is empty for no date. Members of sets come in order of time, and a
// qualification that all components share stands at the end.
func (d Date) String() string {
	var buf [64]byte
	return string(d.appendEDTF(buf[:0]))
}

func (d *Date) appendEDTF(b []byte) []byte {
	switch d.kind {
	case kindSimple, kindInterval:
		return d.whole.appendEDTF(b, "/")
	case kindOneOf:
		return append(d.appendMembers(append(b, '[')), ']')
	case kindAllOf:
		return append(d.appendMembers(append(b, '{')), '}')
	}
	return b
}

func (d *Date) appendMembers(b []byte) []byte {
	for i := range d.pieces() {
		if i > 0 {
			b = append(b, ',')
		}
		b = d.piece(i).appendEDTF(b, "..")
	}
	return b
}

// appendEDTF appends the piece; between is "/" for intervals, ".." in sets.
func (p *piece) appendEDTF(b []byte, between string) []byte {
	if p.shape == single {
		return p.from.appendEDTF(b)
	}
	if p.hasFrom() {
		b = p.from.appendEDTF(b)
	} else if p.shape == openStart && between == "/" {
		b = append(b, ".."...)
	}
	b = append(b, between...)
	if p.hasTo() {
		b = p.to.appendEDTF(b)
	} else if p.shape == openEnd && between == "/" {
		b = append(b, ".."...)
	}
	return b
}

// appendEDTF appends the atom. A common qualification goes to the end; others
// stand before their components, one by one.
func (a atom) appendEDTF(b []byte) []byte {
	common := a.commonQual()
	for part := range a.parts() {
		if part > 0 {
			b = append(b, '-')
		}
		if !common {
			b = appendQual(b, a.partQual(part))
		}
		b = a.appendPart(b, part)
	}
	if common {
		b = appendQual(b, a.partQual(yearPart))
	}
	return b
}

// appendPart appends the digits of one component.
func (a atom) appendPart(b []byte, part int) []byte {
	value := int(a.month)
	switch part {
	case yearPart:
		return a.appendYear(b)
	case dayPart:
		value = int(a.day)
	}
	if value == 0 {
		return append(b, "XX"...)
	}
	return appendDigits(b, value, 2)
}

func (a atom) appendYear(b []byte) []byte {
	year := int(a.year)
	if year > 9999 || year < -9999 {
		b = append(b, 'Y')
	}
	b = appendYear(b, year)
	if a.unknown&unknownDecade != 0 {
		b[len(b)-2] = 'X'
	}
	if a.unknown&unknownYears != 0 {
		b[len(b)-1] = 'X'
	}
	return b
}

func appendQual(b []byte, q qualification) []byte {
	if q == 0 {
		return b
	}
	return append(b, qualifiers[q-1])
}

// UnmarshalText reads what String writes; the empty text is no date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
