package eventstest

import "timeline/internal/events"

// All names are invented.
var (
	subjects = []string{
		"The northern committee", "Envoys of the brigade", "The regional council", "Two columns of pick-ups",
		"A patrol", "The élders of the valley", "The emir’s deputies", "The garrison", "A breakaway wing",
		"The mediators", "Herders near the wells", "The radio of the movement", "An unnamed group", "The governor",
		"Traders from the salt road", "The army",
	}
	verbs = []string{
		"attacks", "meets", "leaves", "claims", "denies", "reports on", "negotiates over", "takes", "loses",
		"writes about", "dismisses", "appoints", "warns", "releases", "abducts", "welcomes", "shells", "encircles",
		"returns to", "buries", "questions", "searches", "publishes on", "recognises",
	}
	objects = []string{
		"a convoy", "the airfield", "four travellers", "the barracks", "its own commander", "the ceasefire",
		"the ransom", "a letter of reproach", "the ferry crossing", "the customs post", "three tribal chiefs",
		"the market", "a fuel depot", "the new charter", "the mausoleums", "the kidnapped engineers",
		"the splinter group", "the border road", "two aid workers", "the gold mine", "the radio mast",
		"the prison", "a training camp", "the frontier town",
	}
	tails = []string{
		"at dawn", "after long talks", "without a fight", "in the rainy season", "for the second time",
		"despite the truce", "near the oasis", "as reported abroad", "with heavy losses", "under a white flag",
		"by night", "beyond the river", "in the presence of witnesses", "on the market day", "before the envoys left",
		"with the council’s consent",
	}
	notes = []string{
		"The day is not given.", "The two accounts differ on the place.", "The number is a guess.",
		"The name is spelt in three ways.",
	}
	tags = []string{"salt road", "letters", "drought", "elections"}
)

var (
	givenNames  = []string{"Adama", "Bilal", "Cheick", "Drissa", "Elhadj", "Fodé", "Ghaly", "Hamma", "Idrissa", "Jibril"}
	familyNames = []string{"ag Sidali", "ould Brahim", "Zarroug", "al-Wadani", "Touréba", "Abou Nasr", "Kelassar", "Mennouf"}
	groupNames  = []string{
		"Movement of the Dunes", "Council of the North", "Brigade of the Wells", "Front of the Valley", "Army of the Plateau",
		"Committee of Elders", "Union of the Salt Road", "Party of the River",
	}
	placeNames = []string{
		"Tin Adjar", "Wadi Kerboub", "Aghlal", "Bir Tamassint", "Inazawa", "Kel Tessit", "Ras Oumar", "Dar el-Ghaba",
		"Oued Sefra", "Timezgui", "Gao Rharous", "Anefif", "Boughessa", "Lerneb", "Telatai", "Essouk", "Araouane",
		"Taghmert", "Zouera", "Foum el-Alba",
	}
	authorNames = []string{"Marchand", "Oyelaran", "Lindqvist", "Haddad", "Costa"}
)

func actors() []events.Actor {
	var as []events.Actor
	for i, g := range givenNames {
		for j, f := range familyNames {
			name := g + " " + f
			as = append(as, events.Actor{
				ID: slug(name), Name: name,
				Spellings: []events.Spelling{{As: name}, {As: f + " " + string(rune('A'+i)) + ".", Form: events.FormAlias}, {As: g, Form: events.FormWeak}},
				Relations: []events.Relation{{Kind: 0, To: slug(groupNames[(i+j)%len(groupNames)])}}, // member-of
			})
		}
	}
	for _, g := range groupNames {
		as = append(as, events.Actor{ID: slug(g), Name: g, Kind: 1, Spellings: []events.Spelling{{As: g}}})
	}
	return as
}

func places() []events.Place {
	var ps []events.Place
	for i, n := range placeNames {
		ps = append(ps, events.Place{
			ID: slug(n), Name: n, Country: []string{"Northland", "Southland", "Northland / Southland"}[i%3],
			Lat: 15 + float64(i)/3, Lon: -3 + float64(i)/4, Precision: 1, Spellings: []events.Spelling{{As: n}},
		})
	}
	return ps
}

func sources() []events.Source {
	var ss []events.Source
	for _, n := range authorNames {
		ss = append(ss, events.Source{ID: slug(n), Authors: []events.Author{{Given: "A.", Family: n}}, Title: "Notes on the North, by " + n})
	}
	return ss
}

// slug makes an id of a name.
func slug(name string) string {
	b := []byte(events.Fold(name))
	for i, c := range b {
		if c == ' ' {
			b[i] = '-'
		}
	}
	return string(b)
}
