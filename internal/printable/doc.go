// Package printable is the one door between foreign text and a terminal.
//
// The text of a dataset or an article is other people's: it may hold escape
// sequences that retitle the window, bidirectional overrides that make a line
// read as something else, a hundred accents on one letter, or bytes that are
// no text at all. Nothing of that is sent to a terminal and nothing of it is
// dropped in silence: it is made visible, in ASCII.
//
//	printable.Line("a\x1b[31mb")  // a<U+001B>[31mb
//	printable.Line("abc\u202edef") // abc<U+202E>def
//	printable.Line("a\xffb")      // a<0xFF>b
//	printable.Line("e" + 40 accents)  // é with 5 marks, then <+35 marks>
//
// What is made visible:
//   - control characters (C0, DEL, C1), so every escape sequence;
//   - bidirectional controls (U+061C, U+200E-F, U+202A-E, U+2066-9);
//   - characters that are not seen: zero-width spaces, word joiners, byte
//     order marks, soft hyphens, fillers, tags, variation selectors, line and
//     paragraph separators, and every other format character;
//   - emoji modifiers: terminals disagree by two cells about them;
//   - private use, noncharacters, code points that Unicode has not assigned;
//   - bytes that are not UTF-8;
//   - a combining mark that has no character to stand on, since it would
//     change whatever is drawn before the text, and marks after the fifth on
//     one character.
//
// The joiners U+200C and U+200D are part of the spelling in Arabic, Indic and
// some other scripts ("خانه‌ها", "ක්‍ෂ"). They are kept after a letter of such
// a script, one at a time, and made visible elsewhere (emoji sequences too).
//
// Text that is kept comes out in Unicode normal form C, which is what the
// terminal emulators compose correctly.
//
// Invariants, each of them fuzzed:
//   - the output is valid UTF-8 in form C and holds no control character,
//     save the line feed in the output of [Block];
//   - Line(Line(s)) == Line(s), and the same for the others;
//   - a string that needs no change is returned as it is, without allocating;
//   - [Clean] strings are never changed.
//
// What it is not: it does not measure, cut (but for [Title]) or colour, it does
// not know Markdown, and it promises nothing about look-alike letters. The
// visible form is for people: "<U+202E>" may as well have been typed so. The
// terminal is taken to read UTF-8; the second byte of "Ü" is a control
// character to one that does not.
//
// All functions are safe for concurrent use.
package printable
