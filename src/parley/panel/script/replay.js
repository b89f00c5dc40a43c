// A record that is only looked at: steps back and forth through its moves.

import { button, node } from "./dom.js";

export function drawReplay({ at, of }, send) {
  const go = (to, label) => button(label, () => send({ do: "step", to }), { disabled: to < 0 || to > of || to === at });
  return [node("div", { class: "parley-replay", role: "group", "aria-label": "Steps through the record" },
    node("p", { class: "parley-replay-place", tabindex: -1 }, `After move ${at} of ${of}. This record is read-only.`),
    node("div", { class: "parley-buttons" }, go(0, "First"), go(at - 1, "Back"), go(at + 1, "Next"), go(of, "Last")))];
}
