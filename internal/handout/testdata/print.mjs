// Prints handouts in a browser and looks at what comes out:
//
//	node print.mjs CHROMIUM FILE.html…      (playwright-core, axe-core and pdfjs-dist installed)
//
// Of each file, on A4 and on Letter: axe-core finds nothing, the page asks for no other
// file and runs no script, it is at most so many pages, and no question is parted from
// the lines for its answer. It exits with 1 and says what is wrong.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const require = createRequire(process.cwd() + "/");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const pdfjs = await import(pathToFileURL(require.resolve("pdfjs-dist/legacy/build/pdf.mjs")));

const mostPages = 14;
const [executablePath, ...files] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
let bad = 0;
const fault = (file, what) => { console.log(`${file}: ${what}`); bad++; };

for (const file of files) {
  const context = await browser.newContext({ bypassCSP: true }); // for axe alone
  const page = await context.newPage();
  const asked = [];
  page.on("request", (r) => asked.push(r.url()));
  const url = pathToFileURL(file).href;
  await page.goto(url);
  if (asked.length !== 1) fault(file, `asks for ${asked.slice(1)}`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run());
  for (const v of violations) fault(file, `axe: ${v.id}: ${v.help}`);
  // Words in the lines, to be found again on the printed pages.
  const questions = await page.evaluate(() => {
    const asks = [...document.querySelectorAll(".ask")].filter((a) => a.querySelector(".line"));
    asks.forEach((a, n) => {
      a.querySelector("p").textContent = `QQ${n}Q ` + a.querySelector("p").textContent;
      a.querySelectorAll(".line").forEach((l) => { l.textContent = `LL${n}L`; });
    });
    return asks.length;
  });
  for (const format of ["A4", "Letter"]) {
    const pdf = await pdfjs.getDocument({ data: new Uint8Array(await page.pdf({ format, preferCSSPageSize: false })), useSystemFonts: true, verbosity: 0 }).promise;
    if (pdf.numPages > mostPages) fault(file, `${pdf.numPages} pages of ${format}`);
    const where = new Map();
    for (let n = 1; n <= pdf.numPages; n++) {
      const text = (await (await pdf.getPage(n)).getTextContent()).items.map((i) => i.str).join("");
      for (const m of text.matchAll(/(QQ|LL)(\d+)[QL]/g)) where.set(m[2], (where.get(m[2]) ?? new Set()).add(n));
    }
    if (where.size !== questions) fault(file, `${questions} questions, ${where.size} on paper`);
    for (const [n, pages] of where) if (pages.size > 1) fault(file, `question ${+n + 1} is parted from its lines on ${format}`);
    console.log(`${file}: ${pdf.numPages} pages of ${format}, ${questions} questions`);
  }
  await context.close();
}
await browser.close();
process.exit(bad ? 1 : 0);
