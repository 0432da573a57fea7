// Unpacks the columns that boligplan_geo/maps/packed.py wrote: numbers, texts and shapes.
"use strict";
const Boligplan = {};

Boligplan.unpack = async function (base64, manifest) {
  const packed = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  const buffer = await new Response(stream).arrayBuffer();
  return new Boligplan.Columns(buffer, manifest);
};

Boligplan.Columns = class {
  constructor(buffer, manifest) {
    this.buffer = buffer;
    this.manifest = manifest;
    this.cache = new Map();
  }

  has(name) {
    return name in this.manifest;
  }

  // Plain typed array of a column of whole numbers (or of the codes of a text column).
  array(name) {
    if (!this.cache.has(name)) {
      const entry = this.manifest[name];
      const kinds = {
        u1: Uint8Array, u2: Uint16Array, u4: Uint32Array,
        i1: Int8Array, i2: Int16Array, i4: Int32Array,
      };
      this.cache.set(name, new kinds[entry.type](this.buffer, entry.offset, entry.count));
    }
    return this.cache.get(name);
  }

  // Number in a row, or null where it is unknown.
  number(name, row) {
    const entry = this.manifest[name];
    if (!entry || entry.type === "unknown") return null;
    const value = this.array(name)[row];
    const unknown = { i1: -128, i2: -32768, i4: -2147483648 }[entry.type];
    return value === unknown ? null : value / 10 ** entry.decimals;
  }

  // Text in a row, or null where it is unknown.
  text(name, row) {
    const entry = this.manifest[name];
    if (!entry) return null;
    const code = this.array(name)[row];
    return code === 0 ? null : entry.texts[code - 1];
  }

  // All texts of a column of ids.
  lines(name) {
    if (!this.cache.has(name)) {
      const entry = this.manifest[name];
      const bytes = new Uint8Array(this.buffer, entry.offset, entry.size);
      const text = new TextDecoder().decode(bytes);
      this.cache.set(name, entry.count ? text.split("\n") : []);
    }
    return this.cache.get(name);
  }

  count(name) {
    return this.manifest[name].count;
  }
};

// Shapes on the grid: vertices x, y; where each ring begins; where each shape's rings begin.
Boligplan.Shapes = class {
  constructor(columns) {
    const beginX = columns.array("shape.begin_x"), beginY = columns.array("shape.begin_y");
    const stepX = columns.array("shape.step_x"), stepY = columns.array("shape.step_y");
    const vertices = columns.array("shape.vertices"), rings = columns.array("shape.rings");
    this.x = new Int32Array(stepX.length);
    this.y = new Int32Array(stepY.length);
    this.ring = new Uint32Array(vertices.length + 1);
    for (let r = 0, v = 0; r < vertices.length; r++) {
      let x = beginX[r], y = beginY[r];
      for (const end = v + vertices[r]; v < end; v++) {
        this.x[v] = x += stepX[v];
        this.y[v] = y += stepY[v];
      }
      this.ring[r + 1] = v;
    }
    this.shape = new Uint32Array(rings.length + 1);
    for (let s = 0; s < rings.length; s++) this.shape[s + 1] = this.shape[s] + rings[s];
    this.findBoxes(rings.length);
  }

  findBoxes(count) {
    this.box = new Int32Array(count * 4); // left, bottom, right, top
    for (let s = 0; s < count; s++) {
      let left = 2147483647, bottom = 2147483647, right = -2147483648, top = -2147483648;
      for (let v = this.ring[this.shape[s]]; v < this.ring[this.shape[s + 1]]; v++) {
        if (this.x[v] < left) left = this.x[v];
        if (this.x[v] > right) right = this.x[v];
        if (this.y[v] < bottom) bottom = this.y[v];
        if (this.y[v] > top) top = this.y[v];
      }
      this.box.set([left, bottom, right, top], s * 4);
    }
  }

  // Is the grid point inside the shape? (even-odd over all its rings)
  holds(s, x, y) {
    const b = s * 4;
    if (x < this.box[b] || x > this.box[b + 2] || y < this.box[b + 1] || y > this.box[b + 3]) {
      return false;
    }
    let inside = false;
    for (let r = this.shape[s]; r < this.shape[s + 1]; r++) {
      for (let v = this.ring[r] + 1; v < this.ring[r + 1]; v++) {
        const above = this.y[v] > y;
        if (above === this.y[v - 1] > y) continue;
        const t = (y - this.y[v - 1]) / (this.y[v] - this.y[v - 1]);
        if (x < this.x[v - 1] + t * (this.x[v] - this.x[v - 1])) inside = !inside;
      }
    }
    return inside;
  }
};
