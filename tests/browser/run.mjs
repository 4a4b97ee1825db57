// The HTML report in a real browser: node run.mjs CHROMIUM DIRECTORY. DIRECTORY holds fr.html and en.html (the real report in
// both languages), small.html (an example), long.html (words without an end), reason.html and
// joint.html (reasoning over several rules), strength.html (what the rules would notice); screenshots and the printed document are written beside them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { check, conclude, expect, expectEqual } from "./harness.mjs";

const [executablePath, directory] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = ["fr", "en", "small", "long", "reason", "joint", "strength"];
const widths = [320, 360, 768, 1280, 1920];
const urlOf = (page) => pathToFileURL(join(directory, `${page}.html`)).href;

// A fresh profile each run: playwright makes one and removes it.
const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
  ],
});

// Opens a page in a context of its own, runs the body, and says what the browser complained of or asked for.
async function withPage(name, options, body) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  try {
    await page.goto(urlOf(name));
    await body(page, requests);
    expectEqual(complaints.join("\n"), "", "complaints of the browser");
  } finally {
    await context.close();
  }
}

const shown = (page) => page.locator("#all-checks tbody tr:visible").count();
const all = (page) => page.locator("#all-checks tbody tr").count();

for (const name of pages) {
  await check(`${name}: opens from disk and asks for nothing else`, () =>
    withPage(name, {}, async (page, requests) => {
      await page.waitForLoadState("networkidle");
      expectEqual(requests.join(" "), urlOf(name), "requests");
      expectEqual(await page.locator("h1").count(), 1, "headings of the page");
    }));

  for (const width of widths)
    await check(`${name}: no horizontal scroll at ${width} px, everything unfolded`, () =>
      withPage(name, { viewport: { width, height: 900 } }, async (page) => {
        await page.screenshot({ path: join(directory, `${name}-${width}.png`) });
        await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
        const scroll = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expectEqual(scroll, 0, "pixels too wide");
      }));

  // axe takes long on the large pages: each layout and each scheme once there, all four on the small ones
  for (const [colorScheme, width] of [["light", 1280], ["dark", 360], ["light", 360], ["dark", 1280]].slice(0, ["fr", "en", "reason", "strength"].includes(name) ? 2 : 4))
    await check(`${name}: accessible by WCAG 2.2 A and AA, ${colorScheme}, ${width} px`, () =>
      withPage(name, { viewport: { width, height: 900 }, colorScheme }, async (page) => {
        await page.screenshot({ path: join(directory, `${name}-${width}-${colorScheme}.png`) });
        await page.evaluate(() => document.querySelectorAll("details.file").forEach((each) => { each.open = true; }));
        await page.evaluate(axe);
        const found = await page.evaluate(() =>
          axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"] }));
        const said = found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((n) => n.html).join(" | ")}`);
        expectEqual(said.join("\n"), "", "violations");
      }));
}

await check("no word of a drawing is cut off on a telephone", async () => {
  for (const name of pages)
    await withPage(name, { viewport: { width: 360, height: 780 } }, async (page) => {
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll("svg.axis")].flatMap((drawing) => {
          const frame = drawing.getBoundingClientRect();
          const outside = (text) => text.getBoundingClientRect().left < frame.left - 1 || text.getBoundingClientRect().right > frame.right + 1;
          return [...drawing.querySelectorAll("text")].filter(outside).map((text) => text.textContent);
        }));
      expectEqual(cut.join("\n"), "", "cut off");
    });
});

await check("the language is said", async () => {
  for (const [name, language] of [["fr", "fr"], ["en", "en"]])
    await withPage(name, {}, async (page) => expectEqual(await page.locator("html").getAttribute("lang"), language, "lang"));
});

await check("the first Tab reaches the skip link, which leads to the content", () =>
  withPage("fr", {}, async (page) => {
    await page.keyboard.press("Tab");
    expect(await page.locator(".skip").evaluate((each) => each === document.activeElement), "it has no focus");
    expect(await page.locator(".skip").evaluate((each) => each.getBoundingClientRect().left >= 0), "it is not to be seen");
    await page.keyboard.press("Enter");
    expectEqual(new URL(page.url()).hash, "#content", "place");
  }));

await check("the text filter works by keyboard alone", () =>
  withPage("fr", {}, async (page) => {
    const rows = await all(page);
    await page.keyboard.press("/");
    expect(await page.locator("#filter-text").evaluate((each) => each === document.activeElement), "/ gives no focus");
    await page.keyboard.type("ANRU citée");
    await page.waitForFunction((n) => document.querySelectorAll("#all-checks tbody tr:not([hidden])").length < n, rows);
    const left = await shown(page);
    expect(left > 0 && left < 10, `${left} rows are left`);
    expect((await page.locator("#filter-count").textContent()).includes(String(left)), "the count is not said");
    await page.keyboard.type("/");
    expectEqual(await page.locator("#filter-text").inputValue(), "ANRU citée/", "a / while typing");
    await page.keyboard.press("Escape");
    await page.waitForFunction((n) => document.querySelectorAll("#all-checks tbody tr:not([hidden])").length === n, rows);
  }));

await check("accents and case do not matter", () =>
  withPage("fr", {}, async (page) => {
    const count = async (words) => {
      await page.locator("#filter-text").fill(words);
      await page.waitForTimeout(200);
      return shown(page);
    };
    const accented = await count("Évolution");
    expect(accented > 0, "nothing is found");
    expectEqual(await count("evolution"), accented, "rows without accent");
  }));

await check("verdict and chapter filter by keyboard, together", () =>
  withPage("fr", {}, async (page) => {
    const contradicted = await page.locator('#all-checks tr[data-verdict="contradicted"]').count();
    await page.locator("#filter-text").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    expectEqual(await page.locator("#filter-verdict").inputValue(), "contradicted", "verdict");
    expectEqual(await shown(page), contradicted, "rows");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    const first = await page.locator('#all-checks tr[data-verdict="contradicted"][data-chapter="0"]').count();
    expectEqual(await shown(page), first, "rows of the first chapter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(50);
    expectEqual(await shown(page), await all(page), "rows after clearing");
    await page.locator("#filter").screenshot({ path: join(directory, "filter.png") });
  }));

await check("the figures of every line unfold at once", () =>
  withPage("fr", {}, async (page) => {
    await page.locator("#filter .unfold").press("Enter");
    expectEqual(await page.locator("#all-checks details:not([open])").count(), 0, "folded ones");
    expectEqual(await page.locator("#filter .unfold").getAttribute("aria-pressed"), "true", "state");
  }));

await check("links lead from a chapter to its contradictions, and from a check to its proof", () =>
  withPage("fr", {}, async (page) => {
    for (const link of [page.locator(".chapters .cards a").first(), page.locator("#all-checks td a").first()]) {
      const wanted = (await link.getAttribute("href")).slice(1);
      await link.press("Enter");
      const card = page.locator(`[id="${wanted}"]`);
      expectEqual(await page.evaluate(() => decodeURIComponent(location.hash.slice(1))), wanted, "place");
      expect(await card.evaluate((each) => each.matches(":target") && each.getBoundingClientRect().top < innerHeight), "not in sight");
      expect(await card.locator("svg[role=img] title").count() > 0, "no drawing");
    }
  }));

await check("the figures are found by protection, chapter and text, and put in order", () =>
  withPage("strength", {}, async (page) => {
    const rows = page.locator("#all-figures tbody tr");
    const visible = () => page.locator("#all-figures tbody tr:visible").count();
    const every = await rows.count();
    const none = await page.locator('#all-figures tr[data-protection="none"]').count();
    expect(none > 0 && none < every, `${none} of ${every} are unprotected`);
    await page.locator("#guard-protection").selectOption("none");
    expectEqual(await visible(), none, "unprotected ones");
    await page.locator("#guard-chapter").selectOption({ index: 1 });
    expect((await visible()) < none, "the chapter leaves all");
    await page.locator("#guard button[type=reset]").press("Enter");
    await page.waitForFunction((n) => document.querySelectorAll("#all-figures tbody tr:not([hidden])").length === n, every);
    const column = (key) => rows.evaluateAll((all, name) => all.map((row) => row.dataset[name]), key);
    const weakest = await column("place");
    await page.locator("#guard-order").selectOption("place");
    expectEqual((await column("place")).join(), [...weakest].map(Number).sort((a, b) => a - b).join(), "places in order");
    await page.locator("#guard-order").selectOption("surely");
    const sizes = (await column("surely")).map((each) => (each === "" ? -Infinity : Number(each)));
    expect(sizes.every((each, i) => i === 0 || sizes[i - 1] <= each), "the largest slip does not come first");
    await page.locator("#guard-order").selectOption("");
    expectEqual((await column("place")).join(), weakest.join(), "the first order");
    await page.locator("#guard").scrollIntoViewIfNeeded();
    await page.keyboard.press("/");
    expect(await page.locator("#guard-text").evaluate((each) => each === document.activeElement), "/ leads elsewhere");
    await page.keyboard.type("anru");
    await page.waitForFunction((n) => document.querySelectorAll("#all-figures tbody tr:not([hidden])").length < n, every);
    await page.locator("#strength").screenshot({ path: join(directory, "strength.png") });
  }));

await check("paper leaves out the figures of which every slip is noticed, and says so", () =>
  withPage("strength", {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    expect(!(await page.locator('#all-figures tr[data-protection="whole"]').first().isVisible()), "they are printed");
    expect(await page.locator('#all-figures tr[data-protection="none"]').first().isVisible(), "unprotected ones are not");
    expect(await page.locator("#strength .on-paper").isVisible(), "nothing is said");
    await page.pdf({ preferCSSPageSize: true, printBackground: true, path: join(directory, "strength.pdf") });
  }));

await check("incidents come first, and lead to their contradictions and back", () =>
  withPage("reason", {}, async (page) => {
    expectEqual(await page.locator("main > section").first().getAttribute("id"), "incidents", "first section");
    const link = page.locator("ul.found a").first();
    const wanted = (await link.getAttribute("href")).slice(1);
    await link.press("Enter");
    await page.locator(`[id="${wanted}"] .head a`).press("Enter");
    expectEqual(await page.evaluate(() => location.hash.slice(1)), "incident-1", "place");
    await page.locator("#incident-1").screenshot({ path: join(directory, "incident.png") });
  }));

await check("without JavaScript everything is there and no control pretends to work", () =>
  withPage("fr", { javaScriptEnabled: false }, async (page) => {
    expect(!(await page.locator("#filter").isVisible()), "the filter is shown");
    expect(await page.locator(".verdict").isVisible(), "no verdict");
    const html = readFileSync(join(directory, "fr.html"), "utf8");
    expectEqual(await shown(page), html.split("<tr data-verdict=").length - 1, "rows");
    await page.screenshot({ path: join(directory, "no-script.png") });
  }));

await check("prints on A4, without controls, every row and every unused figure", () =>
  withPage("fr", {}, async (page) => {
    await page.locator("#filter-text").fill("anru");
    await page.waitForTimeout(200);
    await page.emulateMedia({ media: "print" });
    for (const hidden of ["#filter", ".contents", ".skip"])
      expect(!(await page.locator(hidden).isVisible()), `${hidden} is printed`);
    expectEqual(await shown(page), await all(page), "rows");
    expectEqual(await page.locator(".card").first().evaluate((each) => getComputedStyle(each).breakInside), "avoid", "cards");
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, path: join(directory, "fr.pdf") });
    const boxes = [...pdf.toString("latin1").matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map((each) => each[1].trim());
    expect(boxes.length > 0, "no page");
    for (const box of boxes) {
      const [, , width, height] = box.split(/\s+/).map(Number);
      expect(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, `a page of ${box}`);
    }
    expect(await page.locator("details.file td").first().isVisible(), "unused figures stay folded");
  }));

await browser.close();
process.exitCode = conclude();
