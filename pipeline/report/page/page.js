// The page's own script: draws charts as they come into view, shows what a point rests on, searches the contents.
// What stories told is set as text only; the policy in the head forbids anything else.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const data = JSON.parse(document.getElementById("data").textContent);
  const panel = document.getElementById("evidence");
  const tip = document.querySelector(".tip");
  const COLOURS = ["paper", "ink", "grey", "faint", "actual", "first", "forecast", "target", "firstText", "forecastText", "targetText", "lower", "level", "higher"];

  function make(tag, said, ...children) {
    const made = document.createElement(tag);
    Object.assign(made, said);
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  // ---- Evidence -------------------------------------------------------------------------------------------------------------

  let origin = null; // what had the focus before the evidence was shown

  function show(section, number, from) {
    const [label, value, said, sentences] = data.points[section][number];
    origin = from;
    const shown = [make("p", { className: "said", dir: "auto", textContent: said })];
    sentences.forEach((each, n) => shown.push(sentence(data.sentences[each], n + 1, sentences.length)));
    fill(`${label}: ${value.replaceAll("\n", ", ")}`, shown);
    unkeep();
    document.querySelector(`button[data-section="${CSS.escape(section)}"][data-point="${number}"]`)?.closest("tr").classList.add("chosen");
  }

  function fill(heading, shown) {
    panel.querySelector("h2").textContent = heading;
    panel.querySelector("h2").dir = "auto";
    panel.querySelector(".shown").replaceChildren(...shown);
    panel.querySelector(".close").hidden = false;
    panel.classList.add("open");
    panel.scrollTop = 0;
    panel.querySelector("h2").focus({ preventScroll: true });
  }

  function sentence(told, n, of) {
    const [before, figure, after] = told.parts;
    const list = make("dl");
    const add = (name, ...value) => list.append(make("dt", { textContent: name }), make("dd", { dir: "auto" }, ...value));
    add("Publisher", told.publisher || "not named");
    add("Published", told.published);
    if (told.title) add("Story", told.url ? make("a", { href: told.url, rel: "noopener noreferrer", textContent: told.title }) : told.title);
    else if (told.url) add("Story", make("a", { href: told.url, rel: "noopener noreferrer", textContent: told.url }));
    if (told.licence) add("Licence", told.licence);
    add("Read right", `${told.sure} likely`);
    if (told.rules.length) add("Read by", make("ol", {}, ...told.rules.map((rule) => make("li", { textContent: rule }))));
    add("Fact", make("span", { className: "fact", textContent: told.fact }));
    return make(
      "article", {},
      of > 1 ? make("h3", { textContent: `Sentence ${n} of ${of}` }) : null,
      make("blockquote", { dir: "auto" }, before, figure ? make("mark", { textContent: figure }) : "", after),
      list,
    );
  }

  function unkeep() {
    document.querySelector(".ring.kept")?.remove();
    for (const row of document.querySelectorAll("tr.chosen")) row.classList.remove("chosen");
  }

  function close() {
    if (!panel.classList.contains("open")) return;
    unkeep();
    panel.classList.remove("open");
    origin?.focus({ preventScroll: true });
  }

  panel.querySelector(".close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-point]");
    if (button) show(button.dataset.section, Number(button.dataset.point), button);
  });

  // ---- Charts ---------------------------------------------------------------------------------------------------------------

  const views = new Map(); // plot → what is drawn in it

  function theme() {
    const style = getComputedStyle(root);
    const said = Object.fromEntries(COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
    const font = getComputedStyle(document.body).fontFamily;
    const config = {
      background: null,
      font,
      view: { stroke: null },
      axis: { labelColor: said.grey, titleColor: said.grey, gridColor: said.faint, domainColor: said.grey, tickColor: said.grey, labelFontSize: 12, titleFontSize: 12, labelPadding: 6, title: null },
      axisQuantitative: { domain: false, ticks: false, tickSize: 4 },
      text: { fontSize: 12 },
    };
    return { config, params: COLOURS.map((name) => ({ name, value: said[name] })) };
  }

  function draw(box) {
    const drawing = data.charts[box.dataset.chart][Number(box.dataset.plot)];
    const { config, params } = theme();
    const width = Math.max(Math.floor(box.clientWidth), 120);
    const spec = {
      ...drawing.spec, width, config, params: [...params, ...drawing.spec.params],
      autosize: { type: "fit", contains: "padding" },
    };
    const known = views.get(box);
    known?.view.finalize();
    box.querySelector(".ring.kept")?.remove();
    const canvas = known?.canvas ?? box.appendChild(make("div", { ariaHidden: "true" }));
    const runtime = vega.parse(vega.compile(spec, { logger: quiet }).spec, null, { ast: true });
    const view = new vega.View(runtime, { expr: vega.expressionInterpreter, renderer: "svg", container: canvas, hover: false, logger: quiet });
    const entry = { view, canvas, drawing, width, places: [] };
    views.set(box, entry);
    view.run();
    entry.places = places(view);
    if (entry.places.length) box.closest("figure").classList.add("drawn");
    if (document.activeElement === box) point(box, Number(box.ariaValueNow) - 1);
  }

  // Vega warns of nothing that a reader could mend.
  const quiet = { level: () => quiet, error: (...said) => (console.error(...said), quiet), warn: () => quiet, info: () => quiet, debug: () => quiet };

  // Where each mark lies in its box: centre and half sizes, in pixels.
  function places(view) {
    const [left, top] = view.origin();
    const padding = view.padding();
    const found = [];
    (function walk(group, x, y) {
      for (const mark of group.items ?? []) {
        if (mark.marktype === "group") for (const each of mark.items) walk(each, x + (each.x || 0), y + (each.y || 0));
        else if (/points_marks$/.test(mark.name ?? "")) {
          for (const { datum, bounds } of mark.items) {
            found[datum.i] = { x: x + (bounds.x1 + bounds.x2) / 2, y: y + (bounds.y1 + bounds.y2) / 2, w: (bounds.x2 - bounds.x1) / 2, h: (bounds.y2 - bounds.y1) / 2, round: mark.marktype === "symbol" };
          }
        }
      }
    })({ items: [view.scenegraph().root] }, left + padding.left, top + padding.top);
    return found;
  }

  function nearest(box, event) {
    const { places: all, drawing } = views.get(box) ?? { places: [] };
    const area = box.getBoundingClientRect();
    const [x, y] = [event.clientX - area.left, event.clientY - area.top];
    let best = -1;
    let least = drawing?.near === "x" ? 80 : 40;
    all.forEach((place, n) => {
      const across = Math.max(Math.abs(place.x - x) - place.w, 0);
      const down = Math.max(Math.abs(place.y - y) - place.h, 0);
      const far = Math.hypot(across, drawing.near === "x" ? down / 5 : down);
      if (far < least) [best, least] = [n, far];
    });
    return best;
  }

  function point(box, n) {
    const { places: all, drawing } = views.get(box) ?? {};
    const place = all?.[n];
    unpoint();
    if (!place) return;
    ring(box, place, "");
    tip.textContent = drawing.marks[n][0];
    tip.hidden = false;
    const area = box.getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    const left = Math.min(Math.max(area.left + place.x - size.width / 2, 8), root.clientWidth - size.width - 8);
    const above = area.top + place.y - place.h - size.height - 12;
    Object.assign(tip.style, { left: `${left}px`, top: `${above > 8 ? above : area.top + place.y + place.h + 12}px` });
  }

  // Round about a mark: while it is pointed at, or, `kept`, while its evidence is shown.
  function ring(box, place, kept) {
    const [w, h] = place.round ? [Math.max(place.w, place.h) + 4, Math.max(place.w, place.h) + 4] : [place.w + 1, place.h + 1];
    const drawn = box.appendChild(make("div", { className: `ring ${kept} ${place.round ? "" : "square"}` }));
    Object.assign(drawn.style, { left: `${place.x - w}px`, top: `${place.y - h}px`, width: `${2 * w}px`, height: `${2 * h}px` });
  }

  function unpoint() {
    document.querySelector(".ring:not(.kept)")?.remove();
    tip.hidden = true;
  }

  function choose(box, n) {
    const { drawing, places: all } = views.get(box);
    const [text, number] = drawing.marks[n];
    turn(box, n);
    if (number !== null) show(drawing.section, number, box);
    else {
      origin = box;
      unkeep();
      fill(text, [make("p", { textContent: "This report quotes no sentence for this mark. The warehouse holds it: statwire why." })]);
    }
    ring(box, all[n], "kept");
  }

  function turn(box, n) {
    box.ariaValueNow = String(n + 1);
    box.ariaValueText = data.charts[box.dataset.chart][Number(box.dataset.plot)].marks[n][0];
  }

  function keys(event) {
    const box = event.currentTarget;
    const last = Number(box.ariaValueMax) - 1;
    const now = Number(box.ariaValueNow) - 1;
    const to = { ArrowRight: now + 1, ArrowUp: now - 1, ArrowLeft: now - 1, ArrowDown: now + 1, Home: 0, End: last, PageDown: now + 10, PageUp: now - 10 }[event.key];
    if (event.key === "Enter" || event.key === " ") choose(box, now);
    else if (to === undefined) return;
    else {
      turn(box, Math.min(Math.max(to, 0), last));
      point(box, Number(box.ariaValueNow) - 1);
    }
    event.preventDefault();
  }

  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting && !views.has(target)) draw(target);
    },
    { rootMargin: "600px" },
  );
  const sized = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const known = views.get(target);
      if (known && target.clientWidth && known.width !== Math.floor(target.clientWidth)) draw(target);
    }
  });
  const boxes = [...document.querySelectorAll(".plot")];
  for (const box of boxes) {
    box.style.minHeight = `${data.charts[box.dataset.chart][Number(box.dataset.plot)].height}px`;
    box.addEventListener("keydown", keys);
    box.addEventListener("pointermove", (event) => point(box, nearest(box, event)));
    box.addEventListener("pointerleave", unpoint);
    box.addEventListener("focus", () => box.matches(":focus-visible") && point(box, Number(box.ariaValueNow) - 1));
    box.addEventListener("blur", unpoint);
    box.addEventListener("click", (event) => {
      const n = nearest(box, event);
      if (n >= 0) choose(box, n);
    });
    seen.observe(box);
    sized.observe(box);
  }
  addEventListener("scroll", unpoint, { passive: true });
  addEventListener("beforeprint", () => boxes.filter((box) => !views.has(box)).forEach(draw));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => [...views.keys()].forEach(draw));

  // ---- Contents -------------------------------------------------------------------------------------------------------------

  const search = document.getElementById("search");
  const contents = document.getElementById("contents");
  const found = document.getElementById("found");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const entries = [...document.querySelectorAll("#entries li")].map((entry) => [entry, fold(`${entry.textContent} ${entry.dataset.words}`)]);

  function find() {
    const wanted = fold(search.value).split(/\s+/).filter(Boolean);
    let left = 0;
    for (const [entry, text] of entries) {
      entry.hidden = !wanted.every((word) => text.includes(word));
      left += !entry.hidden;
    }
    found.textContent = wanted.length ? `${left || "None"} of ${entries.length}` : "";
    if (wanted.length) contents.open = true;
  }

  search.addEventListener("input", find);
  search.addEventListener("keydown", (event) => {
    const first = entries.find(([entry]) => !entry.hidden);
    if (event.key === "Enter" && search.value.trim() && first) first[0].querySelector("a").click();
    if (event.key === "Escape" && search.value) {
      search.value = "";
      find();
      event.stopPropagation();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.matches?.("input") || event.ctrlKey || event.metaKey || event.altKey) return;
    search.focus();
    event.preventDefault();
  });
  contents.open = matchMedia("(min-width: 56rem)").matches;
})();
