package query

// JoinParticles joins al-, ag, ould and the like to the word after them in a folded name,
// as names are compared: al mulathamin → almulathamin.
func JoinParticles(folded string) string { return joinOnly(folded) }
