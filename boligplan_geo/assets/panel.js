// The panel: which layers are shown, and the legend of just those.
"use strict";

Boligplan.ORDER = ["plots", "sites", "homes", "centres", "stops", "districts", "constraints", "purposes", "buildings"];
Boligplan.AT_START = ["plots", "sites", "centres", "districts", "buildings"];

Boligplan.Panel = class {
  constructor(page, columns, layers, words, actions) {
    Object.assign(this, { page, columns, layers, words, actions });
    this.shown = new Set(Boligplan.AT_START);
    this.legends = new Map();
    const E = Boligplan.element, say = (key) => words.say(key);
    this.node = E("aside", { class: "bp-panel", id: "bp-panel", "aria-label": say("layers") });
    const rows = Boligplan.ORDER.filter((name) => this.exists(name)).map((name) => this.row(name));
    this.node.append(
      E("h2", {}, say("layers")), E("div", { class: "bp-rows" }, ...rows), this.bases(), this.best());
    this.refresh();
  }

  exists(name) {
    const column = {
      centres: "centres.at_x", stops: "stops.at_x", districts: "districts.shape",
      constraints: "constraints.shape", purposes: "purposes.shape",
    }[name];
    if (name === "buildings") {
      return this.columns.count("buildings.shape") + this.columns.count("roads.shape") > 0;
    }
    return !column || this.columns.count(column) > 0;
  }

  row(name) {
    const E = Boligplan.element;
    const box = E("input", { type: "checkbox", id: `bp-layer-${name}`, "data-layer": name });
    box.checked = this.shown.has(name);
    box.addEventListener("change", () => {
      box.checked ? this.shown.add(name) : this.shown.delete(name);
      this.refresh();
      this.actions.redraw();
    });
    const legend = E("div", { class: "bp-legend", id: `bp-legend-${name}` });
    this.legends.set(name, legend);
    const label = E("label", { for: box.id }, box, E("span", {}, this.words.say(`layer.${name}`)));
    return E("div", { class: "bp-row" }, label, legend);
  }

  refresh() {
    for (const [name, node] of this.legends) {
      const isShown = this.shown.has(name);
      node.hidden = !isShown;
      node.replaceChildren(...(isShown ? this[`${name}Legend`]() : []));
    }
  }

  // A sample of a fill, line or symbol and what it means.
  key(sample, text) {
    return Boligplan.element("div", { class: "bp-key" }, sample, Boligplan.element("span", {}, text));
  }

  // Tiles lie over the background, the first of them on top.
  swatch(background, border = "rgba(70,78,88,.6)", ...tiles) {
    const node = Boligplan.element("i", { class: "bp-swatch", "aria-hidden": "true" });
    node.style.background = background;
    node.style.borderColor = border;
    node.style.backgroundImage = tiles.map((tile) => `url(${tile.toDataURL()})`).join(", ");
    return node;
  }

  line(colour, width, dash = "solid") {
    const node = Boligplan.element("i", { class: "bp-line", "aria-hidden": "true" });
    node.style.borderTop = `${width}px ${dash} ${colour}`;
    return node;
  }

  dot(fill, border, size) {
    const node = Boligplan.element("i", { class: "bp-dot", "aria-hidden": "true" });
    Object.assign(node.style, { background: fill, borderColor: border, width: `${size}px`, height: `${size}px` });
    return node;
  }

  plotsLegend() {
    const { limits, colours } = this.page.score, E = Boligplan.element, S = Boligplan.STYLE;
    const ramp = E("div", { class: "bp-ramp" }, ...colours.map((colour, i) => {
      const step = E("span", {}, String(limits[i]));
      step.style.setProperty("--colour", colour);
      return step;
    }), E("span", { class: "bp-ramp-end" }, "100"));
    const say = (status) => this.words.heading("plot_status_code", status);
    return [
      ramp, E("p", { class: "bp-unit" }, this.words.say("points_unit")),
      ...(this.layers.partlyNet.length
        ? [E("p", { class: "bp-unit" }, this.words.say("legend.net_note"))] : []),
      this.key(this.swatch("#efeeea"), say("no_potential")),
      this.key(this.swatch("#d5d5d2", undefined, Boligplan.hatch(...S.excluded)), say("excluded")),
      this.key(this.swatch("#f7f6f2", undefined, Boligplan.hatch(...S.notAssessable)), say("not_assessable")),
    ];
  }

  homesLegend() {
    const E = Boligplan.element, scale = this.actions.metresPerPixel();
    const largest = this.layers.homes.length ? this.layers.homes[0][1] : 1;
    const sizes = [1, 5, 20, 100].filter((n) => n === 1 || n <= largest);
    const row = E("div", { class: "bp-circles" }, ...sizes.map((n) => {
      const size = Math.max(3, Math.min(60, 2 * this.layers.homesRadius(n, scale)));
      return E("span", {}, this.dot(Boligplan.STYLE.home, "#fff", size), this.words.number(n));
    }));
    return [row, E("p", { class: "bp-unit" }, this.words.say("legend.homes_note"))];
  }

  sitesLegend() {
    const line = this.swatch("transparent", Boligplan.STYLE.site);
    line.style.borderWidth = "2.5px";
    const points = this.words.number(this.page.candidatePoints);
    const said = this.words.say("legend.site", { points });
    return [this.key(line, said), Boligplan.element("p", { class: "bp-unit" }, this.words.say("legend.sites_note"))];
  }

  centresLegend() {
    const colours = Boligplan.STYLE.catchment, dash = ["solid", "dashed", "dotted"];
    const bands = [[0, 5], [5, 10], [10, 15]].map(([from, to], i) =>
      this.key(this.line(colours[i], 2.4 - i * 0.3, dash[i]), `${from}–${to} ${this.words.say("minutes_unit")}`));
    return [this.key(this.dot("#fff", Boligplan.STYLE.centre, 12), this.words.say("legend.centre")), ...bands];
  }

  stopsLegend() {
    return [this.key(this.dot(Boligplan.STYLE.stop, "#fff", 10), this.words.say("legend.stop"))];
  }

  districtsLegend() {
    return [this.key(this.line(Boligplan.STYLE.district, 1.6, "dashed"), this.words.say("legend.district"))];
  }

  constraintsLegend() {
    return this.page.constraints
      .filter((_, i) => this.layers.zones[i].length)
      .map((name) => {
        const [colour, options] = Boligplan.STYLE.hatches[name];
        return this.key(this.swatch("#fff", colour, Boligplan.hatch(colour, options)), this.words.say(`legend.${name}`));
      })
      .reverse();
  }

  purposesLegend() {
    const keys = this.page.purposes.filter((p) => p.colours.length).map((p) => {
      const stripes = p.colours.length > 1;
      const tiles = stripes ? [Boligplan.hatch(p.colours, { gap: 4 })] : [];
      if (p.hatch) tiles.unshift(Boligplan.hatch("rgba(0,0,0,.55)", { gap: 6, width: 1 }));
      const kind = { 2: "legend.future_short", 3: "legend.further_short" }[p.status];
      const name = `${p.name}${kind ? `, ${this.words.say(kind)}` : ""}`;
      const key = this.key(this.swatch(stripes ? "#fff" : p.colours[0], undefined, ...tiles), name);
      key.title = `${p.name} (${p.code}, ${this.words.code("regime_code", p.regime)})`;
      key.append(Boligplan.element("small", {}, this.words.say(`regime_short.${p.regime}`)));
      return key;
    });
    return keys;
  }

  buildingsLegend() {
    return [
      this.key(this.swatch("#8d9095"), this.words.say("legend.building")),
      this.key(this.swatch("#fff", "#b9b4a8"), this.words.say("legend.road")),
    ];
  }

  bases() {
    const E = Boligplan.element, chosen = this.page.tiles.chosen ? "tiles" : "own";
    const radios = ["own", "tiles", "none"].map((base) => {
      const radio = E("input", { type: "radio", name: "bp-base", value: base, id: `bp-base-${base}` });
      radio.checked = base === chosen;
      radio.addEventListener("change", () => this.actions.setBase(base));
      return E("label", { for: radio.id }, radio, E("span", {}, this.words.say(`background_${base}`)));
    });
    return E("fieldset", {}, E("legend", {}, this.words.say("background")), ...radios);
  }

  best() {
    const E = Boligplan.element, { columns, words } = this;
    const count = Math.min(10, columns.lines("sites.id").length), rows = [];
    for (let i = 0; i < count; i++) {
      const homes = columns.number("sites.homes_mid", i), points = columns.number("sites.points", i);
      rows.push(E("li", {}, E("button", { type: "button", onclick: () => this.actions.goToSite(i) },
        E("b", {}, String(i + 1)),
        E("span", {}, columns.lines("sites.id")[i].replace(/^S-/, ""),
          E("small", {}, words.say("site_line", {
            plots: words.count("plots", columns.number("sites.plots", i)),
            homes: words.count("plan_homes", homes),
          }))),
        E("em", {}, points === null ? "–" : words.number(points, 0)))));
    }
    const list = rows.length ? E("ol", { class: "bp-best" }, ...rows)
      : E("p", { class: "bp-unit" }, words.say("no_sites"));
    const details = E("details", {}, E("summary", {}, words.say("best_sites")), list);
    details.open = true;
    return details;
  }
};
