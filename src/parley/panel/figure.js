// The sliders of a figure. One message is on its way at a time; only the newest values wait.

const PATIENCE = 5000;
const MOMENT = 100;
const NO_ANSWER = "No answer yet. If the kernel was restarted, run all cells again.";

function node(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

let groups = 0;

class Controls {
  constructor(model, root) {
    this.model = model;
    this.id = `parley-turn-${(groups += 1)}`;
    this.rows = {};
    this.waiting = null;
    this.newer = false;
    this.values = { ...model.get("values") };
    this.note = node("p", { class: "parley-turn-note", role: "status" });
    this.root = node("div", { class: "parley-turn-form", role: "group", "aria-label": `Turn the figure ${model.get("name")}`, keydown: (event) => this.onKey(event) },
      ...model.get("sliders").map((slider) => this.drawRow(slider)),
      node("div", { class: "parley-turn-row" }, node("button", { type: "button", click: () => this.reset() }, "Set back"), this.note));
    root.append(this.root);
    this.onAnswer = () => this.answered();
    model.on("change:answered change:values", this.onAnswer);
    this.seen = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && setTimeout(() => this.mend(), MOMENT));
    this.seen.observe(this.root);
    this.show();
  }

  close() {
    this.seen.disconnect();
    clearTimeout(this.patience);
    this.model.off("change:answered change:values", this.onAnswer);
  }

  // Chromium can lose the text of a picture whose cell was resized while Lab kept it out of sight.
  mend() {
    const panel = this.root.closest(".parley-turn");
    const written = [...(panel?.querySelectorAll("svg text") ?? [])].filter((text) => text.textContent.trim());
    if (!written.some((text) => !text.getComputedTextLength())) return;
    const parent = panel.parentElement;
    parent.style.minHeight = `${parent.offsetHeight}px`;
    panel.style.display = "none";
    void parent.offsetHeight;
    panel.style.display = "";
    parent.style.minHeight = "";
  }

  drawRow(slider) {
    const id = `${this.id}-${slider.name}`;
    const input = slider.words.length ? this.drawChoice(slider, id) : this.drawSlider(slider, id);
    const output = slider.words.length ? null : node("output", { for: id, class: "parley-turn-value" });
    const unit = (value) => (Math.abs(value) === 1 ? slider.unit.replace(/s$/, "") : slider.unit);
    const say = (value) => `${String(value).replace("-", "−")} ${unit(value)}`.trim();
    this.rows[slider.name] = { input, output, say };
    return node("div", { class: "parley-turn-row" }, node("label", { for: id }, slider.label), input, ...(output ? [output] : []));
  }

  drawSlider(slider, id) {
    const input = node("input", {
      type: "range", id, min: slider.low, max: slider.high, step: slider.step,
      input: () => this.change(slider.name, Number(input.value)),
    });
    return input;
  }

  drawChoice(slider, id) {
    const select = node("select", { id, change: () => this.change(slider.name, Number(select.value)) },
      ...slider.words.map((words, index) => node("option", { value: slider.low + index * slider.step }, words)));
    return select;
  }

  // Lab's shortcuts would take arrows and letters; combinations such as Ctrl+S stay Lab's.
  onKey(event) {
    if (event.key !== "Escape" && !event.ctrlKey && !event.metaKey) event.stopPropagation();
  }

  change(name, value) {
    this.values[name] = value;
    this.show();
    this.ask();
  }

  reset() {
    this.values = Object.fromEntries(this.model.get("sliders").map((slider) => [slider.name, slider.start]));
    this.show();
    this.ask();
  }

  show() {
    for (const [name, { input, output, say }] of Object.entries(this.rows)) {
      input.value = this.values[name];
      if (!output) continue;
      output.textContent = say(this.values[name]);
      input.setAttribute("aria-valuetext", say(this.values[name]));
    }
  }

  ask() {
    this.newer = Boolean(this.waiting);
    if (this.waiting) return;
    this.note.textContent = "";
    this.waiting = `${this.id}-${Date.now()}-${Math.random()}`;
    this.root.setAttribute("aria-busy", "true");
    this.patience = setTimeout(() => this.sayNoAnswer(), PATIENCE);
    try {
      this.model.send({ id: this.waiting, values: this.values });
    } catch {
      this.sayNoAnswer();
    }
  }

  answered() {
    if (this.waiting && this.model.get("answered") !== this.waiting) return;
    this.rest();
    if (this.newer) {
      this.ask();
      return;
    }
    this.values = { ...this.model.get("values") };
    this.show();
  }

  rest() {
    clearTimeout(this.patience);
    this.waiting = null;
    this.root.removeAttribute("aria-busy");
  }

  sayNoAnswer() {
    this.rest();
    this.note.textContent = NO_ANSWER;
  }
}

export default {
  render({ model, el }) {
    const controls = new Controls(model, el);
    return () => controls.close();
  },
};
