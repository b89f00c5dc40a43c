// Who plays what, and the parts of an exercise.

import { button, node } from "./dom.js";

const WORDS = { new: "not started", open: "begun", done: "done", ahead: "not open yet" };
const SIGNS = { new: "○", open: "◐", done: "●", ahead: "◌" };

export function drawHead(screen, send, id) {
  const mode = screen.mode === "practice" ? "Practice" : "Graded";
  const who = node("div", { class: "parley-who" });
  if (screen.replay) who.append(`Played by ${screen.trainee}`);
  else drawWho(who, screen.trainee, !screen.trainee, send, id);
  return [
    node("div", { class: "parley-title" },
      node("h3", { tabindex: -1 }, screen.view.title),
      node("p", {}, `${mode}, attempt ${screen.attempt}${screen.branch ? ", played on" : ""}`)),
    node("div", { class: "parley-tools" }, who,
      screen.can_restart ? button("Start a new attempt", () => send({ do: "new-attempt" })) : ""),
    screen.notice ? node("p", { class: "parley-notice", role: "status" }, screen.notice) : "",
  ];
}

function drawWho(place, trainee, asking, send, id) {
  const again = (ask) => drawWho(place, trainee, ask, send, id);
  if (!asking) {
    place.replaceChildren(node("span", {}, "Playing as ", node("strong", {}, trainee)),
      button("Not you?", () => again(true), { class: "parley-link" }));
    return;
  }
  const input = node("input", { id: `${id}-name`, type: "text", autocomplete: "off", maxlength: 64 });
  const tell = (event) => {
    event.preventDefault();
    if (input.value.trim()) send({ do: "name", trainee: input.value.trim() });
  };
  place.replaceChildren(node("form", { class: "parley-name", submit: tell },
    node("label", { for: input.id }, "Your name in this course"), input,
    node("button", { type: "submit" }, "Use this name"),
    trainee ? button("Cancel", () => again(false), { class: "parley-link" }) : ""));
  if (trainee) input.focus();
}

// "Play 1, Play 2, Position 1 …": one row for each word, one small button for each number;
// what has no number stands in a row by its name.
export function drawParts(screen, send) {
  if (screen.parts.length < 2) return [];
  const groups = new Map();
  for (const part of screen.parts) {
    const [, stem, number] = part.label.match(/^(.*?)\s*(\d*)$/);
    const row = number ? stem : "";
    if (!groups.has(row)) groups.set(row, []);
    groups.get(row).push([part, number]);
  }
  const used = Object.keys(WORDS).filter((status) => status !== "ahead" || screen.parts.some((part) => part.status === status));
  const pick = ([part, number]) => node("li", {}, button(`${SIGNS[part.status]} ${number || part.label}`,
    () => send({ do: "select", part: part.id }), {
      class: `parley-part parley-${part.status}`, "aria-label": `${part.label}, ${WORDS[part.status]}`,
      "aria-current": part.id === screen.part ? "true" : undefined,
      disabled: part.status === "ahead",
    }));
  const rows = [...groups].map(([stem, parts]) => node("div", { class: "parley-part-row" },
    stem ? node("span", { class: "parley-part-stem", "aria-hidden": "true" }, stem) : "", node("ol", {}, parts.map(pick))));
  const legend = used.map((status) => `${SIGNS[status]} ${WORDS[status]}`).join("   ");
  return [...rows, node("p", { class: "parley-legend", "aria-hidden": "true" }, legend)];
}
