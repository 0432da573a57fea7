// The one popup: composed from columns and label tables when a plot is chosen.
// Everything from data goes in as text nodes; nothing is ever parsed as HTML.
"use strict";

Boligplan.Popup = class {
  constructor(page, columns) {
    Object.assign(this, { page, columns, words: new Boligplan.Words(page) });
    this.ranked = 0;
    for (let i = 0; i < columns.count("plots.shape"); i++) {
      this.ranked = Math.max(this.ranked, this.figure("score_densification_rank", i) ?? 0);
    }
    this.losses = new Map();
    if (columns.has("losses.plot")) {
      columns.array("losses.plot").forEach((plot, i) => {
        if (!this.losses.has(plot)) this.losses.set(plot, []);
        this.losses.get(plot).push(i);
      });
    }
  }

  figure(name, row) {
    return this.columns.number(`plots.${name}`, row);
  }

  text(name, row) {
    return this.columns.text(`plots.${name}`, row);
  }

  // "unknown: why", never 0: the reason of the theme, in words. Not to be reached is known.
  unknown(theme, row) {
    const reason = theme && this.text(`${theme}_reason`, row);
    if (reason === this.page.unreachable) return reason;
    const words = this.words.say("popup.unknown") + (reason ? `: ${reason}` : "");
    return Boligplan.element("span", { class: "bp-unknown" }, words);
  }

  // Figure with its unit, or why it is unknown.
  value(name, row, unit, theme, decimals = 0) {
    const value = this.figure(name, row);
    if (value === null) return this.unknown(theme, row);
    return this.words.number(value, decimals) + (unit ? ` ${unit}` : "");
  }

  // low – mid – high, or one figure where the three agree.
  interval(prefix, suffix, row, unit, theme) {
    const [low, mid, high] = ["low", "mid", "high"].map((l) => this.figure(`${prefix}${l}${suffix}`, row));
    if (mid === null) return this.unknown(theme, row);
    const ends = [low, mid, high].filter((v) => v !== null).map((v) => this.words.number(v));
    const same = ends.every((v) => v === ends[0]);
    return (same ? ends[0] : ends.join(" – ")) + (unit ? ` ${unit}` : "");
  }

  compose(row) {
    const E = Boligplan.element, id = this.columns.lines("plots.id")[row];
    const node = E("article", { class: "bp-popup", "aria-label": id, tabindex: "-1" });
    node.append(this.heading(row, id), this.keyFigures(row));
    const site = this.siteLine(row);
    if (site) node.append(site);
    if (this.figure("score_densification_points", row) !== null) node.append(this.contributions(row));
    node.append(this.derivation(row), this.surroundings(row), this.sources());
    return node;
  }

  // One line about a plot, for the pointer.
  line(row) {
    const points = this.figure("score_densification_points", row), w = this.words;
    const status = w.code("plot_status_code", this.text("plot_status_code", row));
    const said = points === null ? status : `${w.number(points)} ${w.say("points_unit")}`;
    return `${this.columns.lines("plots.id")[row]} · ${said}`;
  }

  heading(row, id) {
    const E = Boligplan.element, status = this.text("plot_status_code", row);
    const reason = this.text("plot_status_reason", row);
    return E("header", {},
      E("div", { class: "bp-heading" },
        E("h2", {}, id),
        E("span", { class: `bp-status bp-status-${status}` }, this.words.heading("plot_status_code", status))),
      reason ? E("p", { class: "bp-reason" }, reason) : null);
  }

  keyFigures(row) {
    const E = Boligplan.element, w = this.words;
    const box = (value, caption, note) =>
      E("div", {}, E("strong", {}, value), E("span", {}, caption), note ? E("small", {}, note) : null);
    const short = (node) => (typeof node === "string" ? node : w.say("popup.unknown"));
    const points = this.figure("score_densification_points", row);
    const rank = this.figure("score_densification_rank", row);
    const place = rank === null
      ? w.say("popup.not_ranked")
      : w.say("popup.rank", { rank: w.number(rank), count: w.number(this.ranked) });
    return E("div", { class: "bp-keys" },
      box(short(this.interval("potential_plan_homes_", "_count", row)),
        w.say("popup.plan_homes"), w.say("popup.plan_homes_caption")),
      box(short(this.value("built_homes_count", row)), w.say("popup.homes_today")),
      box(points === null ? "–" : w.number(points, 0), w.say("popup.points"), place));
  }

  siteLine(row) {
    const rank = this.figure("site_rank", row);
    if (rank === null) return null;
    const at = rank - 1, count = this.columns.lines("sites.id").length, w = this.words;
    const homes = this.columns.number("sites.homes_mid", at), plots = this.columns.number("sites.plots", at);
    return Boligplan.element("p", { class: "bp-site" }, w.say("site_of", {
      rank, count, plots: w.count("plots", plots), homes: w.count("plan_homes", homes),
    }));
  }

  contributions(row) {
    const E = Boligplan.element, w = this.words, list = E("ul", { class: "bp-bars" });
    for (const c of this.page.criteria) {
      const points = this.columns.number(`plots.points.${c.id}`, row);
      const share = points === null ? 0 : Math.min(100, (100 * points) / c.max);
      const said = points === null
        ? w.say("popup.unknown")
        : `${w.number(points, 1)} ${w.say("popup.of_max")} ${w.number(c.max, 0)}`;
      list.append(E("li", {},
        E("span", { class: "bp-bar-name" }, c.name),
        E("span", { class: "bp-bar", "aria-hidden": "true", style: `--full:${(100 * c.max) / this.largest()}%` },
          E("i", { style: `width:${share}%` })),
        E("span", { class: points === null ? "bp-bar-points bp-unknown" : "bp-bar-points" }, said)));
    }
    const total = this.figure("score_densification_points", row);
    const high = this.figure("score_densification_high_points", row);
    const note = high !== null && high - total > 0.05
      ? E("p", { class: "bp-note" }, w.say("popup.high", { points: w.number(high, 0) })) : null;
    return E("section", {}, E("h3", {}, w.say("popup.contributions")), list, note);
  }

  largest() {
    return Math.max(...this.page.criteria.map((c) => c.max));
  }

  // Rows of name and value; rows without a value are left out.
  table(title, rows) {
    const E = Boligplan.element, list = E("dl", {});
    const said = new Set(); // a reason is given once in a table, not on every row
    for (const [name, value] of rows) {
      if (value === null || value === undefined) continue;
      const shown = [].concat(value).map((v) => {
        if (typeof v === "string" || !said.has(v.textContent)) return v;
        return E("span", { class: "bp-unknown" }, this.words.say("popup.unknown"));
      });
      for (const v of shown) if (typeof v !== "string") said.add(v.textContent);
      list.append(E("dt", {}, name), E("dd", {}, ...shown));
    }
    return E("section", {}, E("h3", {}, title), list);
  }

  derivation(row) {
    const w = this.words, say = (key) => w.say(`popup.${key}`);
    const cap = this.figure("plan_homes_max_count", row);
    const kind = this.text("potential_kind_code", row), line = this.text("potential_line_code", row);
    const demonstrated = this.page.homesBasis === "demonstrated";
    const transformed = this.figure("potential_transformation_homes_mid_count", row);
    return this.table(say("derivation"), [
      [say("purpose"), this.purpose(row)],
      [say("home_zone"), this.text("home_zone", row)],
      [say("plan"), this.text("plan_id", row) ?? this.unknown("plan", row)],
      [say("proposed"), this.proposed(row)],
      [say("land"), this.land(row)],
      [say("usable"), this.usable(row)],
      [say("lost"), this.lost(row)],
      [say("bya"), this.interval("plan_bya_", "_m2", row, "m²", "plan")],
      [say("bra"), this.interval("plan_bra_", "_m2", row, "m²", "plan")],
      [say("clause"), this.clause(row)],
      [say("cap"), cap === null ? null : w.number(cap)],
      [say("stands"), this.stands(row)],
      [say("pipeline"), this.pipeline(row)],
      [say("left"), this.value("potential_bra_mid_m2", row, "m²", "potential")],
      [say("plan_homes"), this.interval("potential_plan_homes_", "_count", row, "", "potential")],
      [say("demonstrated"), demonstrated
        ? this.interval("potential_homes_", "_count", row, "", "potential") : null],
      [say("causes"), this.text("plan_interval_causes", row)],
      [say("when"), this.when(row)],
      [say("steps"), this.steps(row)],
      [say("transformation"), transformed > 0
        ? this.interval("potential_transformation_homes_", "_count", row) : null],
      [say("kind"), kind === null || kind === "none" ? null
        : w.code("potential_kind_code", kind) + (line ? ` (${w.code("potential_line_code", line)})` : "")],
    ]);
  }

  clause(row) {
    const clause = this.text("plan_binding_clause_id", row), said = this.text("clause_text", row);
    if (clause !== null && said !== null) {
      return [clause, Boligplan.element("blockquote", { class: "bp-clause" }, said)];
    }
    if (clause !== null) return clause;
    return this.figure("plan_bra_mid_m2", row) === null
      ? this.unknown("plan", row) : this.words.say("popup.none");
  }

  purpose(row) {
    const code = this.text("plan_land_use_code", row), regime = this.text("plan_regime_code", row);
    if (code === null) return this.unknown("plan", row);
    const name = this.page.purposeNames[`${regime} ${code}`];
    const law = `${code}, ${this.words.code("regime_code", regime)}`;
    return name ? `${name} – ${law}` : law;
  }

  land(row) {
    const area = this.figure("plot_area_m2", row), net = this.figure("plan_net_plot_m2", row);
    const whole = area === null ? "" : `${this.words.number(area)} m² → `;
    return net === null ? [whole, this.unknown("plan", row)] : `${whole}${this.words.number(net)} m²`;
  }

  usable(row) {
    const usable = this.figure("constraint_usable_m2", row);
    return usable === null ? this.unknown("constraint", row) : `${this.words.number(usable)} m²`;
  }

  lost(row) {
    const rows = this.losses.get(row) ?? [];
    const area = (i) => this.words.number(this.columns.number("losses.area", i));
    if (!rows.length) return null;
    return rows.slice(0, 4).map((i) => `${this.columns.text("losses.zone", i)} ${area(i)} m²`).join(" · ");
  }

  stands(row) {
    const w = this.words, bya = this.figure("built_bya_m2", row), bra = this.figure("built_bra_m2", row);
    if (bya === null && bra === null) return this.unknown("built", row);
    const source = this.text("built_bra_source_code", row), year = this.figure("built_year", row);
    const percent = this.figure("built_bya_percent", row);
    if (bya === 0 && !bra) return w.code("built_bra_source_code", "none");
    return [
      bya === null ? null : w.say("popup.stands_bya", { bya: w.number(bya) }),
      percent === null ? null : w.say("popup.stands_percent", { percent: w.number(percent, 1) }),
      bra === null ? null : w.say("popup.stands_bra",
        { bra: w.number(bra), source: source ? w.code("built_bra_source_code", source) : w.say("popup.unknown") }),
      year === null ? null : w.say("popup.stands_year", { year: String(year) }),
    ].filter(Boolean).join(", ");
  }

  when(row) {
    const kinds = { now: "now", after_phasing: "phasing", after_plan: "plan" }, said = [];
    for (const [column, key] of Object.entries(kinds)) {
      const count = this.figure(`potential_${column}_homes_count`, row);
      if (count > 0) said.push(this.words.say(`popup.when_${key}`, { count: this.words.number(count) }));
    }
    if (!said.length) return null;
    const clause = this.text("potential_when_clause_id", row);
    return said.join(", ") + (clause ? ` (${clause})` : "");
  }

  // Homes that have a permit: they stand beside what the plan leaves room for.
  pipeline(row) {
    const homes = this.figure("built_pipeline_homes_count", row);
    return homes ? this.words.count("homes", homes) : null;
  }

  // Share of the plot that a plan proposal governs, where proposals are read as adopted.
  proposed(row) {
    const share = this.figure("plan_proposed_share", row);
    return share ? this.words.say("popup.proposed_share", { share: this.words.number(100 * share) }) : null;
  }

  // Homes that one step more of one rule would give, the other rules as they are.
  steps(row) {
    if (this.figure("potential_gain_storey_homes_count", row) === null) return null;
    const said = ["bya_point", "storey", "unit", "parking"].map((step) => {
      const homes = this.figure(`potential_gain_${step}_homes_count`, row);
      return homes > 0
        ? `${this.words.say(`popup.step_${step}`)}: +${this.words.count("homes", homes)}` : null;
    }).filter(Boolean);
    if (said.length) return said.join(" · ");
    return this.text("plan_binding_clause_id", row) ? this.words.say("popup.steps_none") : null;
  }

  surroundings(row) {
    const label = (name) => this.page.labels[name].replace(/ \[.*\]$/, "");
    const rows = ["centre", "stop", "grocery", "school", "kindergarten", "health"]
      .map((k) => `access_${k}_min`)
      .map((name) => [label(name), this.value(name, row, "min", "access", 0)]);
    const owner = this.text("owner_code", row);
    return this.table(this.words.say("popup.surroundings"), [
      [this.words.say("popup.district"), this.text("district", row)],
      [this.words.say("popup.centre"), this.catchment(row)],
      ...rows,
      [label("nearby_homes_400m_count"), this.value("nearby_homes_400m_count", row, "", "nearby")],
      [label("terrain_slope_mean_deg"), this.value("terrain_slope_mean_deg", row, "°", "terrain", 1)],
      [label("terrain_elevation_m"), this.value("terrain_elevation_m", row, "m", "terrain")],
      [this.words.say("popup.owner"), owner === null
        ? this.text("owner_reason", row) ?? this.unknown("owner", row) : this.words.code("owner_code", owner)],
    ]);
  }

  // Beyond walking distance only where the minutes are known; else unknown.
  catchment(row) {
    if (this.figure("access_centre_min", row) === null) return this.unknown("access", row);
    return this.text("centre", row) ?? this.words.say("popup.outside");
  }

  sources() {
    const behind = ["plots", "plan_areas", "provisions", "buildings", "building_register", "terrain"];
    const shown = this.page.sources.filter((s) => behind.includes(s.layer) && s.file);
    const files = [...new Set(shown.map((s) => s.file))].join(", ");
    const key = this.page.homesBasis === "demonstrated" ? "popup.source_found" : "popup.source";
    return Boligplan.element("footer", {}, this.words.say(key, { sources: files || "–" }));
  }
};
