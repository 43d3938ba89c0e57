// Package calendar lays time out in cells. It is the one scale of all pictures of
// time: an opened calendar, whose least unit is a bin (a day, month, quarter,
// year, decade …) that stands some cells wide. The calendar is opened where the
// dates are fine, so that a bin is a unit which an event can lie in as a whole.
// It knows no terminal.
//
//	c := calendar.New(d)
//	s := c.Scale(calendar.View{}, 120, calendar.RibbonCells(120))
//	w := c.Tally(shown).Weights(s)
//
// # What holds
//
//   - Bins lie end to end in time and in cells: each day of the period is in one
//     bin, and so is each cell of the scale.
//   - The scale follows from the whole dataset and the width alone: filters move
//     no bin.
//   - Weights are exact: an event weighs one Unit, spread evenly over its
//     possible days within the period, and all bins together hold all of it.
//   - An event is counted as sure in a bin only if all its possible days are in
//     the bin, and nothing about its date is qualified.
package calendar
