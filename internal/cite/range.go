package cite

import (
	"strconv"
	"strings"
)

// ranges joins numbers, which are in order, as all styles do: 1–2, 4, 6–9. What is not
// a plain number stands by itself.
func ranges(numbers []string) string {
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && follows(numbers[j], numbers[j+1]) {
			j++
		}
		part := numbers[i]
		if j > i {
			part += "–" + numbers[j]
		}
		parts = append(parts, part)
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// follows tells whether b is the number after a.
func follows(a, b string) bool {
	n, errA := strconv.Atoi(a)
	m, errB := strconv.Atoi(b)
	return errA == nil && errB == nil && m == n+1
}
