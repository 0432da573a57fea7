// One canvas for all layers: a Leaflet renderer that draws shapes straight from the columns.
"use strict";

Boligplan.EARTH = 2 * Math.PI * 6378137; // circumference of Web Mercator [m]
Boligplan.FONT = '"Segoe UI", "Helvetica Neue", Arial, sans-serif';
Boligplan.BATCH = 400; // shapes filled in one stroke: one huge path is slower than many small

Boligplan.Canvas = L.Renderer.extend({
  options: { padding: 0.2 },

  initialize(shapes, grid, draw) {
    L.setOptions(this, {});
    L.stamp(this);
    this._layers = {}; // Leaflet's renderer expects it
    Object.assign(this, { shapes, grid, draw });
  },

  _initContainer() {
    const canvas = (this._container = document.createElement("canvas"));
    canvas.setAttribute("aria-hidden", "true");
    this.ctx = canvas.getContext("2d");
  },

  _destroyContainer() {
    L.DomUtil.remove(this._container);
    delete this.ctx;
  },

  _updatePaths() {},

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize(), sharp = Math.min(window.devicePixelRatio || 1, 2);
    const canvas = this._container;
    L.DomUtil.setPosition(canvas, this._bounds.min);
    canvas.width = sharp * size.x;
    canvas.height = sharp * size.y;
    canvas.style.width = size.x + "px";
    canvas.style.height = size.y + "px";
    this.ctx.scale(sharp, sharp);
    this.ctx.translate(-this._bounds.min.x, -this._bounds.min.y);
    this.redraw();
  },

  redraw() {
    if (!this.ctx || !this._bounds) return;
    this.place();
    const { min, max } = this._bounds;
    this.ctx.clearRect(min.x, min.y, max.x - min.x, max.y - min.y);
    this.draw(this);
  },

  // The straight line from grid to layer points at this zoom: px = x * k + dx, py = y * -k + dy.
  place() {
    const world = 256 * 2 ** this._zoom, origin = this._map.getPixelOrigin();
    this.k = (world / Boligplan.EARTH) * this.grid.step;
    this.dx = world * (this.grid.x / Boligplan.EARTH + 0.5) - origin.x;
    this.dy = world * (0.5 - this.grid.y / Boligplan.EARTH) - origin.y;
    const { min, max } = this._bounds;
    this.view = [
      (min.x - this.dx) / this.k, (this.dy - max.y) / this.k,
      (max.x - this.dx) / this.k, (this.dy - min.y) / this.k,
    ];
    this.metresPerPixel =
      (this.grid.step / this.k) * Math.cos((this._map.getCenter().lat * Math.PI) / 180);
  },

  point(x, y) {
    return [x * this.k + this.dx, this.dy - y * this.k];
  },

  isSeen(s) {
    const b = this.shapes.box, i = s * 4, v = this.view;
    return b[i] <= v[2] && b[i + 2] >= v[0] && b[i + 1] <= v[3] && b[i + 3] >= v[1];
  },

  // Add a shape to the current path; vertices closer than half a pixel are left out.
  trace(s) {
    const { ctx, shapes, k, dx, dy } = this, near = 0.5 / k;
    for (let r = shapes.shape[s]; r < shapes.shape[s + 1]; r++) {
      const first = shapes.ring[r], last = shapes.ring[r + 1] - 1;
      let x = shapes.x[first], y = shapes.y[first];
      ctx.moveTo(x * k + dx, dy - y * k);
      for (let v = first + 1; v <= last; v++) {
        const nextX = shapes.x[v], nextY = shapes.y[v];
        if (v < last && Math.abs(nextX - x) < near && Math.abs(nextY - y) < near) continue;
        ctx.lineTo(nextX * k + dx, dy - nextY * k);
        x = nextX;
        y = nextY;
      }
    }
  },

  // Fill or stroke many shapes in few strokes: paint(ctx) is called for each batch.
  batches(indices, paint) {
    const { ctx } = this;
    let inPath = 0;
    ctx.beginPath();
    for (const s of indices) {
      if (!this.isSeen(s)) continue;
      this.trace(s);
      if (++inPath === Boligplan.BATCH) {
        paint(ctx);
        ctx.beginPath();
        inPath = 0;
      }
    }
    if (inPath) paint(ctx);
  },

  fill(indices, style, alpha = 1) {
    this.ctx.save();
    this.ctx.globalAlpha = alpha;
    this.ctx.fillStyle = style;
    this.batches(indices, (ctx) => ctx.fill());
    this.ctx.restore();
  },

  stroke(indices, style, width, dash = []) {
    const { ctx } = this;
    ctx.save();
    Object.assign(ctx, { strokeStyle: style, lineWidth: width, lineJoin: "round", lineCap: "round" });
    ctx.setLineDash(dash);
    this.batches(indices, (c) => c.stroke());
    ctx.restore();
  },

  // Text with a halo, so that it reads on any colour.
  write(text, px, py, { size = 12, weight = 600, colour = "#1c2733", halo = 3, spacing = 0 } = {}) {
    const { ctx } = this;
    ctx.save();
    ctx.font = `${weight} ${size}px ${Boligplan.FONT}`;
    ctx.letterSpacing = `${spacing}px`;
    Object.assign(ctx, { textAlign: "center", textBaseline: "middle", lineJoin: "round" });
    ctx.strokeStyle = "rgba(255,255,255,.9)";
    ctx.lineWidth = halo;
    ctx.strokeText(text, px, py);
    ctx.fillStyle = colour;
    ctx.fillText(text, px, py);
    ctx.restore();
  },

  disc(px, py, radius, fill, line = "#fff", width = 1.5) {
    const { ctx } = this;
    ctx.beginPath();
    ctx.arc(px, py, radius, 0, 2 * Math.PI);
    ctx.fillStyle = fill;
    ctx.fill();
    ctx.strokeStyle = line;
    ctx.lineWidth = width;
    ctx.stroke();
  },
});

// Labels that give way to what is already written: each tries its places in turn.
Boligplan.Labels = class {
  constructor(canvas) {
    Object.assign(this, { canvas, taken: [] });
  }

  take(px, py, width, height) {
    this.taken.push([px - width / 2, py - height / 2, px + width / 2, py + height / 2]);
  }

  isFree(px, py, width, height) {
    const [left, bottom, right, top] = [px - width / 2, py - height / 2, px + width / 2, py + height / 2];
    return this.taken.every((t) => right < t[0] || left > t[2] || top < t[1] || bottom > t[3]);
  }

  place(text, px, py, { shifts, always = false, ...style }) {
    const { ctx } = this.canvas;
    ctx.font = `${style.weight ?? 600} ${style.size}px ${Boligplan.FONT}`;
    const width = ctx.measureText(text).width + (style.spacing ?? 0) * text.length;
    const free = shifts.find(([dx, dy]) => this.isFree(px + dx, py + dy, width + 6, style.size + 6));
    if (!free && !always) return;
    const [dx, dy] = free ?? shifts[0];
    this.take(px + dx, py + dy, width + 6, style.size + 6);
    this.canvas.write(text, px + dx, py + dy, style);
  }
};

// A picture that repeats: diagonal lines, or stripes of several colours.
Boligplan.hatch = function (colours, { gap = 8, width = 1.2, crossed = false } = {}) {
  const stripes = Array.isArray(colours), size = stripes ? gap * colours.length : gap;
  const tile = document.createElement("canvas");
  tile.width = tile.height = size;
  const ctx = tile.getContext("2d");
  if (stripes) {
    colours.forEach((colour, i) => {
      ctx.fillStyle = colour;
      ctx.fillRect(i * gap, 0, gap, size);
    });
    return tile;
  }
  ctx.strokeStyle = colours;
  ctx.lineWidth = width;
  ctx.beginPath();
  for (const shift of [-size, 0, size]) {
    ctx.moveTo(shift - 1, size + 1);
    ctx.lineTo(shift + size + 1, -1);
    if (crossed) {
      ctx.moveTo(shift - 1, -1);
      ctx.lineTo(shift + size + 1, size + 1);
    }
  }
  ctx.stroke();
  return tile;
};
