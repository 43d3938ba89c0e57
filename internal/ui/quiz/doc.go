// Package quiz is a set of questions, or of cards, on the full screen. What is asked and
// what is right is decided in package quiz of the records; here is how somebody answers,
// and what is drawn: each frame is a function of the desk, which is where somebody is in
// the set. No frame holds an answer before it is given.
package quiz
