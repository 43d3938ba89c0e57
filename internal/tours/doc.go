// Package tours is guided ways through a dataset for a class: stops that show one
// record each, step by step, with a question asked before its answer is seen.
//
// A tour is a text file beside the dataset, described in docs/tours.md. Parse reads
// one, Check holds it against its dataset, Position says where a class is in it, and
// See tells what the class sees there: nothing that has not been revealed is in it.
// Notes are the presenter's and are never part of what is seen.
package tours
