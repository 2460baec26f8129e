// Filters, sorts and counts the studies that are embedded in the page. Text is only ever set as text, never as markup.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const FIRST = 150;
  const KEYS = ["q", "class", "drug", "site", "part", "design", "setting", "line", "anchored", "flags", "from", "to", "sort"];
  const codes = {}, at = {};
  for (const name of ["class", "drug", "site", "design", "setting", "line"]) {
    codes[name] = data[name];
    at[name] = new Map(data[name].map(([code], index) => [code, index]));
  }
  const label = (name, index) => (index < 0 ? "" : codes[name][index][1]);
  const unique = (list) => [...new Set(list)];
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const studies = data.studies.map((r) => {
    const s = {
      id: r[0], label: r[1], acronym: r[2], year: r[3], title: r[4], cells: r[5], drug: r[6], parts: r[7], design: r[8], phase: r[9], setting: r[10],
      line: r[11], n: r[12], facts: r[13], anchored: r[14], flags: r[15], responses: r[16], regimens: r[17], sites: r[18],
    };
    s.class = unique(s.cells.map((cell) => cell[0]).filter((index) => index >= 0));
    s.site = unique(s.cells.map((cell) => cell[1]));
    s.share = s.facts ? s.anchored / s.facts : 0;
    const words = [s.id, s.label, s.acronym, s.year, s.title, ...s.regimens, ...s.sites, r[19], label("design", s.design), ...s.class.map((i) => label("class", i)), ...s.drug.map((i) => label("drug", i))];
    s.text = fold(words.join(" "));
    return s;
  });

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(key, value);
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  };
  const best = (s) => Math.max(-1, ...s.responses.map(([text]) => Number((/([\d.]+)%/.exec(text) || [0, -1])[1])));
  const columns = [
    ["study", "Study", (s) => fold(s.label), (s) => [element("a", { href: `studies/${s.id}.html` }, s.label), s.acronym && s.acronym !== s.label ? element("span", { class: "acronym" }, s.acronym) : "", element("span", { class: "title" }, s.title)]],
    ["year", "Year", (s) => s.year, (s) => [s.year === null ? "" : String(s.year)], "num"],
    ["treatment", "Treatment", (s) => fold(s.regimens[0] || ""), (s) => [element("span", { title: s.class.map((i) => label("class", i)).join("; ") }, s.regimens.slice(0, 3).join("; ") + (s.regimens.length > 3 ? ` and ${s.regimens.length - 3} more` : ""))]],
    ["site", "Site", (s) => (s.sites[0] ? fold(s.sites[0]) : "~"), (s) => [s.sites.join(", ").replaceAll("Gastroenteropancreatic", "Gastro\u00adentero\u00adpancreatic") || element("span", { class: "sub" }, "mixed or not stated")]],
    ["design", "Design, setting", (s) => label("design", s.design) + s.phase, (s) => [label("design", s.design) + (s.phase ? `, phase ${s.phase}` : ""), element("span", { class: "sub" }, label("setting", s.setting) + (s.line < 0 || label("line", s.line) === "not stated" ? "" : `, line: ${label("line", s.line)}`))]],
    ["n", "Patients", (s) => s.n, (s) => [s.n === null ? "" : String(s.n)], "num"],
    ["orr", "Objective response", (s) => (best(s) < 0 ? null : best(s)), (s) => s.responses.slice(0, 3).flatMap(([text, arm]) => [element("span", { class: "line" }, text), s.responses.length > 1 ? element("span", { class: "sub arm", title: arm }, arm) : ""]).concat(s.responses.length > 3 ? [element("span", { class: "sub" }, `and ${s.responses.length - 3} more`)] : []), "num"],
    ["anchored", "Anchored", (s) => s.share, (s) => [element("span", { class: "share", title: `${s.anchored} of ${s.facts} rows of figures` }, element("span", { class: "meter", style: `--share:${Math.round(100 * s.share)}%`, "aria-hidden": "true" }), `${Math.round(100 * s.share)}%`)], "num"],
    ["flags", "Flags", (s) => s.flags, (s) => [s.flags ? element("span", { class: "flag" }, `⚑ ${s.flags}`) : ""], "num"],
  ];

  // What is asked. The hash is the only state: the form shows it.
  const form = document.getElementById("filters");
  let asked = {};
  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    asked = {};
    for (const key of KEYS) if (given.get(key)) asked[key] = given.get(key);
    for (const name of Object.keys(codes)) if (asked[name] && !at[name].has(asked[name])) delete asked[name];
  };
  const hash = (state) => new URLSearchParams(KEYS.filter((key) => state[key]).map((key) => [key, state[key]])).toString();
  const go = (state) => {
    const wanted = hash(state);
    history.replaceState(null, "", wanted ? `#${wanted}` : location.pathname + location.search);
    read();
    show();
  };
  const number = (key) => (asked[key] && Number.isFinite(Number(asked[key])) ? Number(asked[key]) : null);

  const inSite = (s, site, part) => s.site.includes(site) || (part && s.parts.includes(site));
  const tests = {
    q: (s, value) => fold(value).split(/\s+/).every((word) => s.text.includes(word)),
    class: (s, value) => s.class.includes(at.class.get(value)),
    drug: (s, value) => s.drug.includes(at.drug.get(value)),
    site: (s, value) => inSite(s, at.site.get(value), asked.part),
    design: (s, value) => s.design === at.design.get(value),
    setting: (s, value) => s.setting === at.setting.get(value),
    line: (s, value) => s.line === at.line.get(value),
    anchored: (s, value) => (value === "all" ? s.share === 1 : value === "half" ? s.share >= 0.5 : s.anchored > 0),
    flags: (s, value) => (value === "yes") === s.flags > 0,
    from: (s) => number("from") === null || (s.year !== null && s.year >= number("from")),
    to: (s) => number("to") === null || (s.year !== null && s.year <= number("to")),
  };
  // Class and site asked together must meet in one arm, unless patients of the site were a part of the study.
  const together = (s, name, site) => s.cells.some((cell) => cell[0] === name && cell[1] === site) || (asked.part && s.class.includes(name) && s.parts.includes(site));
  const matching = (but = []) =>
    studies.filter((s) => {
      for (const key of Object.keys(asked)) if (tests[key] && !but.includes(key) && !tests[key](s, asked[key])) return false;
      if (asked.class && asked.site && !but.includes("class") && !but.includes("site")) return together(s, at.class.get(asked.class), at.site.get(asked.site));
      return true;
    });

  // The table.
  const head = document.querySelector("#studies thead tr"), body = document.querySelector("#studies tbody"), more = document.getElementById("more");
  const rows = new Map();
  const row = (s) => {
    if (!rows.has(s.id)) rows.set(s.id, element("tr", { "data-id": s.id }, ...columns.map(([key, title, , cell, kind], index) => element(index ? "td" : "th", { class: `c-${key} ${kind || ""}`, "data-label": title, scope: index ? null : "row" }, ...cell(s)))));
    return rows.get(s.id);
  };
  for (const [key, title, , , kind] of columns) {
    const button = element("button", { type: "button" }, title);
    button.addEventListener("click", () => {
      const [by, way] = order();
      const first = ["year", "n", "orr", "anchored", "flags"].includes(key) ? "-" : "";
      go({ ...asked, sort: by === key ? (way < 0 ? key : `-${key}`) : first + key });
    });
    head.append(element("th", { scope: "col", class: `c-${key} ${kind || ""}`, "data-key": key }, button));
  }
  const order = () => {
    const sort = asked.sort || "-year", key = sort.replace(/^-/, "");
    return columns.some((column) => column[0] === key) ? [key, sort[0] === "-" ? -1 : 1] : ["year", -1];
  };
  const sorted = (list) => {
    const [key, way] = order(), value = columns.find((column) => column[0] === key)[2];
    return list.map((s) => [value(s), s]).sort(([a, s], [b, t]) => {
      if (a === null || b === null) return (a === null) - (b === null) || (s.id < t.id ? -1 : 1);
      return (a < b ? -way : a > b ? way : 0) || (fold(s.label) < fold(t.label) ? -1 : fold(s.label) > fold(t.label) ? 1 : s.id < t.id ? -1 : 1);
    }).map((pair) => pair[1]);
  };
  let found = [];
  const fill = (all) => {
    const shown = all ? found : found.slice(0, FIRST);
    body.replaceChildren(...shown.map(row));
    more.hidden = shown.length === found.length;
    more.firstElementChild.textContent = `Show all ${found.length}`;
  };
  more.firstElementChild.addEventListener("click", () => fill(true));

  // Each choice says how many studies it would leave.
  const facets = () => {
    for (const name of Object.keys(codes)) {
      const select = form.elements[name], others = matching([name]), counts = new Array(codes[name].length).fill(0);
      const site = asked.site ? at.site.get(asked.site) : null, group = asked.class ? at.class.get(asked.class) : null;
      for (const s of others) {
        let has = Array.isArray(s[name]) ? s[name] : [s[name]];
        if (name === "site" && asked.part) has = unique([...has, ...s.parts]);
        if (name === "class" && site !== null) has = has.filter((index) => together(s, index, site));
        if (name === "site" && group !== null) has = has.filter((index) => together(s, group, index));
        for (const index of has) if (index >= 0) counts[index] += 1;
      }
      for (const option of select.options) {
        if (!option.value) continue;
        const index = at[name].get(option.value);
        option.textContent = `${codes[name][index][1]} (${counts[index]})`;
        option.disabled = counts[index] === 0 && asked[name] !== option.value;
      }
    }
  };

  // The grid: all filters count in it but class and site.
  const grid = document.getElementById("grid");
  const cover = () => {
    const all = matching(["class", "site"]), counts = new Map();
    for (const s of all) for (const cell of new Set(s.cells.map((pair) => pair.join()))) counts.set(cell, (counts.get(cell) || 0) + 1);
    const most = Math.max(1, ...counts.values());
    const used = codes.site.map((_, site) => site);
    const top = element("tr", {}, element("th", { scope: "col" }, "Treatment class"), ...used.map((site) => element("th", { scope: "col" }, element("span", {}, codes.site[site][1].replace("Gastrointestinal", "Gastro\u00adintestinal")))), element("th", { scope: "col", class: "num" }, "all"));
    const lines = codes.class.map(([code, title], group) => {
      const line = element("tr", {}, element("th", { scope: "row" }, element("a", { href: `classes/${code}.html` }, title)));
      for (const site of used) {
        const count = counts.get(`${group},${site}`) || 0, pressed = asked.class === code && asked.site === codes.site[site][0];
        const cell = element("td");
        if (count) {
          const strength = Math.round(12 + 68 * (Math.log(count + 1) / Math.log(most + 1)));
          const button = element("button", { type: "button", style: `--strength:${strength}%`, "aria-pressed": String(pressed), "aria-label": `${title}, ${codes.site[site][1]}: ${count} ${count === 1 ? "study" : "studies"}`, "data-class": code, "data-site": codes.site[site][0] }, String(count));
          button.addEventListener("click", () => {
            const next = { ...asked, class: pressed ? "" : code, site: pressed ? "" : codes.site[site][0], part: "" };
            go(next);
            const again = grid.querySelector(`button[data-class="${code}"][data-site="${codes.site[site][0]}"]`);
            if (again) again.focus({ preventScroll: true });
            if (!pressed) document.querySelector(".status").scrollIntoView({ block: "nearest" });
          });
          cell.append(button);
        } else cell.append(element("span", { class: "none" }, "·"));
        line.append(cell);
      }
      const count = all.filter((s) => s.class.includes(group)).length;
      const total = element("button", { type: "button", class: "total", "aria-pressed": String(asked.class === code && !asked.site), "aria-label": `${title}, all sites: ${count}` }, String(count));
      total.addEventListener("click", () => go({ ...asked, class: asked.class === code && !asked.site ? "" : code, site: "", part: "" }));
      line.append(element("td", { class: "num" }, total));
      return line;
    });
    grid.replaceChildren(element("thead", {}, top), element("tbody", {}, ...lines));
  };

  const NAMES = { q: "search", class: "class", drug: "drug", site: "site", part: "some patients of the site", design: "design", setting: "setting", line: "line", anchored: "anchored", flags: "flags", from: "from", to: "to" };
  const show = () => {
    for (const key of KEYS) {
      const field = form.elements[key];
      if (!field || field === document.activeElement) continue;
      if (field.type === "checkbox") field.checked = Boolean(asked[key]);
      else if (field.value !== (asked[key] || "")) field.value = asked[key] || "";
    }
    found = sorted(matching());
    facets();
    cover();
    fill(false);
    const [by, way] = order();
    for (const cell of head.children) cell.setAttribute("aria-sort", cell.dataset.key === by ? (way > 0 ? "ascending" : "descending") : "none");
    const patients = found.reduce((sum, s) => sum + (s.n || 0), 0), stated = found.filter((s) => s.n !== null).length;
    document.getElementById("count").replaceChildren(
      element("strong", {}, `${found.length} of ${studies.length} studies`),
      element("span", { class: "sub" }, found.length ? ` ${patients.toLocaleString("en")} patients enrolled in the ${stated} that say so; cohorts that overlap are not taken apart` : " Nothing matches: clear a filter."));
    document.getElementById("chips").replaceChildren(...Object.keys(NAMES).filter((key) => asked[key]).map((key) => {
      const said = key in codes ? label(key, at[key].get(asked[key])) : key === "part" ? "" : asked[key];
      const chip = element("button", { type: "button", class: "chip", "aria-label": `Remove the filter ${NAMES[key]} ${said}` }, `${NAMES[key]}${said ? `: ${said}` : ""} ×`);
      chip.addEventListener("click", () => go({ ...asked, [key]: "" }));
      return chip;
    }));
  };
  const changed = () => {
    const next = { sort: asked.sort };
    for (const key of KEYS) {
      const field = form.elements[key];
      if (field) next[key] = field.type === "checkbox" ? (field.checked ? "1" : "") : field.value.trim();
    }
    go(next);
  };
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => { event.preventDefault(); if (document.activeElement) document.activeElement.blur(); go({ sort: asked.sort }); });
  const folding = document.getElementById("fold");
  folding.addEventListener("click", () => folding.setAttribute("aria-expanded", String(folding.getAttribute("aria-expanded") !== "true")));
  window.addEventListener("hashchange", () => { if (location.hash !== "#report" && location.hash !== "#main") { read(); show(); } });

  read();
  if (Object.keys(asked).some((key) => key !== "sort") || matchMedia("(max-width: 720px)").matches) document.getElementById("coverage").open = false;
  show();
  document.documentElement.dataset.ready = "1";
})();
