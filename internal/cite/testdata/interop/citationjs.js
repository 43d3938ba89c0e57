// Reads BibTeX and RIS with citation-js. Standard input: {"bibtex": TEXT, "ris":
// TEXT}. Standard output: {"bibtex": […CSL-JSON…], "ris": […]}.
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');
const fs = require('fs');
const input = JSON.parse(fs.readFileSync(0, 'utf8'));
const out = {};
for (const [name, text] of Object.entries(input)) {
  out[name] = new Cite(text, { forceType: name === 'ris' ? '@ris/file' : '@bibtex/text' })
    .data.map((item) => ({ ...item, id: item['citation-key'] || item.id }));
}
process.stdout.write(JSON.stringify(out));
