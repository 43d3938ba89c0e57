package ui

import (
	"testing"

	"timeline/internal/events/eventstest"
)

func TestMain(m *testing.M) { eventstest.Main(m) }
