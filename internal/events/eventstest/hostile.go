package eventstest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// muchText is more than any line, column or folding of what is written, in bytes.
const muchText = 4000

// Bombs are texts that would do something if they reached a terminal. Those that are far
// longer than anything that is written in one piece are cut, unless they are wanted whole:
// in every field of a dataset they make outputs of many megabytes.
func Bombs(whole bool) []string {
	list := slices.Clone(bombs)
	for n := range list {
		if !whole {
			list[n] = list[n][:min(len(list[n]), muchText)]
		}
	}
	return list
}

var bombs = []string{
	"",
	"a\x1b[31mred\x1b[2J\x1b[H",
	"a\x1b]0;retitled\x07b\x1b]0;again\x1b\\c",
	"a\x1b]52;c;bXk=\x07b",
	"a\x1b]8;;http://evil.example/\x07b\x1b]8;;\x07",
	"a\x1bPq#0;2\x1b\\b\x1b_Ga=d\x1b\\\x1b^pm\x1b\\",
	"a\x1b[?1049l\x1b[?1000h\x1bc\x1b7\x1b8",
	"a\u009b31mb\u009d0;t\u009cc\u0090q\u009c",
	"bell\a back\b\b\b form\f vertical\v null\x00 delete\x7f shift\x0e\x0f",
	"one\rtwo\r\nthree\nfour\n\n\nfive\ttab",
	"abc\u202edef\u202c \u2066iso\u2069 \u200emark\u200f \u061c",
	"zero\u200bwidth\u200c\u200d\u2060\ufeff\u00ad\u034f\u115f\u3164\uffa0",
	"a" + strings.Repeat("\u0301", 500) + "b" + strings.Repeat("\u0336", 500),
	"\u0301\u0301leading marks",
	"line\u2028separator\u2029paragraph\u0085next",
	"\U000e0041\U000e0042tags\ufe0f\ufe0e\U0001f3fb",
	"private\ue000\U0010fffd non\ufffe\uffff unassigned\u0378",
	"bytes\xff\xfe\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80 cut\xe2\x82",
	"&#27;[31m&#x1b;]0;t&#7;&#x9b;2J&#8238;&#x202e;&#8203;&bell;&#0;&#xffff;&Tab;&NewLine;&#13;x&zwj;&shy;",
	"\\\x1b[31m `\x1b[32m` **\x1b]0;x\a** <b>\x1b</b>",
	"<script>alert(1)</script><img src=x onerror=y><!-- c --><a href='javascript:x'>y</a>",
	"![image](http://a.example/i.png) ![i](file:///etc/passwd) ![\x1b](\x1b)",
	"[a](javascript:alert(1)) [b](data:text/html,x) [c](file:///etc/passwd) [d](vbscript:x) <javascript:x>",
	"[a](http://a.example/\u202e) [b](http://u:p@a.example) [c](http://a.example/%1b%07) <http://a.example/\u0301> http://www.a.example",
	"[a](http://a.example/&#27;]0;x&#7;) [b](<http://a.example/ \\\x1b>) [c]: http://x 'y'",
	"```\ncode\n```\n~~~\n# heading\n---\n> > > > quote\n- - - - list\n1. 2. 3.",
	"| a | b |\n|---|---|\n| \x1b[31m | c |\n| wide 日本語 | `|` |",
	"日本語の長い題名でとても幅が広い文字ばかり 한국어 ｆｕｌｌ",
	"عمر ناجي ومحمد بن عبد الكريم خانه\u200cها",
	"❤\ufe0f 👩\u200d🔬 🇲🇱 ☎ ½ ﬃ Ǆ ￼",
	"กำ ລຳ ㅎㅏㄴ 한 क्ष्म्य क्\u200dष မြွှေ့",
	"{{.text}} %s %d %n %!s(x) $(id) `id` ${x}",
	"=1+1\t@x\t-2+3",
	strings.Repeat("x", 20_000),
	strings.Repeat("long words in a row ", 2_000),
	strings.Repeat("> ", 200) + "deep",
	strings.Repeat("- ", 200) + "deep",
	strings.Repeat("[", 2_000) + strings.Repeat("](x)", 2_000),
	strings.Repeat("*a _b ", 1_500),
	strings.Repeat("<", 3_000),
	strings.Repeat("\n", 3_000) + "x",
	strings.Repeat("|", 1_000) + "\n" + strings.Repeat("|-", 1_000) + "\n" + strings.Repeat("|", 1_000),
}

// filled sets every string in v, however deep, to text.
func filled(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[edtf.Date]() {
			return
		}
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				filled(v.Field(i), text)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			filled(v.Index(i), text)
		}
	}
}

// Hostile is a dataset that is text in every field, with one event whose
// references and vocabulary lead nowhere and one without claims. Ids begin with
// id; in a pack they must be plain.
func Hostile(text, id string) *events.Dataset {
	dates := []string{"1932-04-02", "1932-04", "1933-07~", "[1935,1936]", "1938/1940", "1941-02-03?", "1934-21", "../1931", "1940/..", "193X"}
	var es []events.Event
	for n, date := range dates {
		at := edtf.MustParse(date)
		claim := func() events.Claim {
			return events.Claim{At: events.Locator{Kind: 'p', Number: uint16(n + 1)}, Date: at, Basis: events.Basis(n), Figures: make([]events.Figure, 1)}
		}
		e := events.Event{Date: at, Level: events.Level(n % 3), Roles: make([]events.Role, 2), Places: make([]string, 2), Tags: make([]string, 2),
			Links: make([]events.Link, 1), Claims: []events.Claim{claim(), claim(), claim()}, Disputes: []events.Dispute{{About: events.DisputeKind(n)}}}
		filled(reflect.ValueOf(&e).Elem(), text)
		e.ID, e.Type = fmt.Sprintf("%s%d", id, n), events.BuiltInTypes()[n].Name
		if n == 0 { // nothing resolves, and nothing is in a vocabulary
			e.Type = text
			e.Roles[0].As, e.Links[0].Kind, e.Disputes[0].About, e.Claims[0].Basis = 255, 255, 255, 255
			es = append(es, e)
			continue
		}
		e.Roles[0].Actor, e.Roles[1].Actor, e.Places[0], e.Links[0].To = id+"a0", id+"a1", id+"p0", fmt.Sprintf("%s%d", id, n-1)
		e.Claims[0].Source, e.Claims[1].Source = id+"s0", id+"s1"
		es = append(es, e)
	}
	es = append(es, events.Event{ID: id + "none", Title: text, Date: edtf.MustParse("1936"), Summary: text}) // without a claim
	var as []events.Actor
	var ps []events.Place
	var ss []events.Source
	for n := range 2 {
		a := events.Actor{Kind: events.ActorKind(n), Spellings: make([]events.Spelling, 2), Relations: make([]events.Relation, 2), Citations: make([]events.Citation, 1)}
		a.Spellings[0].Sources = make([]string, 1)
		filled(reflect.ValueOf(&a).Elem(), text)
		a.ID, a.Relations[0].To, a.Relations[0].Cite.Source = fmt.Sprintf("%sa%d", id, n), id+"a1", id+"s0"
		a.Relations[1].Kind = 255
		p := events.Place{Spellings: make([]events.Spelling, 1), Precision: events.PlacePrecision(n * 200)}
		filled(reflect.ValueOf(&p).Elem(), text)
		p.ID = fmt.Sprintf("%sp%d", id, n)
		s := events.Source{Authors: make([]events.Author, n), Date: edtf.MustParse("1950")}
		filled(reflect.ValueOf(&s).Elem(), text)
		s.ID = fmt.Sprintf("%ss%d", id, n)
		as, ps, ss = append(as, a), append(ps, p), append(ss, s)
	}
	meta := events.Meta{Period: edtf.MustParse("1930/1941")}
	filled(reflect.ValueOf(&meta).Elem(), text)
	return events.New(meta, es, as, ps, ss)
}
