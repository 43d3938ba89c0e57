// Package converse is the browser as a conversation: for screen readers, braille
// lines, terminals that can do nothing (TERM=dumb) and ears. One types a command,
// it answers in sentences, one idea a line, and asks again with "> ". It can do all
// that the full screen (package ui) can: Twin names the command for each action.
//
//	memory, err := converse.Run(converse.Config{Config: session.Config{Data: d}, In: os.Stdin, Out: os.Stdout})
//
// A conversation goes so:
//
//	This is “The Northern Valley”, with 27 events.
//	The command help lists the commands; next begins.
//	> go to april 1932
//	Event 2 of 27.
//	On 2 April 1932, envoys meet at the High Pass.
//	A meeting, major.
//	Told by 2 sources, Ferro and The Lantern, who disagree on a number.
//
// # What a line means
//
// A line is tried as each of these, in this order:
//
//  1. nothing: no answer, the prompt again;
//  2. a command, or an action of the screen by its name ("previous-month");
//  3. a number: it chooses from the list that was read out last; a number of four
//     digits that the list does not have is a year;
//  4. the id of an event, which is gone to;
//  5. a step such as +2w or a date as a person types it, which is gone to;
//  6. a query such as actor:droukdel from:2012, which becomes the filter;
//  7. what is nearly a command: the answer offers the command, and the search;
//  8. anything else is searched for in the text.
//
// # Invariants
//
//   - Nothing is written but text and line feeds: no escape sequence, no other
//     control character, nothing of the blocks for drawing, arrows, shapes and
//     braille, whatever the dataset holds (see spoken).
//   - Spaces never align anything; only texts to be copied keep their own.
//   - An answer may be made of anything typed, so what is typed is made spoken too.
//   - Nothing is written but in answer to a line, so nothing interrupts a reader.
//   - Lists are read ten at a time, articles five paragraphs at a time; "more" goes
//     on.
//
// What it is not: it reads no files or environment and starts nothing.
package converse
