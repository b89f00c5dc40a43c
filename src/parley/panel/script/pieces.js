// What any game's view is made of: tables, blocks of text, meters, the log.

import { heading, node, percent } from "./dom.js";

// A table of many words turns into a list of cards where there is little room: see the style sheet.
export function drawTable({ caption, columns, rows }, title) {
  const most = columns.length > 3 ? 30 : 90;
  const wordy = columns.length > 2 && rows.some((cells) => cells.some((cell) => cell.length > most));
  const look = wordy ? "parley-wordy" : columns.length > 5 ? "parley-dense" : "";
  const body = rows.map((cells) => node("tr", {}, cells.map((cell, column) => (column
    ? node("td", { "data-label": columns[column] }, cell)
    : node("th", { scope: "row", "data-label": columns[column] }, cell)))));
  return node("div", { class: `parley-scroll ${look}`, role: "group", "aria-label": caption || "Table" },
    node("table", {},
      caption ? node("caption", { class: caption === title ? "parley-hidden" : undefined }, caption) : "",
      node("thead", {}, node("tr", {}, columns.map((name) => (name ? node("th", { scope: "col" }, name) : node("td"))))),
      node("tbody", {}, body)));
}

export function drawBlock(block, folded) {
  return node("details", { class: "parley-block", open: !folded },
    node("summary", {}, node("h4", {}, block.title)),
    block.text.map((paragraph) => node("p", {}, paragraph)),
    block.table ? drawTable(block.table, block.title) : "");
}

export function drawMeter(meter, id) {
  const place = (value) => percent((value - meter.low) / (meter.high - meter.low));
  const bar = node("div", {
    class: "parley-bar", role: "meter", "aria-labelledby": id, "aria-valuetext": meter.text,
    "aria-valuemin": meter.low, "aria-valuemax": meter.high, "aria-valuenow": meter.value,
  }, node("div", { class: "parley-fill", style: `width:${place(meter.value)}` }),
  meter.marks.map(([, value]) => node("div", { class: "parley-tick", style: `left:${place(value)}` })));
  const legend = meter.marks.map(([name, value]) => node("div", { class: "parley-mark-name" },
    node("span", { style: `left:${place(value)};transform:translateX(-${place(value)})` }, name)));
  return node("div", { class: "parley-meter" },
    node("div", { class: "parley-meter-head" }, node("span", { id }, meter.label), node("strong", {}, meter.text)),
    bar, legend);
}

export function drawLog(events) {
  const lines = events.map((event, index) => node("li", {},
    node("span", { class: "parley-number" }, event.number === events[index - 1]?.number ? "" : `${event.number}`),
    node("span", {}, node("strong", {}, event.who), `: ${event.text}`)));
  return lines.length ? [heading("Log"), node("ol", {}, lines)] : [];
}
