// What each layer looks like. Order of drawing: ground, land use, plots, zones, lines, symbols.
"use strict";

Boligplan.STYLE = {
  site: "#c2185b",
  catchment: ["#3f0071", "#6a3d9a", "#9e7cc1"],
  centre: "#4a148c",
  stop: "#0d5c9e",
  home: "rgba(230, 101, 0, .85)",
  district: "#4d5560",
  hatches: {
    hazard_hard: ["#e00000", { gap: 6, width: 1.6 }],
    hazard_soft: ["rgba(224,0,0,.6)", { gap: 12, width: 1 }],
    other_hard: ["rgba(20,20,20,.75)", { gap: 7, width: 1.1 }],
    other_soft: ["rgba(60,60,60,.55)", { gap: 12, width: 1 }],
  },
  excluded: ["rgba(110,110,110,.38)", { gap: 7, width: 1 }],
  notAssessable: ["rgba(120,120,120,.42)", { gap: 9, width: 0.9, crossed: true }],
};

Boligplan.Layers = class {
  constructor(page, columns, shapes) {
    Object.assign(this, { page, columns, shapes });
    this.chosen = null; // plot with the open popup
    this.patterns = new Map();
    this.groupPlots();
    this.classes = (name, count) => {
      const of = columns.array(`${name}.class`), shape = columns.array(`${name}.shape`);
      const groups = Array.from({ length: count }, () => []);
      for (let i = 0; i < of.length; i++) groups[of[i]].push(shape[i]);
      return groups;
    };
    this.purposes = this.classes("purposes", page.purposes.length);
    this.zones = this.classes("constraints", page.constraints.length);
    const isPath = columns.array("roads.is_path"), roads = columns.array("roads.shape");
    this.roads = Array.from(roads).filter((_, i) => !isPath[i]);
    this.paths = Array.from(roads).filter((_, i) => isPath[i]);
    this.homes = this.largestHomes();
  }

  // Of plots that are only partly zoned for buildings, the parts that are: by row of the plot.
  // A farm with one corner for homes is not to fill the map with its colour.
  netParts() {
    const of = this.columns.array("purposes.plot"), isNet = this.columns.array("purposes.is_net");
    const shape = this.columns.array("purposes.shape"), parts = new Map();
    for (let i = 0; i < of.length; i++) if (!isNet[i]) parts.set(of[i], []);
    for (let i = 0; i < of.length; i++) if (isNet[i]) parts.get(of[i])?.push(shape[i]);
    return parts;
  }

  groupPlots() {
    const { columns, page } = this, shape = columns.array("plots.shape"), net = this.netParts();
    this.partlyNet = [];
    this.scored = page.score.limits.map(() => []);
    this.byStatus = { excluded: [], not_assessable: [], no_potential: [] };
    for (let i = 0; i < shape.length; i++) {
      const status = columns.text("plots.plot_status_code", i);
      if (status in this.byStatus) {
        this.byStatus[status].push(shape[i]);
        continue;
      }
      const points = columns.number("plots.score_densification_points", i);
      if (points === null) {
        this.byStatus.not_assessable.push(shape[i]);
        continue;
      }
      let at = 0;
      while (at + 1 < page.score.limits.length && points >= page.score.limits[at + 1]) at++;
      const parts = net.get(i) ?? [];
      if (parts.length) this.partlyNet.push(shape[i]);
      this.scored[at].push(...(parts.length ? parts : [shape[i]]));
    }
  }

  // Unused homes of plots with where to show them, most first, so that small circles stay on top.
  largestHomes() {
    const of = this.columns.array("homes.plot"), column = "plots.potential_plan_homes_mid_count";
    const count = Array.from(of, (row, i) => [row, this.columns.number(column, row), i]);
    return count.sort((a, b) => b[1] - a[1]);
  }

  pattern(canvas, key, colours, options) {
    if (!this.patterns.has(key)) this.patterns.set(key, Boligplan.hatch(colours, options));
    return canvas.ctx.createPattern(this.patterns.get(key), "repeat");
  }

  draw(canvas, shown) {
    const ownGround = this.base !== "tiles";
    if (shown.has("purposes")) this.drawPurposes(canvas);
    else if (shown.has("plots")) this.drawQuietPlots(canvas);
    if (shown.has("buildings") && ownGround) this.drawRoads(canvas);
    if (shown.has("plots")) this.drawPlots(canvas, shown.has("purposes"));
    if (shown.has("buildings")) this.drawBuildings(canvas);
    if (shown.has("constraints")) this.drawZones(canvas);
    if (shown.has("districts")) this.drawDistricts(canvas);
    if (shown.has("centres")) this.drawCatchments(canvas);
    if (shown.has("sites")) this.drawSites(canvas);
    if (shown.has("homes")) this.drawHomes(canvas);
    if (shown.has("stops")) this.drawStops(canvas);
    if (this.chosen !== null) this.drawChosen(canvas);
    this.labels = new Boligplan.Labels(canvas);
    if (shown.has("sites")) this.numberSites(canvas);
    if (shown.has("centres")) this.drawCentres(canvas);
    if (shown.has("districts")) this.nameDistricts(canvas);
  }

  drawRoads(canvas) {
    const width = Math.max(1, Math.min(9, 6 / canvas.metresPerPixel));
    canvas.stroke(this.roads, "#b9b4a8", width + 1.4);
    canvas.stroke(this.roads, "#ffffff", width);
    if (canvas.metresPerPixel < 8) canvas.stroke(this.paths, "#8d8778", 1, [3, 3]);
  }

  drawBuildings(canvas) {
    if (canvas.metresPerPixel > 5) return; // too small to see, slow to draw
    const shapes = this.columns.array("buildings.shape");
    canvas.fill(shapes, "#5b5f66", canvas.metresPerPixel > 2.5 ? 0.4 : 0.62);
  }

  drawPurposes(canvas) {
    this.page.purposes.forEach((purpose, i) => {
      if (!purpose.colours.length) return;
      const striped = purpose.colours.length > 1;
      const style = striped
        ? this.pattern(canvas, `purpose ${i}`, purpose.colours, { gap: 6 })
        : purpose.colours[0];
      canvas.fill(this.purposes[i], style, 0.9);
      if (!striped) canvas.stroke(this.purposes[i], style, 0.7); // closes hairlines between parts
      if (purpose.hatch) {
        canvas.fill(this.purposes[i], this.pattern(canvas, "further", "rgba(0,0,0,.45)", { gap: 9, width: 1 }));
      }
    });
  }

  // Plots without points: greys and hatches that step back. Road parcels are among them.
  drawQuietPlots(canvas) {
    const quiet = this.byStatus, S = Boligplan.STYLE;
    canvas.fill(quiet.excluded, "#c2c2be", 0.34);
    canvas.fill(quiet.no_potential, "#efeeea", 0.75);
    canvas.fill(this.partlyNet, "#efeeea", 0.5);
    canvas.fill(quiet.not_assessable, "#f7f6f2", 0.75);
    if (canvas.metresPerPixel < 3.5) {
      canvas.fill(quiet.excluded, this.pattern(canvas, "excluded", ...S.excluded));
    }
    canvas.fill(quiet.not_assessable, this.pattern(canvas, "notAssessable", ...S.notAssessable));
  }

  drawPlots(canvas, overPurposes) {
    const close = canvas.metresPerPixel < 3.5, alpha = overPurposes ? 0.55 : 0.82;
    const quiet = this.byStatus;
    this.scored.forEach((plots, i) => canvas.fill(plots, this.page.score.colours[i], alpha));
    const line = close ? "rgba(70,78,88,.75)" : "rgba(80,90,100,.28)";
    const width = close ? 0.7 : 0.35;
    for (const plots of [...Object.values(quiet), ...this.scored, this.partlyNet]) canvas.stroke(plots, line, width);
  }

  drawZones(canvas) {
    this.page.constraints.forEach((name, i) => {
      const [colour, options] = Boligplan.STYLE.hatches[name];
      canvas.fill(this.zones[i], this.pattern(canvas, name, colour, options));
      canvas.stroke(this.zones[i], colour, name.endsWith("hard") ? 1.2 : 0.8);
    });
  }

  drawDistricts(canvas) {
    const shapes = this.columns.array("districts.shape");
    canvas.stroke(shapes, "rgba(255,255,255,.75)", 3.2);
    canvas.stroke(shapes, Boligplan.STYLE.district, 1.3, [9, 4, 2, 4]);
  }

  nameDistricts(canvas) {
    if (canvas.metresPerPixel > 25) return;
    const x = this.columns.array("districts.at_x"), y = this.columns.array("districts.at_y");
    this.columns.lines("districts.name").forEach((name, i) => {
      this.labels.place(name.toLocaleUpperCase("nb"), ...canvas.point(x[i], y[i]), {
        size: 11, colour: "#3c444d", spacing: 2, shifts: [[0, 0], [0, 26], [0, -26], [0, 50], [0, -50]],
      });
    });
  }

  drawCatchments(canvas) {
    const shapes = this.columns.array("catchments.shape");
    const rows = Array.from(shapes, (s, i) => [this.columns.number("catchments.minutes", i), s]);
    rows.sort((a, b) => b[0] - a[0]);
    for (const [minutes, s] of rows) {
      const at = minutes <= 5 ? 0 : minutes <= 10 ? 1 : 2;
      const width = (canvas.metresPerPixel > 4 ? 1.7 : 2.6) - at * 0.35;
      canvas.stroke([s], "rgba(255,255,255,.75)", width + 1.8);
      canvas.stroke([s], Boligplan.STYLE.catchment[at], width, [[], [8, 5], [2, 5]][at]);
    }
  }

  drawCentres(canvas) {
    const x = this.columns.array("centres.at_x"), y = this.columns.array("centres.at_y");
    const names = this.columns.lines("centres.name"), size = canvas._map.getSize();
    const places = names.map((name, i) => canvas.point(x[i], y[i]));
    const seen = places.filter(([px, py]) => px >= 0 && py >= 0 && px <= size.x && py <= size.y);
    const always = seen.length <= 40; // more names than that hide the town, and each other
    names.forEach((name, i) => {
      const [px, py] = places[i];
      canvas.disc(px, py, 6.5, "#fff", Boligplan.STYLE.centre, 2.6);
      canvas.disc(px, py, 2.4, Boligplan.STYLE.centre, Boligplan.STYLE.centre, 0.5);
      this.labels.place(name, px, py, {
        size: 13, weight: 700, colour: Boligplan.STYLE.centre, halo: 4,
        shifts: [[0, -17], [0, 18], [0, -38], [0, 38]], always,
      });
    });
  }

  drawStops(canvas) {
    const x = this.columns.array("stops.at_x"), y = this.columns.array("stops.at_y");
    const radius = canvas.metresPerPixel < 4 ? 4.5 : 3;
    for (let i = 0; i < x.length; i++) {
      canvas.disc(...canvas.point(x[i], y[i]), radius, Boligplan.STYLE.stop, "#fff", 1.2);
    }
  }

  drawSites(canvas) {
    const shapes = this.columns.array("sites.shape");
    const width = canvas.metresPerPixel > 8 ? 1.4 : canvas.metresPerPixel > 3 ? 2.2 : 3;
    canvas.stroke(shapes, "rgba(255,255,255,.9)", width + 2);
    canvas.stroke(shapes, Boligplan.STYLE.site, width);
  }

  // The ten best are always numbered, the others where there is room for a number.
  numberSites(canvas) {
    const x = this.columns.array("sites.at_x"), y = this.columns.array("sites.at_y");
    const shape = this.columns.array("sites.shape"), { box } = this.shapes;
    for (let i = x.length - 1; i >= 0; i--) {
      const s = shape[i], [px, py] = canvas.point(x[i], y[i]);
      if (i < 10) {
        canvas.disc(px, py, 10, Boligplan.STYLE.site, "#fff", 1.6);
        canvas.write(String(i + 1), px, py + 0.5, { size: 11, weight: 700, colour: "#fff", halo: 0.01 });
        this.labels.take(px, py, 22, 22);
      } else if (canvas.isSeen(s) && (box[s * 4 + 2] - box[s * 4]) * canvas.k > 36) {
        canvas.write(String(i + 1), px, py, { size: 11, weight: 700, colour: Boligplan.STYLE.site });
      }
    }
  }

  homesRadius(homes, metresPerPixel) {
    const scale = Math.min(1.5, Math.max(0.35, 3 / metresPerPixel));
    return 3.4 * Math.sqrt(homes) * scale;
  }

  drawHomes(canvas) {
    const shape = this.columns.array("plots.shape");
    const x = this.columns.array("homes.at_x"), y = this.columns.array("homes.at_y");
    for (const [row, homes, i] of this.homes) {
      if (!canvas.isSeen(shape[row])) continue;
      const radius = this.homesRadius(homes, canvas.metresPerPixel);
      canvas.disc(...canvas.point(x[i], y[i]), radius, Boligplan.STYLE.home, "#fff", 0.8);
    }
  }

  drawChosen(canvas) {
    const s = [this.columns.array("plots.shape")[this.chosen]];
    canvas.stroke(s, "#fff", 6);
    canvas.stroke(s, "#111", 2.6);
  }
};
