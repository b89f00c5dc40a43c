// After the play: what it came to, what each kind of decision cost, and the review move by move.

import { button, heading, hidden, node, percent } from "./dom.js";
import { drawTable } from "./pieces.js";

const ALL = { parts: "Every part is done.", days: "Every day is over. Choose a day above to read its review." };

export function drawOver(screen, send, read) {
  const here = screen.parts.findIndex((part) => part.id === screen.part);
  const next = [...screen.parts.slice(here), ...screen.parts].find((part) => part.status === "new" || part.status === "open");
  const end = screen.view.over || "This position is answered.";
  const { review } = screen;
  return [
    node("div", { class: "parley-over", tabindex: -1 }, node("p", {}, end),
      review ? node("p", {}, `${review.marked ?? "Mark"}: `, node("strong", {}, review.summary.mark), " of 100") : "",
      review?.summary.caps.map((cap) => node("p", { class: "parley-cap" }, `Not passed. ${cap}`)) ?? "",
      review?.whole ? node("p", {}, `${review.whole.caption}.`) : ""),
    review ? drawCosts(review.summary.criteria) : "",
    node("div", { class: "parley-next" },
      review ? button("Read the review", read, { class: "parley-send" }) : "",
      next && !screen.replay ? button(`Go on: ${next.label}`, () => send({ do: "select", part: next.id }), { class: "parley-send" }) : "",
      next || screen.replay || screen.parts.length < 2 ? "" : node("p", {}, ALL[review?.whole ? "days" : "parts"])),
  ];
}

function drawCosts(rows) {
  const costs = drawTable({ caption: "What each kind of decision cost, in marks", columns: ["Decisions", "Cost", "Why"], rows });
  costs.classList.add("parley-costs");
  return costs;
}

export function drawReview(screen, send) {
  const { review } = screen;
  if (!review) return [];
  const heads = ["Move", "What you did", ...review.columns];
  const table = node("table", { class: "parley-moves" },
    node("caption", {}, review.caption),
    node("thead", {}, node("tr", {}, heads.map((name) => node("th", { scope: "col" }, name)),
      node("td"))),
    review.rows.map((row) => drawMove(row, review.columns, screen.replay ? null : send)));
  const whole = review.whole ? drawTable(review.whole) : "";
  return [heading("Review", { tabindex: -1 }), whole, table,
    review.picture.words ? node("details", { class: "parley-block parley-picture-words" },
      node("summary", {}, "The picture below in words"), node("p", {}, review.picture.words)) : ""];
}

// One move: a line of numbers, and beneath it the sentences over the full width.
function drawMove(row, columns, send) {
  const cells = row.numbers.map((text, column) => node("td", { class: "parley-count", "data-label": columns[column] },
    columns[column] === "Regret" ? drawRegret(text, row.share) : text));
  const words = row.words.map(([name, text]) => node("div", {}, node("dt", {}, name), node("dd", {}, text)));
  return node("tbody", {},
    node("tr", { class: "parley-move" },
      node("th", { scope: "row" }, `${row.n}`),
      node("td", {}, row.move, row.package ? node("span", { class: "parley-package" }, row.package) : ""), cells,
      node("td", { class: "parley-again" }, send ? button(["Play on from here", hidden(` (make move ${row.n} anew)`)],
        () => send({ do: "play-on", row: row.n })) : "")),
    node("tr", { class: "parley-words" }, node("td", { colspan: columns.length + 3 }, node("dl", {}, words))));
}

function drawRegret(text, share) {
  return share > 0
    ? [node("strong", {}, text), node("span", { class: "parley-regret", style: `width:${percent(share)}` })]
    : text;
}
