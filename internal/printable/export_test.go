package printable

import (
	"strings"
	"testing"
)

func TestURL(t *testing.T) {
	t.Parallel()
	tests := []struct {
		in, want string
	}{
		{"https://example.org/a?b=c#d", "https://example.org/a?b=c#d"},
		{"HTTP://Example.org:8080", "http://Example.org:8080"},
		{"https://fr.wikipedia.org/wiki/Opération_Serval", "https://fr.wikipedia.org/wiki/Op%C3%A9ration_Serval"},
		{"https://example.org/%C3%A9", "https://example.org/%C3%A9"},
		{"https://example.org/\"<x>'|", "https://example.org/%22%3Cx%3E%27%7C"},
		{"https://[2001:db8::1]/", "https://[2001:db8::1]/"},
		{"https://xn--exmple-4nf.org/", "https://xn--exmple-4nf.org/"},
		{"", ""},
		{"example.org", ""},
		{"//example.org/", ""},
		{"https:///path", ""},
		{"https://:80/", ""},
		{"javascript:alert(1)", ""},
		{" javascript:alert(1)", ""},
		{"data:text/html,x", ""},
		{"file:///etc/passwd", ""},
		{"ftp://example.org/", ""},
		{"https://user:pw@example.org/", ""},
		{"https://good.example\\@evil.example/", ""},
		{"https://example.org/a b", ""},
		{"https://example.org/\x1b\\", ""},
		{"https://example.org/\u009c", ""},
		{"https://example.org/\u202e", ""},
		{"https://example.org/\xff", ""},
		{"https://ex\u0430mple.org/", ""},
		{"https://example.org/%zz", ""},
		{"https://example.org/" + strings.Repeat("a", maxURL), ""},
		{"https://example.org/" + strings.Repeat("é", 700), ""},
	}
	for _, tt := range tests {
		got, ok := URL(tt.in)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("URL(%+q) = %q, %v, want %q", tt.in, got, ok, tt.want)
		}
	}
}

func TestCSVCell(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		{"", ""},
		{"Timbuktu, \"the\" letters", "Timbuktu, \"the\" letters"},
		{"1 + 1 = 2", "1 + 1 = 2"},
		{"=1+1", "'=1+1"},
		{"+33", "'+33"},
		{"-5", "'-5"},
		{"@SUM(1)", "'@SUM(1)"},
		{"  =1", "'  =1"},
		{"\u3000=1", "'\u3000=1"},
		{"＝1", "'＝1"},
		{"\tx", "'    x"},
		{"\rx", "'<U+000D>x"},
		{"\nx", "'\nx"},
		{"a\n=1", "a\n=1"}, // the quoting of the CSV holds it in the cell
		{"\x1b=1", "<U+001B>=1"},
		{"'=1", "'=1"},
	}
	for _, tt := range tests {
		if got := CSVCell(tt.in); got != tt.want {
			t.Errorf("CSVCell(%+q) = %+q, want %+q", tt.in, got, tt.want)
		}
	}
}
