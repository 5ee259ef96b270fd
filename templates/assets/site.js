// Filter-as-you-type and sorting in place. Every page works without it; it has no words of its own.
(() => {
  "use strict";

  const collator = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });

  const value = (row, column) => {
    const cell = row.cells[column];
    if (!cell) return "";
    return cell.dataset.value ?? cell.textContent.trim();
  };

  const compare = (left, right) => {
    const a = Number(left), b = Number(right);
    if (left !== "" && right !== "" && !Number.isNaN(a) && !Number.isNaN(b)) return a - b;
    return collator.compare(left, right);
  };

  const sortBy = (table, head, column) => {
    const falling = head.getAttribute("aria-sort") === "ascending";
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [value(row, column), row]);
    const known = rows.filter(([text]) => text !== "");
    const unknown = rows.filter(([text]) => text === "");
    known.sort(([a], [b]) => (falling ? compare(b, a) : compare(a, b)));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", falling ? "descending" : "ascending");
    body.append(...known.map(([, row]) => row), ...unknown.map(([, row]) => row));
  };

  const makeSortable = (table) => {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (head.querySelector("a") || head.hasAttribute("aria-sort")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sortBy(table, head, column));
      head.append(button);
    });
  };

  const makeFilter = (region, table) => {
    const box = document.createElement("form");
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("output");
    const none = document.createElement("p");
    const clear = document.createElement("button");
    box.className = "filter";
    label.textContent = region.dataset.filter;
    input.type = "search";
    clear.type = "button";
    clear.textContent = region.dataset.clear;
    clear.hidden = true;
    none.className = "state state-filter";
    none.textContent = region.dataset.none;
    none.hidden = true;
    label.append(input);
    box.append(label, clear, count);
    const rows = [...table.tBodies[0].rows];
    const texts = rows.map((row) => row.textContent.toLocaleLowerCase());
    const apply = () => {
      const words = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        row.hidden = !words.every((word) => texts[index].includes(word));
        if (!row.hidden) shown += 1;
      });
      clear.hidden = words.length === 0;
      none.hidden = shown > 0;
      count.textContent = words.length
        ? region.dataset.count.replace("{shown}", shown).replace("{total}", rows.length)
        : "";
    };
    input.addEventListener("input", apply);
    clear.addEventListener("click", () => { input.value = ""; apply(); input.focus(); });
    box.addEventListener("submit", (event) => event.preventDefault());
    region.before(box);
    region.after(none);
  };

  for (const region of document.querySelectorAll(".table")) {
    const table = region.querySelector("table.data");
    if (!table || !table.tBodies[0] || !table.tHead) continue;
    if (table.tBodies[0].rows.length > 1 && !document.querySelector(".pager")) makeSortable(table);
    if (region.dataset.filter && table.tBodies[0].rows.length > 10) makeFilter(region, table);
  }

  const menu = document.querySelector("details.menu");
  if (menu) {
    const wide = matchMedia("(min-width: 60rem)");
    const follow = () => { menu.open = wide.matches; };
    follow();
    wide.addEventListener("change", follow);
  }
})();
