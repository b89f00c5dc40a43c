// The map: the picture comes with the screen, and shows the layers of what each side proposes.
// It alone is markup, made by our own library; names in it are escaped there.

import { choiceOf } from "./decision.js";
import { node } from "./dom.js";

export class Picture {
  draw(svg) {
    this.words = null;
    if (!svg) return [];
    this.place = node("div", { class: "parley-map-picture" });
    this.place.innerHTML = svg;
    this.layers = [...this.place.querySelectorAll("[data-issue]")];
    this.words = node("div");
    return [this.place, node("figcaption", {}, node("details", {}, node("summary", {}, "The map in words"), this.words))];
  }

  // Turn on the layer of every option that is on the table or in the draft.
  show({ form, view }, values) {
    if (!this.words) return;
    const issues = new Set(this.layers.map((layer) => layer.dataset.issue));
    const offer = form.actions.find((action) => action.fields.some((field) => issues.has(field.name)));
    const shown = { ...view.marked, draft: offer ? values[offer.kind] : {} };
    for (const layer of this.layers) {
      const { side, issue, option } = layer.dataset;
      const seen = shown[side]?.[issue];
      layer.setAttribute("display", seen !== undefined && String(seen) === option ? "inline" : "none");
    }
    const say = (side) => (offer?.fields ?? []).map((field) => {
      const choice = choiceOf(field, shown[side]?.[field.name]);
      return choice ? `${field.label}: ${choice.label}` : "";
    }).filter(Boolean).join("; ");
    const [draft, theirs] = [say("draft"), say("theirs")];
    this.words.replaceChildren(node("p", {}, draft ? `Your draft: ${draft}.` : "You have no draft."),
      theirs ? node("p", {}, `Theirs: ${theirs}.`) : "");
  }
}
