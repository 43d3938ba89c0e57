package importer

// One small input of every format, with what is hard in it: vague dates, broken records,
// HTML, several sources, fields that nobody knows.
var inputs = []struct {
	format, name, text string
	rows, events, bad  int
}{
	{"csv", "any.csv", "Title;Start Date;End Date;Where;Who;Colour;Source\n" +
		"A landing;\"20 July 1969\";;Moon;Neil Armstrong; red;NASA\nA war;1914-07-28;11 November 1918;Europe;;;\n" +
		"\"A title with \"\"quotes\"\" and a | bar\";early 1970;;;A | B;;https://example.org/x\nNo date;;;;;;\nA day of two readings;2/4/2012;;;;;\n;1970;;;;;\n" +
		"Caesar dies;44 BC;;Rome;Caesar;;Suetonius\n", 7, 4, 3},
	{"acled", "acled.csv", "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,actor2,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities,timestamp\n" +
		"MLI1,02 April 2012,2012,1,Battles,Armed clash,Army of Mali,Group A,Mali,Gao,Gao,16.27,-0.04,1,Reuters; AFP,They clashed.,3,1\n" +
		"MLI2,15 April 2012,2012,3,Riots,Mob violence,Rioters,,Mali,Mopti,Mopti,14.49,-4.19,3,AFP,A mob.,0,1\n" +
		"MLI3,11 April 2012,2012,2,Protests,Peaceful protest,Protesters,,Mali,Bamako,Bamako,12.64,-8.0,2,AFP,A march.,0,1\nMLI4,soon,2012,1,Riots,,,,Mali,,,,,,,,0,1\n", 4, 3, 1},
	{"ged", "ged.csv", "id,relid,year,type_of_violence,conflict_name,dyad_name,side_a,side_b,source_office,source_headline,where_prec,where_coordinates,country,latitude,longitude,event_clarity,date_prec,date_start,date_end,best,high,low\n" +
		"1,MLI-1,2012,1,Mali: Government,Government of Mali - AQIM,Government of Mali,AQIM,Reuters,Clash,1,Gao town,Mali,16.27,-0.04,1,1,2012-04-02 00:00:00.000,2012-04-02 00:00:00.000,5,8,3\n" +
		"2,MLI-2,2012,3,AQIM - Civilians,AQIM - Civilians,AQIM,Civilians,AFP,Dead,4,Kidal,Mali,18.4,1.4,1,4,2012-05-01,2012-05-31,2,2,2\n" +
		"3,MLI-3,2012,2,A - B,A - B,A,B,AFP,,6,Mali,Mali,17,-4,2,3,2012-05-07,2012-05-13,1,1,0\n", 3, 3, 0},
	{"timelinejs", "slides.json", `{"title":{"text":{"headline":"The <b>Moon</b>","text":"<p>All of it.</p>"}},"events":[
		{"start_date":{"year":"1969","month":7,"day":20},"end_date":{"year":"1969","month":"7","day":"21"},"text":{"headline":"A landing","text":"<p>Two <a href=\"https://example.org\">walk</a> &amp; return.</p><script>x()</script>"},"media":{"url":"https://example.org/p.jpg","credit":"NASA","caption":"A photo"},"group":"Apollo"},
		{"start_date":{"year":"-44"},"text":{"headline":"Caesar dies"}},{"start_date":{"year":"1969"},"text":{}},7],
		"eras":[{"start_date":{"year":1957},"end_date":{"year":1975},"text":{"headline":"The race"}}]}`, 4, 3, 2},
	{"timelinejs", "sheet.csv", "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n" +
		",,,,,,,,,The Moon,All of it,,,,,title,,\n1969,7,20,,,,,,,A landing,<p>Two walk.</p>,https://example.org/p.jpg,NASA,,,,Apollo,\n1957,,,,1975,,,,,The race,,,,,,era,,\n", 2, 2, 0},
	{"markdown", "2012-04-02-a-meeting.md", "---\ntitle: \"A [[meeting|Meeting]]\"\nsources:\n  - title: The Times\n    url: https://example.org/a\n  - title: The Post\npeople: [Jo, \"[[notes/Al]]\"]\ntags:\n  - x\nmood: calm\n---\n# Not the title\n\nThey met. ![[picture.png]] <b>Bold</b>.\n", 1, 1, 0},
	{"chronos", "note.md", "Words.\n\n```chronos\n> ORDERBY start\n# A comment\n- [1969-07-20] #red {Apollo} A landing | Two walk\n@ [-300~250] Yayoi\n= [1440] Press\n* [2020-02-28T12] Noon\nnothing\n- [2020-13] Never\n```\n- [1999] not in the block\n", 5, 4, 2},
	{"markwhen", "plan.mw", "title: Plan\n\n#tag: red\n\nsection The years\n1961: Year after 1960\nLater, more. #tag\ngroup Mine #other\n2012-04/2012-05: Spring https://example.org/a\n12/7/1941: Pearl Harbor\n2023-04/4 months: Sub task\n// a comment\nendGroup\n1892 - 1921: Long\n2020-02-22T12:13:14Z-now: How long?\nafter !x: Depends\nby !y: Same\nendSection\n2013~: About\n", 7, 7, 2},
	{"wikidata", "query.json", `[{"item":"http://www.wikidata.org/entity/Q1","itemLabel":"Battle of X","date":"1807-06-22T00:00:00Z","placeLabel":"X","coord":"Point(10.5 20.25)"},
		{"item":"http://www.wikidata.org/entity/Q1","itemLabel":"Battle of X","date":"1807-06-22T00:00:00Z","placeLabel":"Y"},
		{"item":"http://www.wikidata.org/entity/Q2","itemLabel":"Q3","date":"-0043-03-15T00:00:00Z"},{"item":"http://www.wikidata.org/entity/Q4"},5]`, 4, 2, 2},
	{"wikidata", "sparql.json", `{"head":{"vars":["item","itemLabel","date","precision"]},"results":{"bindings":[
		{"item":{"type":"uri","value":"http://www.wikidata.org/entity/Q1"},"itemLabel":{"value":"A thing"},"date":{"value":"1969-01-01T00:00:00Z"},"precision":{"value":"9"}},
		{"item":{"type":"uri","value":"http://www.wikidata.org/entity/Q2"},"itemLabel":{"value":"A decade"},"date":{"value":"1960-01-01T00:00:00Z"},"precision":{"value":"8"}}]}}`, 2, 2, 0},
}
