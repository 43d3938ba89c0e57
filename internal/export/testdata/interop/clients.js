// Reads exports with the clients that they are for. Standard input: {FORMAT:
// TEXT}. Standard output: {FORMAT: {"events": [{"title", "from", "to"}…],
// "problems": […]}}.
const fs = require('fs');
const path = require('path');
const input = JSON.parse(fs.readFileSync(0, 'utf8'));

const clients = {
  icalendar(text) {
    const ICAL = require('ical.js').default || require('ical.js');
    const calendar = new ICAL.Component(ICAL.parse(text));
    const events = calendar.getAllSubcomponents('vevent').map((c) => new ICAL.Event(c));
    return {
      problems: events.filter((e) => !e.uid || !e.startDate.isDate || !e.component.hasProperty('dtstamp')).map((e) => e.uid),
      events: events.map((e) => ({ title: e.summary, from: e.startDate.toString(), to: e.endDate.toString(), text: e.description })),
    };
  },

  geojson(text) {
    const { check, HintError } = require('@placemarkio/check-geojson');
    try {
      const collection = check(text);
      return {
        problems: [],
        events: collection.features.map((f) => ({
          title: f.properties.title, from: f.geometry ? f.geometry.type : 'null', to: '',
        })),
      };
    } catch (e) {
      return { problems: e instanceof HintError ? e.issues.map((i) => i.message) : [String(e)], events: [] };
    }
  },

  async timelinejs(text) {
    const { JSDOM, VirtualConsole } = require('jsdom');
    const dom = new JSDOM('<!doctype html><div id="t" style="width:800px;height:600px"></div>',
      { runScripts: 'outside-only', pretendToBeVisual: true, url: 'https://example.org/', virtualConsole: new VirtualConsole() });
    const root = path.dirname(require.resolve('@knight-lab/timelinejs/package.json'));
    dom.window.eval(fs.readFileSync(path.join(root, 'dist/js/timeline.js'), 'utf8'));
    dom.window.data = text;
    dom.window.eval('timeline = new TL.Timeline("t", JSON.parse(data), {});');
    for (let wait = 0; !dom.window.timeline.config && wait < 100; wait++) { // it loads its language first
      await new Promise((done) => setTimeout(done, 50));
    }
    const config = dom.window.timeline.config;
    const date = (d) => (d ? ['year', 'month', 'day'].map((k) => d.data[k]).filter((v) => v).join('-') : '');
    const out = {
      problems: Array.from(config.getErrors()),
      events: Array.from(config.events).map((e) => ({ title: e.text.headline, from: date(e.start_date), to: date(e.end_date) })),
    };
    dom.window.close();
    return out;
  },

  markwhen(text) {
    const { parse } = require('@markwhen/parser');
    const out = { problems: [], events: [] };
    const result = parse(text);
    out.problems = result.parseMessages.map((m) => m.message);
    const visit = (node) => {
      if (node.children) {
        node.children.forEach(visit);
        return;
      }
      out.events.push({
        title: node.firstLine.restTrimmed,
        from: node.dateRangeIso.fromDateTimeIso.slice(0, 10),
        to: node.dateRangeIso.toDateTimeIso.slice(0, 10),
        tags: node.tags,
      });
    };
    visit(result.events);
    return out;
  },
};

(async () => {
  const out = {};
  for (const [name, text] of Object.entries(input)) {
    out[name] = await clients[name](text);
  }
  process.stdout.write(JSON.stringify(out), () => process.exit(0));
})();
