// Package present lets two screens of one account show the same tour: the class's and
// the presenter's. There is no network and no socket in it, only files of a folder that
// nobody else may open:
//
//	present-PID.json   where the class is (State), replaced whole at each change
//	present-PID.lock   held by the class's screen for as long as it lives
//	present-PID.keys   a named pipe: what the presenter's screen asks for (Word)
//
// What is told is a state and not an event: a presenter's screen that starts late is
// right at once, and one that dies changes nothing. If the class's screen dies the
// kernel lets go of its lock, and the file that is left is where the next start goes on.
//
// No text of a tour passes through it. Each screen reads its own dataset, and the
// State's Dataset tells whether it is the same.
package present
