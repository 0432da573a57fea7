// Puts the map together: called once with the Leaflet map that folium made.
"use strict";

Boligplan.start = async function (map) {
  const page = JSON.parse(document.getElementById("boligplan-page").textContent);
  const packed = document.getElementById("boligplan-columns").textContent;
  const columns = await Boligplan.unpack(packed, page.columns);
  const app = new Boligplan.App(map, page, columns);
  Boligplan.app = app;
  document.documentElement.dataset.boligplan = "ready";
};

Boligplan.App = class {
  constructor(map, page, columns) {
    Object.assign(this, { map, page, columns, words: new Boligplan.Words(page) });
    map.distance = (a, b) => Boligplan.distance(L.latLng(a), L.latLng(b)); // a true scale bar
    this.shapes = new Boligplan.Shapes(columns);
    this.layers = new Boligplan.Layers(page, columns, this.shapes);
    this.popup = new Boligplan.Popup(page, columns);
    this.makePanel();
    this.makeFrame();
    this.makeGround();
    this.canvas = new Boligplan.Canvas(this.shapes, page.grid, (c) => this.layers.draw(c, this.panel.shown));
    this.goHome();
    this.canvas.addTo(map);
    this.listen();
  }

  makePanel() {
    this.panel = new Boligplan.Panel(this.page, this.columns, this.layers, this.words, {
      redraw: () => this.canvas.redraw(),
      setBase: (base) => this.setBase(base),
      goToSite: (i) => this.goToSite(i),
      metresPerPixel: () => this.canvas?.metresPerPixel ?? 3,
    });
  }

  // Title, badge, search, tools, panel and the line of sources around the map.
  makeFrame() {
    const E = Boligplan.element, say = (key, values) => this.words.say(key, values);
    const container = this.map.getContainer();
    container.setAttribute("aria-label", say("map_label"));
    container.setAttribute("role", "application");
    this.search = new Boligplan.Search(this.words, this.columns.lines("plots.id"), (row) => {
      this.goToPlot(row);
      document.querySelector(".bp-popup").focus(); // where a keyboard reads on
    });
    const badge = this.page.isFictional ? E("span", { class: "bp-badge" }, say("fictional")) : null;
    const internal = this.page.isInternal
      ? E("span", { class: "bp-badge bp-badge-internal" }, say("internal")) : null;
    const head = E("div", { class: "bp-head" },
      E("h1", {}, say("title", { name: this.page.name })),
      E("p", {}, E("span", {}, say("screening")), badge, internal), this.search.node);
    const button = (key, action) => E("button", {
      type: "button", title: say(key), "aria-label": say(key), onclick: action, "data-tool": key,
    }, Boligplan.icon(key));
    const measureButton = button("measure", () => this.measure.toggle());
    measureButton.setAttribute("aria-pressed", "false");
    this.panelButton = button("hide_panel", () => this.togglePanel());
    const tools = E("div", { class: "bp-tools", role: "toolbar", "aria-label": say("tools") },
      button("zoom_in", () => this.map.zoomIn()), button("zoom_out", () => this.map.zoomOut()),
      button("home", () => this.goHome()), measureButton,
      button("fullscreen", () => this.toggleFullscreen()));
    const credit = this.credit();
    this.controls = [head, tools, this.panelButton, this.panel.node, credit];
    this.panelButton.classList.add("bp-panel-button");
    this.panelButton.setAttribute("aria-controls", "bp-panel");
    for (const node of this.controls) {
      node.classList.add("bp-control");
      L.DomEvent.disableClickPropagation(node);
      L.DomEvent.disableScrollPropagation(node);
    }
    container.append(E("div", { class: "bp-left" }, head, tools), ...this.controls.slice(2));
    this.measure = new Boligplan.Measure(this.map, this.words, measureButton);
    this.map.attributionControl.setPrefix("Leaflet").setPosition("bottomleft");
    L.control.scale({ imperial: false, maxWidth: 160, position: "bottomleft" }).addTo(this.map);
    this.togglePanel(container.clientWidth >= 760);
  }

  // One line that says what this is and whose data it rests on; opens to the whole list.
  credit() {
    const E = Boligplan.element, say = (key, values) => this.words.say(key, values);
    const rows = [...new Set(this.page.sources.map((s) =>
      [s.file, s.licence, s.as_of].filter(Boolean).join(", ")))];
    const licences = [...new Set(this.page.sources.map((s) => s.licence).filter(Boolean))].join(", ");
    const sources = say("datasets", { count: rows.length }) + (licences ? ` (${licences})` : "");
    const line = say("attribution", { screening: say("screening"), date: this.page.date, sources });
    return E("details", { class: "bp-credit" }, E("summary", {}, line),
      E("ul", {}, ...rows.map((row) => E("li", {}, row))));
  }

  togglePanel(on = this.panel.node.hidden) {
    this.panel.node.hidden = !on;
    const label = this.words.say(on ? "hide_panel" : "show_panel");
    this.panelButton.setAttribute("aria-expanded", String(on));
    this.panelButton.setAttribute("aria-label", label);
    this.panelButton.title = label;
  }

  makeGround() {
    const relief = this.page.relief;
    if (relief) {
      const pane = this.map.createPane("relief");
      pane.style.zIndex = 150;
      const picture = `data:image/png;base64,${relief.png}`;
      const corners = [[relief.south, relief.west], [relief.north, relief.east]];
      this.relief = L.imageOverlay(picture, corners, { pane: "relief", alt: "" });
    }
    const { url, credit } = this.page.tiles;
    this.tiles = L.tileLayer(url, { attribution: credit, maxZoom: 20, maxNativeZoom: 18 });
    this.setBase(this.page.tiles.chosen ? "tiles" : "own");
  }

  setBase(base) {
    this.layers.base = base;
    base === "tiles" ? this.tiles.addTo(this.map) : this.tiles.remove();
    if (this.relief) base === "own" ? this.relief.addTo(this.map) : this.relief.remove();
    if (this.canvas) this.canvas.redraw();
  }

  listen() {
    this.map.on("click", (event) => this.clicked(event));
    this.map.on("popupclose", () => {
      this.layers.chosen = null;
      this.canvas.redraw();
    });
    this.map.on("zoomend", () => this.panel.refresh());
    this.hover = new Boligplan.Hover(this.map, (at) => (this.measure.isOn ? null : this.plotAt(at)), (row) => this.popup.line(row));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      if (this.measure.isOn) {
        this.measure.toggle(false);
        return;
      }
      const popup = document.querySelector(".bp-popup");
      if (popup?.contains(document.activeElement)) this.search.input.focus();
      this.map.closePopup();
    });
  }

  clicked(event) {
    if (this.measure.isOn) {
      this.measure.add(event.latlng);
      return;
    }
    const row = this.plotAt(event.latlng);
    if (row !== null) this.open(row, event.latlng);
  }

  // Web Mercator [m] of a position, on the grid of the shapes.
  toGrid(latlng) {
    const p = L.CRS.EPSG3857.project(latlng), g = this.page.grid;
    return [(p.x - g.x) / g.step, (p.y - g.y) / g.step];
  }

  toLatLng(x, y) {
    const g = this.page.grid;
    return L.CRS.EPSG3857.unproject(L.point(x * g.step + g.x, y * g.step + g.y));
  }

  plotAt(latlng) {
    const [x, y] = this.toGrid(latlng), shape = this.columns.array("plots.shape");
    for (let i = 0; i < shape.length; i++) if (this.shapes.holds(shape[i], x, y)) return i;
    return null;
  }

  boundsOf(s) {
    const b = this.shapes.box, i = s * 4;
    return L.latLngBounds(this.toLatLng(b[i], b[i + 1]), this.toLatLng(b[i + 2], b[i + 3]));
  }

  open(row, latlng) {
    const size = this.map.getSize(), head = this.controls[0];
    const beside = size.x - head.offsetWidth - this.panelWidth() > 480; // room beside the title?
    L.popup({
      maxWidth: Math.min(400, size.x - 60), minWidth: Math.min(340, size.x - 60),
      maxHeight: Math.max(220, Math.min(560, size.y - (beside ? 130 : 230))),
      autoPanPaddingTopLeft: beside ? [head.offsetWidth + 24, 20] : [20, head.offsetHeight + 20],
      autoPanPaddingBottomRight: [this.panelWidth() + 20, 40],
      closeButton: true,
    }).setLatLng(latlng).setContent(this.popup.compose(row)).openOn(this.map);
    const close = document.querySelector(".leaflet-popup-close-button");
    if (close) close.setAttribute("aria-label", this.words.say("close"));
    this.layers.chosen = row;
    this.canvas.redraw();
  }

  goToPlot(row) {
    const s = this.columns.array("plots.shape")[row], bounds = this.boundsOf(s);
    this.map.fitBounds(bounds, { ...this.padding(), maxZoom: 17, animate: false });
    const at = this.columns.array("homes.plot").indexOf(row); // a farm is opened at its homes
    const x = this.columns.array("homes.at_x"), y = this.columns.array("homes.at_y");
    this.open(row, at < 0 ? bounds.getCenter() : this.toLatLng(x[at], y[at]));
  }

  goToSite(i) {
    const bounds = this.boundsOf(this.columns.array("sites.shape")[i]);
    this.map.fitBounds(bounds, { ...this.padding(), maxZoom: 17, animate: false });
  }

  panelWidth() {
    return this.panel.node.hidden ? 0 : this.panel.node.offsetWidth + 20;
  }

  padding() {
    return { paddingTopLeft: [30, 30], paddingBottomRight: [this.panelWidth() + 20, 40] };
  }

  goHome() {
    const [south, west, north, east] = this.page.frame;
    this.map.fitBounds([[south, west], [north, east]], { ...this.padding(), animate: false });
  }

  toggleFullscreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  }
};
