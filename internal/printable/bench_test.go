package printable

import (
	"strings"
	"testing"
)

var benchTexts = []struct{ name, text string }{
	{"ascii", "Commanders meet in Timbuktu to settle who commands the Sahara"},
	{"french", "Réunion des commandants à Tombouctou – « l’émir » répond"},
	{"arabic", "تنظيم القاعدة في بلاد المغرب الإسلامي"},
	{"hostile", "a\x1b[31mred\x1b[0m \u202eover\u202c e\u0301 \xff"},
	{"article", strings.Repeat("The emir’s letter of 3 October 2012 — «\u00a0the»\n", 400)},
}

// Budget: clean text without allocation, an ASCII line under 100 ns, an article
// of 20 kB under 1 ms.
func BenchmarkLine(b *testing.B) {
	for _, bt := range benchTexts[:4] {
		b.Run(bt.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(bt.text)))
			for b.Loop() {
				Line(bt.text)
			}
		})
	}
}

func BenchmarkBlock(b *testing.B) {
	b.ReportAllocs()
	text := benchTexts[4].text
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Block(text)
	}
}

func BenchmarkFirstProblem(b *testing.B) {
	for _, bt := range benchTexts[:3] {
		b.Run(bt.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(bt.text)))
			for b.Loop() {
				FirstProblem(bt.text)
			}
		})
	}
}

func TestCleanTextIsNotCopied(t *testing.T) { // not parallel: it counts what is allocated
	for _, bt := range []int{0, 1, 2, 4} {
		text := benchTexts[bt].text
		if n := testing.AllocsPerRun(10, func() { Block(text) }); n != 0 {
			t.Errorf("Block(%s text) allocates %v times", benchTexts[bt].name, n)
		}
	}
	for _, bt := range []int{0, 1, 2} {
		text := benchTexts[bt].text
		if n := testing.AllocsPerRun(10, func() { Line(text); FirstProblem(text) }); n != 0 {
			t.Errorf("Line(%s text) allocates %v times", benchTexts[bt].name, n)
		}
	}
}
