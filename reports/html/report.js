// The filter of the table of all checks. Without this script the page is whole and shows every row.
(() => {
  "use strict";
  const form = document.getElementById("filter");
  const table = document.getElementById("all-checks");
  if (!form || !table) return;

  const text = document.getElementById("filter-text");
  const verdict = document.getElementById("filter-verdict");
  const chapter = document.getElementById("filter-chapter");
  const count = document.getElementById("filter-count");
  const figures = document.getElementById("show-figures");

  // Letters without case and accents, spaces of every kind alike.
  const folded = (words) =>
    words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/\s+/g, " ");

  const rows = Array.from(table.tBodies[0].rows, (row) => ({
    row,
    verdict: row.dataset.verdict,
    chapter: row.dataset.chapter,
    words: null,   // folded when first searched
  }));
  const wordsOf = (entry) => (entry.words ??= folded(entry.row.textContent));

  const apply = () => {
    const wanted = folded(text.value).split(" ").filter(Boolean);
    let shown = 0;
    for (const entry of rows) {
      const fits =
        (!verdict.value || entry.verdict === verdict.value) &&
        (!chapter.value || entry.chapter === chapter.value) &&
        wanted.every((word) => wordsOf(entry).includes(word));
      entry.row.hidden = !fits;
      if (fits) shown += 1;
    }
    const local = (n) => n.toLocaleString(document.documentElement.lang);
    count.textContent = count.dataset.words.replace("{0}", local(shown)).replace("{1}", local(rows.length));
  };

  let waiting = 0;
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 80);
  });
  verdict.addEventListener("change", apply);
  chapter.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));

  figures.addEventListener("click", () => {
    const open = figures.getAttribute("aria-pressed") !== "true";
    figures.setAttribute("aria-pressed", String(open));
    for (const each of table.querySelectorAll("details")) each.open = open;
  });

  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      text.focus();
      text.select();
    } else if (event.key === "Escape" && form.contains(event.target)) {
      form.reset();
    }
  });

  form.hidden = false;
  apply();
})();
