// Package quiz makes questions of a dataset, for a class: cards to be put in order
// of time, and questions on who says what, how a date was had and who is meant.
// Every answer is taken from the records and cites them.
//
// What may be asked is decided by one rule of truth (Truth): an order counts only
// where the records settle it. Where they do not, either order is right, and the
// reason is said.
//
// A set of questions is named by its Code, the dataset's digest and a seed: the same
// code is the same set, on every machine.
package quiz
