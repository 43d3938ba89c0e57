package canvas

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestTextKeepsToItsCells(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"plain": ".plain..", "too long for it": ".too lo…", "日本語文字": ".日本語…", "é́x": ".é́x.....", "a\x1b[31mb\n": "", "": "........",
	} {
		g := New(8, 1)
		for x := range 8 {
			g.Set(x, 0, '.', Muted)
		}
		g.Text(1, 0, text, Ink, 99)
		row := g.Rows(Unpainted)[0]
		if ansi.StringWidth(row) != 8 || strings.ContainsAny(row, "\x1b\n") || want != "" && row != want {
			t.Errorf("%q: %q, want %q", text, row, want)
		}
	}
}

func TestHalfACharacterGoes(t *testing.T) {
	t.Parallel()
	for x, want := range []string{"a 本 ", " a本 ", "日a  ", "日 a "} {
		g := New(5, 1)
		g.Text(0, 0, "日本", Ink, 5)
		g.Set(x, 0, 'a', Ink)
		if row := g.Rows(Unpainted)[0]; row != want {
			t.Errorf("at %d: %q, want %q", x, row, want)
		}
	}
	g := New(3, 1)
	g.Text(0, 0, "ab", Ink, 5)
	g.Text(1, 0, "日", Ink, 5)
	g.Text(2, 0, "日", Ink, 5) // no room for it: cut
	if row := g.Rows(Unpainted)[0]; row != "a …" {
		t.Errorf("%q", row)
	}
}

func TestRowsPaintRunsOfARole(t *testing.T) {
	t.Parallel()
	g := New(6, 2)
	g.Text(0, 0, "ab", Ink, 9)
	g.Set(3, 0, 'c', Amber)
	g.Light(4, 9, 0)
	g.Set(-1, 0, 'x', Ink)
	g.Set(0, 2, 'x', Ink)
	paint := func(r Role, lit bool, s string) string {
		return map[Role]string{Ink: "i", Amber: "a", Plain: "p"}[r] + map[bool]string{true: "!"}[lit] + "(" + s + ")"
	}
	if rows := g.Rows(paint); rows[0] != "i(ab )a(c)p!(  )" || rows[1] != "p(      )" {
		t.Errorf("%q", rows)
	}
	if New(-1, 3).Rows(Unpainted)[2] != "" || len(New(3, -1).Rows(Unpainted)) != 0 {
		t.Error("a grid without cells has some")
	}
}

func TestASCIISigns(t *testing.T) {
	t.Parallel()
	for sign, p := range plainSigns {
		if p < ' ' || p > '~' || ASCII.Of(sign) != p || Full.Of(sign) != sign || Blocks.Of(sign) != sign {
			t.Errorf("%c is %c", sign, p)
		}
	}
	for dots := range 256 {
		if r := ASCII.Braille(byte(dots)); r < ' ' || r > '~' {
			t.Errorf("%x is %c", dots, r)
		}
	}
	if Full.Braille(0x81) != '⢁' || Blocks.Braille(0x01) != '▀' || Blocks.Braille(0x80) != '▄' || Blocks.Braille(0x81) != '█' {
		t.Error("dots are not those of braille")
	}
}
