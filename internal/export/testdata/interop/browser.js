// Opens what was exported in Chromium. Standard input: {"page": HTML, "svg": SVG,
// "slides": JSON of TimelineJS, any of them}. Standard output: what was found of each.
// CHROMIUM names the browser; NODE_PATH holds puppeteer-core, axe-core and
// @knight-lab/timelinejs.
const fs = require('fs');
const os = require('os');
const path = require('path');
const { pathToFileURL } = require('url');
const puppeteer = require('puppeteer-core');

const input = JSON.parse(fs.readFileSync(0, 'utf8'));
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'browser-'));

const write = (name, text) => {
  const file = path.join(dir, name);
  fs.writeFileSync(file, text);
  return pathToFileURL(file).href;
};

// open opens an address and notes what the page asks for and complains about.
const open = async (browser, address, setUp) => {
  const tab = await browser.newPage();
  const found = { requests: [], complaints: [] };
  tab.on('request', (r) => { if (r.url() !== address && !r.url().startsWith('data:')) found.requests.push(r.url()); });
  tab.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warn') found.complaints.push(m.text()); });
  tab.on('pageerror', (e) => found.complaints.push(String(e)));
  await tab.setViewport({ width: 1280, height: 760 });
  if (setUp) await setUp(tab);
  await tab.goto(address, { waitUntil: 'load' });
  return [tab, found];
};

const checks = {
  // The page: accessible in both colours, readable without script, printable.
  async page(browser, text) {
    const address = write('page.html', text);
    const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
    const out = { violations: [], complaints: [], requests: [], pdf: {} };
    for (const scheme of ['light', 'dark']) {
      const [tab, found] = await open(browser, address, (t) => t.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]));
      out.events = await tab.$$eval('article', (list) => list.length);
      out.status = await tab.$eval('#shown', (e) => e.textContent);
      await tab.select('#type', await tab.$eval('#type option:nth-child(2)', (o) => o.value));
      out.filtered = await tab.$$eval('article:not([hidden])', (list) => list.length);
      await tab.select('#type', '');
      out.broken = await tab.$$eval('a[href^="#"]', (list) => list.map((a) => decodeURIComponent(a.hash.slice(1))).filter((id) => !document.getElementById(id)));
      out.wide = await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      out.complaints.push(...found.complaints); // before axe, which the policy keeps out of the page's own world
      out.requests.push(...found.requests);
      await tab.evaluate(axe);
      const result = await tab.evaluate(() => axe.run(document, { resultTypes: ['violations'] })); // all rules, best practice too
      out.violations.push(...result.violations.map((v) => `${scheme}: ${v.id}: ${v.help}: ${v.nodes[0].html.slice(0, 120)}`));
      for (const format of ['A4', 'Letter']) {
        out.pdf[format] = (await tab.pdf({ format })).length;
      }
      await tab.close();
    }
    const [bare] = await open(browser, address, (t) => t.setJavaScriptEnabled(false));
    out.bare = await bare.$eval('body', (b) => b.innerText.length);
    await bare.close();
    return out;
  },

  // A picture by itself.
  async svg(browser, text) {
    const [tab, found] = await open(browser, write('picture.svg', text));
    found.root = await tab.evaluate(() => document.documentElement.nodeName);
    found.shapes = await tab.$$eval('rect, path, circle', (list) => list.length);
    found.errors = await tab.$$eval('parsererror', (list) => list.length);
    return found;
  },

  // TimelineJS 3 with its own files, in a window of 1280 by 760.
  async slides(browser, text) {
    const dist = path.join(path.dirname(require.resolve('@knight-lab/timelinejs/package.json')), 'dist');
    const address = write('slides.html', `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${pathToFileURL(path.join(dist, 'css/timeline.css'))}">
<style>html,body,#t{margin:0;height:100%}</style><div id="t"></div><script src="${pathToFileURL(path.join(dist, 'js/timeline.js'))}"></script>
<script>window.timeline = new TL.Timeline('t', ${text.replace(/</g, '\\u003c')}, {script_path: '${pathToFileURL(path.join(dist, 'js'))}'});</script>`);
    const [tab] = await open(browser, address);
    await tab.waitForSelector('.tl-timemarker', { timeout: 30000 });
    await new Promise((done) => setTimeout(done, 1500)); // it lays itself out in steps
    const out = await tab.evaluate(() => {
      const box = (s) => { const e = document.querySelector(s); return e ? e.getBoundingClientRect() : { top: 0, bottom: 0, height: 0, width: 0 }; };
      return {
        version: window.TL.VERSION || '',
        slides: document.querySelectorAll('.tl-timemarker').length,
        groups: document.querySelectorAll('.tl-timegroup').length,
        navigation: Math.round(box('.tl-timenav').height),
        story: Math.round(box('.tl-storyslider').height),
        arrow: box('.tl-slidenav-next').height > 0 && box('.tl-slidenav-next').bottom <= innerHeight,
        axis: box('.tl-timeaxis').height > 0 && box('.tl-timeaxis').top < innerHeight,
      };
    });
    if (process.env.SHOT) await tab.screenshot({ path: process.env.SHOT });
    return out;
  },
};

(async () => {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM, headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
  });
  const out = { version: await browser.version() };
  try {
    for (const [name, text] of Object.entries(input)) {
      out[name] = await checks[name](browser, text);
    }
  } finally {
    await browser.close();
    fs.rmSync(dir, { recursive: true, force: true });
  }
  fs.writeSync(1, JSON.stringify(out));
})().catch((e) => { console.error(e); process.exit(1); });
