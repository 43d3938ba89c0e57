// Renders CSL-JSON with citeproc. Standard input: {"csl": FOLDER, "items": […],
// "locators": {ID: {"label": "paragraph", "value": "2"}}}. Standard output:
// {STYLE: {ID: {"entry", "note", "located"}}}, "note" being the note or the
// citation in the text.
const CSL = require('citeproc');
const fs = require('fs');
const input = JSON.parse(fs.readFileSync(0, 'utf8'));
const styles = {
  chicago: 'chicago-fullnote-bibliography',
  apa: 'apa',
  mla: 'modern-language-association',
};
const byID = Object.fromEntries(input.items.map((item) => [item.id, item]));
const sys = {
  retrieveLocale: (l) => fs.readFileSync(`${input.csl}/locales/locales-${l}.xml`, 'utf8'),
  retrieveItem: (id) => byID[id],
};
const out = {};
for (const [name, file] of Object.entries(styles)) {
  const xml = fs.readFileSync(`${input.csl}/styles/${file}.csl`, 'utf8');
  out[name] = {};
  for (const id of Object.keys(byID)) {
    const engine = new CSL.Engine(sys, xml, 'en-US', true);
    engine.setOutputFormat('text');
    engine.updateItems([id]);
    const cite = (extra) => engine.previewCitationCluster(
      { citationItems: [{ id, ...extra }], properties: { noteIndex: 1 } }, [], [], 'text');
    const locator = input.locators[id];
    out[name][id] = {
      note: cite({}),
      located: cite({ locator: locator.value, label: locator.label }),
      entry: engine.makeBibliography()[1].join('').trim(),
    };
  }
}
process.stdout.write(JSON.stringify(out));
