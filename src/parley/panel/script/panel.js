// The panel: draws one screen and sends one message for one move.
// It holds no rules and reckons no points.

import { Decision } from "./decision.js";
import { drawHead, drawParts } from "./head.js";
import { heading, node } from "./dom.js";
import { Picture } from "./map.js";
import { drawBlock, drawLog, drawMeter } from "./pieces.js";
import { drawReplay } from "./replay.js";
import { drawOver, drawReview } from "./review.js";

const PATIENCE = 5000;
const NO_ANSWER = "No answer yet. If the kernel was restarted, run all cells again: every move that was answered is kept.";

let panels = 0;

class Panel {
  constructor(model, root) {
    this.model = model;
    this.id = `parley-${(panels += 1)}`;
    this.drawn = {};
    this.waiting = null;
    this.send = (message) => this.ask(message);
    this.picture = new Picture();
    this.decision = new Decision(this.id, this.send, () => this.picture.show(this.screen, this.decision.values));
    this.build(root);
    this.redraw = () => this.draw();
    this.sizes = new ResizeObserver(() => this.settle());
    this.sizes.observe(this.root);
    this.root.addEventListener("toggle", () => this.settle(), true);
    model.on("change:screen", this.redraw);
    this.draw();
  }

  close() {
    clearTimeout(this.patience);
    this.sizes.disconnect();
    this.model.off("change:screen", this.redraw);
  }

  get screen() {
    return this.model.get("screen");
  }

  build(root) {
    this.areas = {};
    const area = (name, tag, label) => {
      this.areas[name] = node(tag, { class: `parley-${name}`, "aria-label": label });
      return this.areas[name];
    };
    this.said = node("p", { class: "parley-said", role: "status", tabindex: -1 });
    const decide = node("section", { class: "parley-decide", "aria-label": "Your decision" },
      this.said, area("form", "div"), this.decision.refusal);
    this.root = node("div", { class: "parley-grid" },
      area("head", "header"), area("parts", "nav", "Parts of this exercise"),
      area("brief", "section", "Brief"), decide,
      node("div", { class: "parley-side" }, area("map", "figure"), area("known", "section", "What is known")),
      area("log", "section", "Log"), area("review", "section", "Review"));
    root.append(node("div", { class: "parley", role: "region", "aria-label": "Table", keydown: (event) => this.onKey(event) },
      this.root));
  }

  // Lab's shortcuts would take arrows and letters; combinations such as Ctrl+S stay Lab's.
  onKey(event) {
    if (event.key === "Escape" && this.decision.step) {
      event.stopPropagation();
      this.decision.leaveStep();
    } else if (event.key !== "Escape" && !event.ctrlKey && !event.metaKey) {
      event.stopPropagation();
    }
  }

  // ---- talking to the kernel

  ask(message) {
    if (this.waiting) return;
    this.waiting = `${Date.now()}-${Math.random()}`;
    this.root.setAttribute("aria-busy", "true");
    this.decision.refusal.textContent = "";
    this.patience = setTimeout(() => this.sayNoAnswer(), PATIENCE);
    try {
      this.model.send({ ...message, id: this.waiting });
    } catch {
      this.sayNoAnswer();
    }
  }

  rest() {
    clearTimeout(this.patience);
    this.waiting = null;
    this.root.removeAttribute("aria-busy");
  }

  sayNoAnswer() {
    this.rest();
    this.decision.refusal.textContent = NO_ANSWER;
  }

  // ---- drawing

  draw() {
    const { screen, decision } = this;
    const { view } = screen;
    if (!view) return;
    const answered = this.waiting !== null && screen.reply === this.waiting;
    if (answered) this.rest();
    const { replay } = screen;
    const done = screen.parts.find((part) => part.id === screen.part).status === "done" && (!replay || replay.at === replay.of);
    this.root.classList.toggle("parley-done", done);
    decision.start(screen);
    const turned = this.title !== view.title;
    this.title = view.title;
    this.fill("head", [view.title, screen.trainee, screen.mode, screen.attempt, screen.branch, screen.can_restart, screen.notice],
      () => drawHead(screen, this.send, this.id));
    this.fill("parts", [screen.parts, screen.part], () => drawParts(screen, this.send));
    const folded = done || Boolean(replay);
    this.fill("brief", [view.brief, folded], () => this.drawBrief(view.brief, folded));
    this.fill("form", [decision.draftOf, replay, done && [view.over, screen.parts, screen.review?.summary]], () => this.drawForm(done));
    const map = this.model.get("map");
    this.fill("map", map, () => this.picture.draw(map));
    this.fill("known", [view.meters, view.known], () => this.drawKnown(view));
    this.fill("log", view.log, () => drawLog(view.log));
    this.fill("review", screen.review, () => drawReview(screen, this.send));
    this.picture.show(screen, decision.values);
    this.said.textContent = view.over ? "" : view.said;
    decision.refusal.textContent = screen.refused;
    this.settle();
    if (answered && !screen.refused) this.focusAfterMove(turned);
  }

  // An area is drawn anew only when what it shows has changed: folds, focus and scrolling stay.
  fill(name, shown, draw) {
    const key = JSON.stringify(shown ?? null);
    if (this.drawn[name] === key) return;
    this.drawn[name] = key;
    const children = draw().filter(Boolean);
    this.areas[name].replaceChildren(...children);
    this.areas[name].hidden = children.length === 0;
  }

  drawForm(done) {
    const { screen } = this;
    const steps = screen.replay ? drawReplay(screen.replay, this.send) : [];
    const read = () => this.areas.review.querySelector("h4").focus();
    if (done) return [...steps, ...drawOver(screen, this.send, read)];
    return screen.replay ? steps : this.decision.draw();
  }

  drawBrief(brief, folded) {
    const blocks = brief.map((block) => drawBlock(block, block.folded || folded));
    return blocks.length ? [heading("Brief"), node("div", { class: "parley-blocks" }, blocks)] : [];
  }

  // A block that the player folded or opened stays so, also when what is known has changed.
  drawKnown({ meters, known }) {
    if (!meters.length && !known.length) return [];
    const opened = new Map([...this.areas.known.querySelectorAll("details")]
      .map((details) => [details.querySelector("summary").textContent, details.open]));
    return [heading("What is known"), ...meters.map((meter, index) => drawMeter(meter, `${this.id}-meter-${index}`)),
      ...known.map((block) => drawBlock(block, !(opened.get(block.title) ?? !block.folded)))];
  }

  // What hangs on the page around: boxes to be scrolled by keyboard, and the name of the picture.
  settle() {
    for (const box of this.root.querySelectorAll(".parley-scroll")) {
      if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 1) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    }
    const figure = this.root.closest(".parley-table")?.querySelector(".parley-figure");
    if (!figure) return;
    const name = this.screen.review?.picture.title && `${this.screen.review.picture.title}. The same in words stands above.`;
    for (const [attribute, value] of [["role", "img"], ["aria-label", name]]) {
      if (name) figure.setAttribute(attribute, value);
      else figure.removeAttribute(attribute);
    }
  }

  // Under a new title stands a new brief, to be read first: a day of a week begins there.
  focusAfterMove(turned) {
    const ended = this.areas.form.querySelector(".parley-replay-place") ?? this.areas.form.querySelector(".parley-over");
    const begun = turned ? this.areas.head.querySelector("h3") : null;
    const target = ended ?? begun ?? (this.said.textContent ? this.said : this.areas.form.querySelector("legend"));
    target?.focus();
  }
}

export default {
  render({ model, el }) {
    const panel = new Panel(model, el);
    return () => panel.close();
  },
};
