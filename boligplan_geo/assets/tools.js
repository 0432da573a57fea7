// Tools of a planner's map: true distances, measuring, search, buttons.
"use strict";

// Distance on the ellipsoid [m]: metres a degree along and across the meridian at mid-latitude.
Boligplan.metresPerDegree = function (latitude) {
  const phi = (latitude * Math.PI) / 180, a = 6378137, e2 = 0.00669438002290;
  const w = 1 - e2 * Math.sin(phi) ** 2, degree = Math.PI / 180;
  return {
    north: ((a * (1 - e2)) / w ** 1.5) * degree,
    east: (a / Math.sqrt(w)) * Math.cos(phi) * degree,
  };
};

Boligplan.distance = function (from, to) {
  const m = Boligplan.metresPerDegree((from.lat + to.lat) / 2);
  return Math.hypot((to.lat - from.lat) * m.north, (to.lng - from.lng) * m.east);
};

Boligplan.area = function (corners) {
  if (corners.length < 3) return 0;
  const m = Boligplan.metresPerDegree(corners[0].lat), start = corners[0];
  const flat = corners.map((c) => [(c.lng - start.lng) * m.east, (c.lat - start.lat) * m.north]);
  let twice = 0;
  flat.forEach(([x, y], i) => {
    const [nextX, nextY] = flat[(i + 1) % flat.length];
    twice += x * nextY - nextX * y;
  });
  return Math.abs(twice) / 2;
};

// Small line drawings: letters and signs of a font may be missing on the reader's machine.
Boligplan.ICONS = {
  zoom_in: "M10 4v12M4 10h12",
  zoom_out: "M4 10h12",
  home: "M3 10l7-6 7 6M5 9v7h4v-4h2v4h4V9",
  measure: "M2 13L13 2l5 5L7 18zM5 10l2 2M8 7l3 3M11 4l2 2",
  fullscreen: "M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4",
  hide_panel: "M3 5h14M3 10h14M3 15h14",
};

Boligplan.icon = function (key) {
  const make = (tag, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  };
  const picture = make("svg", { viewBox: "0 0 20 20", width: 18, height: 18, "aria-hidden": "true" });
  picture.append(make("path", {
    d: Boligplan.ICONS[key], fill: "none", stroke: "currentColor", "stroke-width": 1.7,
    "stroke-linecap": "round", "stroke-linejoin": "round",
  }));
  return picture;
};

Boligplan.Measure = class {
  constructor(map, words, button) {
    Object.assign(this, { map, words, button, isOn: false, corners: [] });
    this.line = L.polyline([], { color: "#111", weight: 2.5, dashArray: "6 5", interactive: false });
    this.face = L.polygon([], { stroke: false, fillColor: "#111", fillOpacity: 0.08, interactive: false });
    this.dots = L.layerGroup();
    this.output = Boligplan.element("div", { class: "bp-measure", role: "status", hidden: "" });
    map.getContainer().append(this.output);
  }

  toggle(on = !this.isOn) {
    this.isOn = on;
    this.corners = [];
    for (const layer of [this.face, this.line, this.dots]) on ? layer.addTo(this.map) : layer.remove();
    this.button.setAttribute("aria-pressed", String(on));
    this.map.getContainer().classList.toggle("bp-measuring", on);
    this.output.hidden = !on;
    this.show();
  }

  add(latlng) {
    this.corners.push(latlng);
    this.show();
  }

  show() {
    this.line.setLatLngs(this.corners);
    this.face.setLatLngs(this.corners.length > 2 ? this.corners : []);
    this.dots.clearLayers();
    for (const corner of this.corners) {
      L.circleMarker(corner, { radius: 4, color: "#111", fillColor: "#fff", fillOpacity: 1, weight: 2, interactive: false }).addTo(this.dots);
    }
    this.output.textContent = this.said();
  }

  said() {
    if (this.corners.length < 2) return this.words.say("measure_hint");
    let length = 0;
    for (let i = 1; i < this.corners.length; i++) {
      length += Boligplan.distance(this.corners[i - 1], this.corners[i]);
    }
    const n = (v, d) => this.words.number(v, d);
    const metres = length < 1000 ? `${n(length, 1)} m` : `${n(length / 1000, 2)} km`;
    const area = Boligplan.area(this.corners);
    const square = area < 1e4 ? `${n(area)} m²` : `${n(area / 1000, 1)} daa`;
    return this.words.say("measure_total", { length: metres })
      + (area > 0 ? ` · ${this.words.say("measure_area", { area: square })}` : "");
  }
};

// One small line beside the pointer: which plot this is, before anyone clicks.
Boligplan.Hover = class {
  constructor(map, find, say) {
    this.node = Boligplan.element("div", { class: "bp-hover", hidden: "", "aria-hidden": "true" });
    const container = map.getContainer();
    container.append(this.node);
    let waiting = false;
    map.on("mousemove", (event) => {
      if (waiting || event.originalEvent.buttons) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        const overMap = event.originalEvent.target.closest(".bp-control, .leaflet-popup") === null;
        this.show(overMap ? find(event.latlng) : null, event.containerPoint, say);
      });
    });
    container.addEventListener("mouseleave", () => (this.node.hidden = true));
  }

  show(row, at, say) {
    this.node.hidden = row === null;
    if (row === null) return;
    this.node.textContent = say(row);
    this.node.style.transform = `translate(${at.x + 14}px, ${at.y + 14}px)`;
  }
};

// Rows whose id matches what was typed: "12/34" finds 9999-12/34 first, then 9999-12/345.
Boligplan.findPlots = function (ids, typed, most = 8) {
  const query = typed.trim().toLowerCase().replace(/\s+/g, "");
  if (!query) return [];
  const found = [[], [], [], []];
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i].toLowerCase(), number = id.slice(id.indexOf("-") + 1);
    if (id === query || number === query) found[0].push(i);
    else if (number.startsWith(`${query}/`) || number.startsWith(`${query}#`)) found[1].push(i);
    else if (number.startsWith(query) || id.startsWith(query)) found[2].push(i);
    else if (id.includes(query)) found[3].push(i);
    if (found[0].length >= most) break;
  }
  return found.flat().slice(0, most);
};

Boligplan.Search = class {
  constructor(words, ids, choose) {
    const E = Boligplan.element;
    Object.assign(this, { words, ids, choose, rows: [], at: -1 });
    const example = ids.length ? ids[0].slice(ids[0].indexOf("-") + 1) : "1/1";
    this.input = E("input", {
      type: "search", id: "bp-search", autocomplete: "off", role: "combobox",
      "aria-expanded": "false", "aria-controls": "bp-found", "aria-autocomplete": "list",
      "aria-label": words.say("search"), placeholder: words.say("search_example", { example }),
    });
    this.list = E("ul", { id: "bp-found", role: "listbox", "aria-label": words.say("search"), hidden: "" });
    this.node = E("div", { class: "bp-search", role: "search" }, this.input, this.list);
    this.input.addEventListener("input", () => this.update());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.hide(), 150));
  }

  update() {
    this.rows = Boligplan.findPlots(this.ids, this.input.value);
    this.at = this.rows.length ? 0 : -1;
    this.show();
  }

  show() {
    const E = Boligplan.element, typed = this.input.value.trim() !== "";
    const options = this.rows.map((row, i) =>
      E("li", {
        role: "option", id: `bp-found-${i}`, "aria-selected": String(i === this.at),
        onclick: () => this.pick(i),
      }, this.ids[row]));
    if (!options.length) options.push(E("li", { class: "bp-unknown" }, this.words.say("search_none")));
    this.list.replaceChildren(...options);
    this.list.hidden = !typed;
    this.input.setAttribute("aria-expanded", String(typed));
    if (this.at >= 0) this.input.setAttribute("aria-activedescendant", `bp-found-${this.at}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  hide() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  pick(i) {
    if (!(i in this.rows)) return;
    this.input.value = this.ids[this.rows[i]];
    this.hide();
    this.choose(this.rows[i]);
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.rows.length) {
      this.at = (this.at + step + this.rows.length) % this.rows.length;
      this.show();
      event.preventDefault();
    } else if (event.key === "Enter") {
      this.pick(this.at);
    } else if (event.key === "Escape") {
      this.hide();
    }
  }
};
