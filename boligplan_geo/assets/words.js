// Elements and words: the only way text comes into the page, always as text nodes.
"use strict";

Boligplan.element = function (tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") node.addEventListener("click", value);
    else if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
};

Boligplan.Words = class {
  constructor(page) {
    this.texts = page.texts;
    this.locale = page.language === "en" ? "en-GB" : "nb-NO";
  }

  say(key, values = {}) {
    const text = this.texts[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  // "1 plot", "3 plots" or that the number is unknown: texts count.<what>.one, .other, .unknown.
  count(what, value, decimals = 0) {
    if (value === null) return this.say(`count.${what}.unknown`);
    const number = this.number(value, decimals);
    return this.say(`count.${what}.${number === "1" ? "one" : "other"}`, { count: number });
  }

  // Word of a column's code, such as owner_code:state; the code itself where there is no word.
  code(group, code) {
    return this.texts[`${group}:${code}`] ?? code;
  }

  // The same as a heading.
  heading(group, code) {
    const word = this.code(group, code);
    return word.charAt(0).toLocaleUpperCase(this.locale) + word.slice(1);
  }

  number(value, decimals = 0) {
    return value.toLocaleString(this.locale, { maximumFractionDigits: decimals, minimumFractionDigits: 0 });
  }
};
