// The filters above tables: text, lists to choose from, an order. Without this script the page is whole and shows every row.
(() => {
  "use strict";

  // Letters without case and accents, spaces of every kind alike.
  const folded = (words) =>
    words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/\s+/g, " ");
  const local = (n) => n.toLocaleString(document.documentElement.lang);

  const attach = (form) => {
    const body = document.getElementById(form.dataset.table).tBodies[0];
    const text = form.querySelector("input[type=search]");
    const choices = form.querySelectorAll("select[data-key]");
    const order = form.querySelector("select[data-order]");
    const count = form.querySelector("output");
    const unfold = form.querySelector("button.unfold");
    const entries = Array.from(body.rows, (row) => ({ row, words: null }));   // folded when first searched
    const wordsOf = (entry) => (entry.words ??= folded(entry.row.textContent));

    const apply = () => {
      const wanted = folded(text.value).split(" ").filter(Boolean);
      let shown = 0;
      for (const entry of entries) {
        const fits =
          Array.from(choices).every((each) => !each.value || entry.row.dataset[each.dataset.key] === each.value) &&
          wanted.every((word) => wordsOf(entry).includes(word));
        entry.row.hidden = !fits;
        if (fits) shown += 1;
      }
      count.textContent = count.dataset.words.replace("{0}", local(shown)).replace("{1}", local(entries.length));
    };

    // Rows in the order of a number they carry, those without one first; else as they stood.
    const arrange = () => {
      const of = ({ row }) => (row.dataset[order.value] ? Number(row.dataset[order.value]) : -Infinity);
      const by = (a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0);
      body.append(...(order.value ? [...entries].sort(by) : entries).map(({ row }) => row));
    };

    let waiting = 0;
    text.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(apply, 80);
    });
    for (const each of choices) each.addEventListener("change", apply);
    order?.addEventListener("change", arrange);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => {
      apply();
      if (order) arrange();
    }));
    unfold?.addEventListener("click", () => {
      const open = unfold.getAttribute("aria-pressed") !== "true";
      unfold.setAttribute("aria-pressed", String(open));
      for (const each of body.querySelectorAll("details")) each.open = open;
    });
    form.hidden = false;
    apply();
    return { form, text };
  };

  const filters = Array.from(document.querySelectorAll("form.filter"), attach);

  // `/` leads to the first filter that is in sight, else to the first; Escape clears the one that is written in.
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const inSight = filters.find(({ form }) => {
        const { top, bottom } = form.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      const text = (inSight ?? filters[0])?.text;
      if (!text) return;
      event.preventDefault();
      text.focus();
      text.select();
    } else if (event.key === "Escape") {
      filters.find(({ form }) => form.contains(event.target))?.form.reset();
    }
  });
})();
