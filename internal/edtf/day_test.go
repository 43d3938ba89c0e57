package edtf

import (
	"testing"
	"time"
)

func TestDayAgainstTime(t *testing.T) {
	epoch := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	for n := Day(-4_400_000); n < 3_700_000; n += 13 { // years -10077 to 12100
		want := time.Unix(epoch+int64(n)*86400, 0).UTC()
		year, month, day := n.Civil()
		if year != want.Year() || month != int(want.Month()) || day != want.Day() {
			t.Fatalf("Day(%d).Civil() = %d-%d-%d, want %v", n, year, month, day, want)
		}
		if got := NewDay(year, month, day); got != n {
			t.Fatalf("NewDay(%d, %d, %d) = %d, want %d", year, month, day, got, n)
		}
	}
}

func TestNewDayCarriesAsTimeDoes(t *testing.T) {
	for month := -30; month <= 30; month++ {
		for day := -70; day <= 70; day += 7 {
			want := Day(time.Date(2012, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
			if got := NewDay(2012, month, day); got != want {
				t.Fatalf("NewDay(2012, %d, %d) = %v, want %v", month, day, got, want)
			}
		}
	}
}

func TestDayRoundTripsAtTheExtremes(t *testing.T) {
	for _, d := range []Day{minDay, minDay + 1, minDay + 400, -1, 0, 1, maxDay - 400, maxDay - 1, maxDay} {
		if got := NewDay(d.Civil()); got != d {
			t.Errorf("NewDay(Day(%d).Civil()) = %d", int32(d), int32(got))
		}
	}
	const big = 1 << 40
	for _, tt := range []struct {
		year, month, day int
		want             Day
	}{
		{big, 1, 1, maxDay}, {-big, 1, 1, minDay}, {2012, big, 1, maxDay},
		{2012, 1, -big, minDay}, {2012, 1, big, maxDay}, {5_881_581, 1, 1, maxDay},
	} {
		if got := NewDay(tt.year, tt.month, tt.day); got != tt.want {
			t.Errorf("NewDay(%d, %d, %d) = %d, want %d", tt.year, tt.month, tt.day, int32(got), int32(tt.want))
		}
	}
}

func TestDayString(t *testing.T) {
	for _, tt := range []struct {
		day  Day
		want string
	}{
		{0, "1970-01-01"}, {NewDay(2012, 2, 29), "2012-02-29"}, {NewDay(79, 8, 24), "0079-08-24"},
		{NewDay(-43, 3, 15), "-0043-03-15"}, {NewDay(0, 1, 1), "0000-01-01"},
		{NewDay(12345, 1, 2), "+12345-01-02"}, {NewDay(-12345, 1, 2), "-12345-01-02"},
		{NewDay(9999, 12, 31), "9999-12-31"}, {NewDay(-9999, 1, 1), "-9999-01-01"},
		{DistantPast, ".."}, {DistantFuture, ".."},
	} {
		if got := tt.day.String(); got != tt.want {
			t.Errorf("String() = %q, want %q", got, tt.want)
		}
	}
}
