// The decision: which move, its fields, the second step of a move with consequences.

import { button, node } from "./dom.js";
import { drawTable } from "./pieces.js";

const points = (worth) => `${Math.round(100 * worth) / 100}`;
export const choiceOf = (field, value) => field.choices?.find((choice) => choice.value === value);

// Notes of more than a line do not fit a list that unfolds: the chosen one's is shown beneath it.
const isLong = (field) => field.choices.some((choice) => choice.note.length > 60);

function withNote(choice) {
  const note = choice.closed || (typeof choice.worth === "number" ? points(choice.worth) : choice.note);
  return note ? `${choice.label}  (${note})` : choice.label;
}

export class Decision {
  constructor(id, send, changed) {
    Object.assign(this, { id, send, changed, refusal: node("p", { class: "parley-refusal", role: "alert" }) });
  }

  // A draft lives until the play it belongs to changes; the kind of move stays chosen if it can.
  start(screen) {
    const draftOf = JSON.stringify([screen.trainee, screen.attempt, screen.branch, screen.part, screen.moves, screen.form]);
    this.screen = screen;
    if (draftOf === this.draftOf) return;
    const open = screen.form.actions.filter((action) => !action.closed);
    const kept = open.find((action) => action.kind === this.kind && !action.once) ?? open[0];
    this.draftOf = draftOf;
    this.kind = kept?.kind;
    const first = (fields) => Object.fromEntries(fields.map((field) => [field.name, field.value]));
    this.values = Object.fromEntries(screen.form.actions.map((action) => [action.kind, first(action.fields)]));
    this.remarks = first(screen.form.remarks ?? []);
    this.firsts = first(screen.form.first ?? []);
  }

  get action() {
    return this.screen.form.actions.find((action) => action.kind === this.kind);
  }

  draw() {
    this.step = null;
    if (!this.action) return [];
    const { prompt, actions, remarks, first, shown } = this.screen.form;
    this.fieldsArea = node("div", { class: "parley-fields" });
    this.buttons = node("div", { class: "parley-buttons" });
    const form = node("form", { novalidate: true, submit: (event) => { event.preventDefault(); this.submit(); } },
      first?.length ? node("div", { class: "parley-fields parley-first" }, first.map((field) => this.drawField(field, this.firsts))) : "",
      node("fieldset", { class: "parley-kinds" }, node("legend", { tabindex: -1 }, prompt),
        actions.length > 1 ? actions.map((action) => this.drawKind(action)) : ""),
      this.fieldsArea, this.drawRemarks(remarks ?? []), this.buttons);
    this.drawFields();
    return [...this.drawShown(shown ?? [], form), form];
  }

  // What the question is about, such as one file: it stands out, and belongs to the form.
  drawShown(blocks, form) {
    const id = `${this.id}-shown`;
    if (blocks.length) form.setAttribute("aria-describedby", blocks.map((_, index) => `${id}-${index}`).join(" "));
    return blocks.map((block, index) => node("article", { class: "parley-shown", id: `${id}-${index}` },
      node("h4", {}, block.title), block.text.map((paragraph) => node("p", {}, paragraph)),
      block.table ? drawTable(block.table, block.title) : ""));
  }

  drawKind(action) {
    const id = `${this.id}-kind-${action.kind}`;
    const note = action.closed ? `Closed: ${action.closed}` : action.note;
    const pick = node("input", {
      type: "radio", name: `${this.id}-kind`, id, value: action.kind,
      checked: action.kind === this.kind, disabled: action.closed !== "",
      "aria-describedby": note ? `${id}-note` : undefined,
      change: () => { this.kind = action.kind; this.refusal.textContent = ""; this.drawFields(); },
    });
    return node("div", { class: `parley-kind${action.closed ? " parley-closed" : ""}` }, pick,
      node("label", { for: id }, action.label),
      note ? node("span", { id: `${id}-note`, class: "parley-note" }, note) : "");
  }

  drawRemarks(fields) {
    if (!fields.length) return "";
    return node("details", { class: "parley-block parley-remarks" }, node("summary", {}, "Add a remark, if you like"),
      node("div", { class: "parley-fields" }, fields.map((field) => this.drawField(field, this.remarks))));
  }

  drawFields() {
    const { action } = this;
    const values = this.values[action.kind];
    const choosing = action.fields.filter((field) => field.choices);
    const alone = choosing.length === 1 ? choosing[0] : null;
    this.fieldsArea.replaceChildren(...action.fields.map((field) => (field === alone || field.open
      ? this.drawRadios(field, values) : this.drawField(field, values))));
    this.fieldsArea.hidden = action.fields.length === 0;
    this.drawButtons();
    this.showDraft();
  }

  drawField(field, values) {
    if (field.choices) return this.drawSelect(field, values);
    return field.value === null ? this.drawTyped(field, values) : this.drawNumber(field, values);
  }

  setField(values, field, { value }) {
    values[field.name] = value;
    if (this.step) this.drawButtons();
    this.showDraft();
  }

  drawRadios(field, values) {
    const options = field.choices.map((choice, index) => {
      const id = `${this.id}-${field.name}-${index}`;
      const note = choice.closed || choice.note;
      return node("div", { class: "parley-option" }, node("input", {
        type: "radio", id, name: `${this.id}-${field.name}`, checked: choice.value === values[field.name],
        disabled: Boolean(choice.closed), change: () => this.setField(values, field, choice),
      }), node("label", { for: id }, choice.label, note ? node("span", { class: "parley-note" }, note) : ""));
    });
    return node("fieldset", { class: "parley-options" }, node("legend", {}, field.label), options,
      field.note ? node("p", { class: "parley-note" }, field.note) : "");
  }

  drawSelect(field, values) {
    const id = `${this.id}-${field.name}`;
    const theirs = choiceOf(field, this.screen.view.marked.theirs?.[field.name]);
    const told = isLong(field) ? node("p", { id: `${id}-told`, class: "parley-told" }) : "";
    const tell = () => { if (told) told.textContent = choiceOf(field, values[field.name])?.note ?? ""; };
    const select = node("select", {
      id, "aria-describedby": [theirs && `${id}-theirs`, told && `${id}-told`].filter(Boolean).join(" ") || undefined,
      change: () => { this.setField(values, field, field.choices[select.selectedIndex]); tell(); },
    }, field.choices.map((choice) => node("option", {
      selected: choice.value === values[field.name], disabled: Boolean(choice.closed),
    }, told ? choice.label : withNote(choice))));
    tell();
    return node("div", { class: "parley-field" },
      node("label", { for: id }, field.label, field.note ? node("span", { class: "parley-note" }, ` ${field.note}`) : ""),
      theirs ? node("span", { id: `${id}-theirs`, class: "parley-theirs" }, `Theirs: ${theirs.label}`) : "", select, told);
  }

  // A slider with its number beside it; both are native, and each follows the other.
  drawNumber(field, values) {
    const id = `${this.id}-${field.name}`;
    const say = (value) => `${value}${field.unit ? ` ${field.unit}` : ""}`;
    const shown = node("output", { for: id, class: "parley-value" }, say(values[field.name]));
    const slider = node("input", {
      type: "range", id, min: field.low, max: field.high, step: field.step, value: values[field.name],
      "aria-valuetext": say(values[field.name]), "aria-describedby": field.note ? `${id}-note` : undefined,
      input: () => {
        this.setField(values, field, { value: Number(slider.value) });
        shown.textContent = say(slider.value);
        slider.setAttribute("aria-valuetext", say(slider.value));
      },
    });
    return node("div", { class: "parley-field parley-number-field" }, node("label", { for: id }, field.label), shown,
      field.note ? node("span", { id: `${id}-note`, class: "parley-note" }, field.note) : "", slider);
  }

  // A number that is typed in; it begins empty, so that nothing is entered by leaving it.
  drawTyped(field, values) {
    const id = `${this.id}-${field.name}`;
    const input = node("input", {
      type: "number", id, min: field.low, max: field.high, step: field.step, value: values[field.name] ?? "",
      "aria-describedby": field.note ? `${id}-note` : undefined,
      input: () => this.setField(values, field, { value: input.value === "" ? null : Number(input.value) }),
    });
    return node("div", { class: "parley-field parley-typed-field" }, node("label", { for: id }, field.label), input,
      field.unit ? node("span", {}, field.unit) : "",
      field.note ? node("span", { id: `${id}-note`, class: "parley-note" }, field.note) : "");
  }

  drawButtons() {
    this.step = null;
    const { action } = this;
    this.preview = node("p", { class: "parley-preview" });
    this.buttons.replaceChildren(this.preview, node("button", { type: "submit", class: "parley-send" }, action.button || action.label));
  }

  // What the draft is worth: the choices' own worths added up, where the game asks for it.
  showDraft() {
    const { action } = this;
    const fields = action.fields.filter((field) => field.choices);
    const chosen = fields.map((field) => choiceOf(field, this.values[action.kind][field.name]));
    const listed = fields.filter((field) => !field.open).length > 1;
    const words = listed ? fields.map((field, index) => `${field.label}: ${chosen[index]?.label}`) : [];
    const total = chosen.reduce((sum, choice) => sum + (choice?.worth ?? 0), 0);
    this.preview.textContent = action.total ? `${action.total}: ${points(total)} points` : words.join("; ");
    this.changed();
  }

  submit() {
    if (this.step) return;
    const { action } = this;
    const remarks = Object.fromEntries(Object.entries(this.remarks).filter(([, value]) => value !== ""));
    const move = { kind: action.kind, ...this.firsts, ...this.values[action.kind], ...remarks };
    const go = () => this.send({ do: "move", part: this.screen.part, at: this.screen.moves, move });
    if (!action.confirm) go();
    else this.openStep(action.confirm, `Yes: ${action.button || action.label}`, go);
  }

  // The second step: a question, yes, and a way back.
  openStep(question, yes, go) {
    this.step = node("p", { class: "parley-question", tabindex: -1 }, question);
    this.buttons.replaceChildren(node("div", { class: "parley-step", role: "group", "aria-label": "Please confirm" }, this.step,
      button(yes, go, { class: "parley-send" }), button("Go back", () => this.leaveStep())));
    this.step.focus();
  }

  leaveStep() {
    this.drawButtons();
    this.showDraft();
    this.buttons.querySelector("button").focus();
  }
}
