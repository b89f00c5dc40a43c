// The panel: draws one screen and sends one message for one move.
// It holds no rules and reckons no points. Words come from the screen and enter as text, never as markup;
// the map alone is markup, made by our own library.

let panels = 0;

function node(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== "" && child !== null && child !== undefined));
  return element;
}

const hidden = (text) => node("span", { class: "parley-hidden" }, text);
const choiceOf = (field, value) => field.choices.find((choice) => choice.value === value);
const points = (worth) => `${Math.round(100 * worth) / 100}`;
const withNote = (choice) => {
  const note = choice.closed || (typeof choice.worth === "number" ? points(choice.worth) : choice.note);
  return note ? `${choice.label}  (${note})` : choice.label;
};

// ---- small pieces -------------------------------------------------------------------------

// A table of many words turns into a list of cards where there is little room: see the style sheet.
function drawTable(table, title) {
  const { caption, columns, rows } = table;
  const wordy = columns.length > 3 && rows.some((cells) => cells.some((cell) => cell.length > 30));
  const body = rows.map((cells) => node("tr", {}, cells.map((cell, column) => (column
    ? node("td", { "data-label": columns[column] }, cell)
    : node("th", { scope: "row", "data-label": columns[column] }, cell)))));
  return node("div", { class: `parley-scroll ${wordy ? "parley-wordy" : columns.length > 5 ? "parley-dense" : ""}`, role: "group", "aria-label": caption || "Table" },
    node("table", {},
      caption ? node("caption", { class: caption === title ? "parley-hidden" : undefined }, caption) : "",
      node("thead", {}, node("tr", {}, columns.map((name) => node("th", { scope: "col" }, name)))),
      node("tbody", {}, body)));
}

function drawBlock(block, folded) {
  return node("details", { class: "parley-block", open: !folded },
    node("summary", {}, node("h4", {}, block.title)),
    block.text.map((paragraph) => node("p", {}, paragraph)),
    block.table ? drawTable(block.table, block.title) : "");
}

function drawMeter(meter, id) {
  const place = (value) => {
    const share = (value - meter.low) / (meter.high - meter.low);
    return `${(100 * Math.min(1, Math.max(0, share))).toFixed(2)}%`;
  };
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

// ---- the panel ----------------------------------------------------------------------------

class Panel {
  constructor(model, root) {
    this.model = model;
    this.id = `parley-${(panels += 1)}`;
    this.drawn = {};
    this.waiting = null;
    this.build(root);
    this.redraw = () => this.draw();
    this.sizes = new ResizeObserver(() => this.markScrollers());
    this.sizes.observe(this.root);
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
    this.refusal = node("p", { class: "parley-refusal", role: "alert" });
    const decide = node("section", { class: "parley-decide", "aria-label": "Your decision" },
      this.said, area("form", "div"), this.refusal);
    this.root = node("div", { class: "parley-grid" },
      area("head", "header"), area("parts", "nav", "Parts of this exercise"),
      area("brief", "section", "Brief"), decide,
      node("div", { class: "parley-side" }, area("map", "figure"), area("known", "section", "What is known")),
      area("log", "section", "Log"), area("review", "section", "Review"));
    const panel = node("div", { class: "parley", role: "region", "aria-label": "Table", keydown: (event) => this.onKey(event) },
      this.root);
    root.append(panel);
  }

  // Lab's shortcuts would take arrows and letters; combinations such as Ctrl+S stay Lab's.
  onKey(event) {
    if (event.key === "Escape" && this.step) {
      event.stopPropagation();
      this.leaveStep();
    } else if (event.key !== "Escape" && !event.ctrlKey && !event.metaKey) {
      event.stopPropagation();
    }
  }

  // ---- talking to the kernel

  send(message) {
    if (this.waiting) return;
    this.waiting = `${Date.now()}-${Math.random()}`;
    this.root.setAttribute("aria-busy", "true");
    this.refusal.textContent = "";
    this.patience = setTimeout(() => this.sayNoAnswer(), 5000);
    try {
      this.model.send({ ...message, id: this.waiting });
    } catch {
      this.sayNoAnswer();
    }
  }

  sayNoAnswer() {
    this.waiting = null;
    this.root.removeAttribute("aria-busy");
    this.refusal.textContent =
      "No answer yet. If the kernel was restarted, run all cells again: every move that was answered is kept.";
  }

  // ---- drawing

  draw() {
    const screen = this.screen;
    if (!screen.view) return;
    const answered = this.waiting !== null && screen.reply === this.waiting;
    if (answered) {
      clearTimeout(this.patience);
      this.waiting = null;
      this.root.removeAttribute("aria-busy");
    }
    this.startDraft(screen);
    this.fill("head", [screen.view.title, screen.trainee, screen.mode, screen.attempt, screen.can_restart, screen.notice], () => this.drawHead(screen));
    this.fill("parts", [screen.parts, screen.part], () => this.drawParts(screen));
    this.fill("brief", [screen.view.brief, screen.view.over], () => this.drawBrief(screen.view));
    this.fill("form", [this.draftOf, screen.view.over, screen.view.over && [screen.parts, screen.review === null]], () => this.drawForm(screen));
    this.fill("map", screen.map, () => this.drawMap(screen.map));
    this.fill("known", [screen.view.meters, screen.view.known], () => this.drawKnown(screen.view));
    this.fill("log", screen.view.log, () => this.drawLog(screen.view.log));
    this.fill("review", screen.review, () => this.drawReview(screen.review));
    this.showLayers();
    this.markScrollers();
    this.said.textContent = screen.view.said;
    this.refusal.textContent = screen.refused || "";
    if (answered && !screen.refused) this.focusAfterMove();
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

  // What is wider than its place must be reached by keyboard to be scrolled.
  markScrollers() {
    for (const box of this.root.querySelectorAll(".parley-scroll")) {
      if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    }
  }

  focusAfterMove() {
    const ended = this.areas.form.querySelector(".parley-over");
    const target = ended ?? (this.said.textContent ? this.said : this.areas.form.querySelector("legend"));
    target?.focus();
  }

  drawHead(screen) {
    const mode = screen.mode === "practice" ? "Practice" : "Graded";
    const restart = !screen.can_restart ? "" : node("button", {
      type: "button", click: () => this.send({ do: "new-attempt" }),
    }, "Start a new attempt");
    this.whoArea = node("div", { class: "parley-who" });
    this.drawWho(screen.trainee, !screen.trainee);
    return [
      node("div", { class: "parley-title" },
        node("h3", {}, screen.view.title),
        node("p", {}, `${mode}, attempt ${screen.attempt}`)),
      node("div", { class: "parley-tools" }, this.whoArea, restart),
      screen.notice ? node("p", { class: "parley-notice", role: "status" }, screen.notice) : "",
    ];
  }

  drawWho(trainee, asking) {
    if (!asking) {
      const change = node("button", { type: "button", class: "parley-link", click: () => this.drawWho(trainee, true) }, "Not you?");
      this.whoArea.replaceChildren(node("span", {}, "Playing as ", node("strong", {}, trainee)), change);
      return;
    }
    const input = node("input", { id: `${this.id}-name`, type: "text", autocomplete: "off", maxlength: 64 });
    const tell = (event) => {
      event.preventDefault();
      if (input.value.trim()) this.send({ do: "name", trainee: input.value.trim() });
    };
    this.whoArea.replaceChildren(node("form", { class: "parley-name", submit: tell },
      node("label", { for: input.id }, "Your name in this course"), input,
      node("button", { type: "submit" }, "Use this name"),
      trainee ? node("button", { type: "button", class: "parley-link", click: () => this.drawWho(trainee, false) }, "Cancel") : ""));
    if (trainee) input.focus();
  }

  // ---- parts: "Play 1, Play 2, Position 1 …" in one compact row per stem

  drawParts(screen) {
    if (screen.parts.length < 2) return [];
    const groups = new Map();
    for (const part of screen.parts) {
      const [, stem, number] = part.label.match(/^(.*?)\s*(\d*)$/);
      if (!groups.has(stem)) groups.set(stem, []);
      groups.get(stem).push([part, number]);
    }
    const words = { new: "not started", open: "begun", done: "done" };
    const signs = { new: "○", open: "◐", done: "●" };
    const button = ([part, number]) => node("li", {}, node("button", {
      type: "button", class: `parley-part parley-${part.status}`,
      "aria-current": part.id === screen.part ? "true" : undefined,
      click: () => this.send({ do: "select", part: part.id }),
    }, hidden(part.label), node("span", { "aria-hidden": "true" }, `${signs[part.status]} ${number || part.label}`),
    hidden(`, ${words[part.status]}`)));
    const rows = [...groups].map(([stem, parts]) => node("div", { class: "parley-part-row" },
      node("span", { class: "parley-part-stem", "aria-hidden": "true" }, stem), node("ol", {}, parts.map(button))));
    const legend = Object.keys(words).map((status) => `${signs[status]} ${words[status]}`).join("   ");
    return [...rows, node("p", { class: "parley-legend", "aria-hidden": "true" }, legend)];
  }

  drawBrief({ brief, over }) {
    const blocks = brief.map((block) => drawBlock(block, block.folded || over !== ""));
    return blocks.length ? [node("h4", { class: "parley-heading" }, "Brief"), node("div", { class: "parley-blocks" }, blocks)] : [];
  }

  // ---- the decision

  startDraft(screen) {
    const draftOf = JSON.stringify([screen.trainee, screen.attempt, screen.part, screen.moves, screen.form]);
    if (draftOf === this.draftOf) return;
    const open = screen.form.actions.filter((action) => !action.closed);
    const kept = open.find((action) => action.kind === this.kind) ?? open[0];
    this.draftOf = draftOf;
    this.kind = kept?.kind;
    const first = (fields) => Object.fromEntries(fields.map((field) => [field.name, field.value]));
    this.values = Object.fromEntries(screen.form.actions.map((action) => [action.kind, first(action.fields)]));
    this.remarks = first(screen.form.remarks ?? []);
  }

  get action() {
    return this.screen.form.actions.find((action) => action.kind === this.kind);
  }

  drawForm(screen) {
    if (screen.view.over) return this.drawOver(screen);
    if (!this.action) return [];
    this.step = null;
    this.fieldsArea = node("div", { class: "parley-fields" });
    this.buttons = node("div", { class: "parley-buttons" });
    const form = node("form", { submit: (event) => { event.preventDefault(); this.submit(); } },
      node("fieldset", { class: "parley-kinds" },
        node("legend", { tabindex: -1 }, screen.form.prompt), screen.form.actions.map((action) => this.drawKind(action))),
      this.fieldsArea, this.drawRemarks(screen.form.remarks ?? []), this.buttons);
    this.drawFields();
    return [form];
  }

  drawKind(action) {
    const id = `${this.id}-kind-${action.kind}`;
    const note = action.closed || action.note;
    const pick = node("input", {
      type: "radio", name: `${this.id}-kind`, id, value: action.kind,
      checked: action.kind === this.kind, disabled: action.closed !== "",
      "aria-describedby": note ? `${id}-note` : undefined,
      change: () => { this.kind = action.kind; this.refusal.textContent = ""; this.drawFields(); },
    });
    return node("div", { class: `parley-kind${action.closed ? " parley-closed" : ""}` }, pick,
      node("label", { for: id }, action.label),
      note ? node("span", { id: `${id}-note`, class: "parley-note" }, action.closed ? `Closed: ${note}` : note) : "");
  }

  drawRemarks(fields) {
    if (!fields.length) return "";
    return node("details", { class: "parley-block parley-remarks" }, node("summary", {}, "Add a remark, if you like"),
      node("div", { class: "parley-fields" }, fields.map((field) => this.drawSelect(field, this.remarks))));
  }

  drawFields() {
    const { action } = this;
    const values = this.values[action.kind];
    const draw = action.fields.length === 1 ? this.drawRadios : this.drawSelect;
    this.fieldsArea.replaceChildren(...action.fields.map((field) => draw.call(this, field, values)));
    this.fieldsArea.hidden = action.fields.length === 0;
    this.drawButtons();
    this.showDraft();
  }

  setField(values, field, choice) {
    values[field.name] = choice.value;
    if (this.step) this.drawButtons();
    this.showDraft();
  }

  drawRadios(field, values) {
    const options = field.choices.map((choice, index) => {
      const id = `${this.id}-${field.name}-${index}`;
      return node("div", { class: "parley-option" }, node("input", {
        type: "radio", id, name: `${this.id}-${field.name}`, checked: choice.value === values[field.name],
        change: () => this.setField(values, field, choice),
      }), node("label", { for: id }, choice.label, choice.note ? node("span", { class: "parley-note" }, choice.note) : ""));
    });
    return node("fieldset", { class: "parley-options" }, node("legend", {}, field.label), options,
      field.note ? node("p", { class: "parley-note" }, field.note) : "");
  }

  drawSelect(field, values) {
    const id = `${this.id}-${field.name}`;
    const theirs = choiceOf(field, this.screen.view.marked.theirs?.[field.name]);
    const select = node("select", {
      id, "aria-describedby": theirs ? `${id}-theirs` : undefined,
      change: () => this.setField(values, field, field.choices[select.selectedIndex]),
    }, field.choices.map((choice) => node("option", {
      selected: choice.value === values[field.name], disabled: Boolean(choice.closed),
    }, withNote(choice))));
    return node("div", { class: "parley-field" },
      node("label", { for: id }, field.label, field.note ? node("span", { class: "parley-note" }, ` ${field.note}`) : ""),
      theirs ? node("span", { id: `${id}-theirs`, class: "parley-theirs" }, `Theirs: ${theirs.label}`) : "", select);
  }

  drawButtons() {
    this.step = null;
    const { action } = this;
    this.preview = node("p", { class: "parley-preview" });
    this.buttons.replaceChildren(this.preview, node("button", { type: "submit", class: "parley-send" }, action.button || action.label));
  }

  showDraft() {
    const { action } = this;
    const chosen = action.fields.map((field) => choiceOf(field, this.values[action.kind][field.name]));
    const words = action.fields.map((field, index) => `${field.label}: ${chosen[index].label}`).join("; ");
    const total = chosen.reduce((sum, choice) => sum + (choice.worth ?? 0), 0);
    this.preview.textContent = action.total ? `${action.total}: ${points(total)} points` : words;
    this.showLayers();
  }

  submit() {
    if (this.step) return;
    const { action } = this;
    const remarks = Object.fromEntries(Object.entries(this.remarks).filter(([, value]) => value !== ""));
    const move = { kind: action.kind, ...this.values[action.kind], ...remarks };
    const go = () => this.send({ do: "move", part: this.screen.part, move });
    if (!action.confirm) go();
    else this.openStep(action.confirm, `Yes: ${action.button || action.label}`, go);
  }

  // The second step of a move with consequences: a question, yes, and a way back.
  openStep(question, yes, go) {
    this.step = node("p", { class: "parley-question", tabindex: -1 }, question);
    this.buttons.replaceChildren(node("div", { class: "parley-step", role: "group", "aria-label": "Please confirm" }, this.step,
      node("button", { type: "button", class: "parley-send", click: go }, yes),
      node("button", { type: "button", click: () => this.leaveStep() }, "Go back")));
    this.step.focus();
  }

  leaveStep() {
    this.drawButtons();
    this.showDraft();
    this.buttons.querySelector("button").focus();
  }

  drawOver(screen) {
    const next = screen.parts.find((part) => part.status !== "done" && part.id !== screen.part);
    const go = next
      ? node("button", { type: "button", class: "parley-send", click: () => this.send({ do: "select", part: next.id }) }, `Go on: ${next.label}`)
      : "";
    return [node("div", { class: "parley-over", tabindex: -1 }, node("p", {}, screen.view.over)),
      ...(screen.review ? this.drawMark(screen.review.summary) : []), go].filter(Boolean);
  }

  drawMark({ mark, criteria }) {
    const costs = { caption: "What each kind of decision cost, in marks", columns: ["Decisions", "Cost", "Why"],
      rows: criteria.map((criterion) => [criterion.name, `${criterion.cost}`, criterion.reason]) };
    return [node("p", { class: "parley-mark" }, "Mark: ", node("strong", {}, `${mark}`), " of 100"), drawTable(costs),
      node("button", { type: "button", class: "parley-send", click: () => this.areas.review.querySelector("h4").focus() }, "Read the review")];
  }

  // ---- the map: which of its layers are seen

  drawMap(svg) {
    if (!svg) return [];
    const map = node("div", { class: "parley-map-picture" });
    map.innerHTML = svg;
    this.mapWords = node("div", {});
    return [map, node("figcaption", {}, node("details", {}, node("summary", {}, "The map in words"), this.mapWords))];
  }

  showLayers() {
    if (!this.mapWords || !this.screen.map) return;
    const layers = [...this.areas.map.querySelectorAll("[data-issue]")];
    const issues = new Set(layers.map((layer) => layer.dataset.issue));
    const offer = this.screen.form.actions.find((action) => action.fields.some((field) => issues.has(field.name)));
    const shown = { ...this.screen.view.marked, draft: offer ? this.values[offer.kind] : {} };
    for (const layer of layers) {
      const { side, issue, option } = layer.dataset;
      const seen = shown[side]?.[issue];
      layer.setAttribute("display", seen !== undefined && String(seen) === option ? "inline" : "none");
    }
    const words = (side) => (offer?.fields ?? []).map((field) => {
      const choice = choiceOf(field, shown[side]?.[field.name]);
      return choice ? `${field.label}: ${choice.label}` : "";
    }).filter(Boolean).join("; ");
    const [draft, theirs] = [words("draft"), words("theirs")];
    this.mapWords.replaceChildren(
      node("p", {}, draft ? `Your draft: ${draft}.` : "You have no draft."),
      node("p", {}, theirs ? `Theirs: ${theirs}.` : "They have made no offer."));
  }

  // ---- what is known, the log, the review

  drawKnown(view) {
    const meters = view.meters.map((meter, index) => drawMeter(meter, `${this.id}-meter-${index}`));
    if (!meters.length && !view.known.length) return [];
    return [node("h4", { class: "parley-heading" }, "What is known"), ...meters, ...view.known.map((block) => drawBlock(block, block.folded))];
  }

  drawLog(events) {
    const lines = events.map((event, index) => node("li", {},
      node("span", { class: "parley-number" }, event.number === events[index - 1]?.number ? "" : `${event.number}`),
      node("span", {}, node("strong", {}, event.who), `: ${event.text}`)));
    return lines.length ? [node("h4", { class: "parley-heading" }, "Log"), node("ol", {}, lines)] : [];
  }

  drawPlayOn(review, row) {
    return !review.can_play_on.includes(row) ? "" : node("button", { type: "button", click: () => this.send({ do: "play-on", row }) },
      "Play on from here", hidden(` (make move ${row} anew)`));
  }

  drawReview(review) {
    if (!review) return [];
    const table = drawTable(review);
    table.classList.add("parley-review-table");
    table.querySelector("thead tr").append(node("th", { scope: "col" }, hidden("Play on")));
    table.querySelectorAll("tbody tr").forEach((row, index) => row.append(node("td", {}, this.drawPlayOn(review, Number(review.rows[index][0])))));
    return [node("h4", { class: "parley-heading", tabindex: -1 }, "Review"),
      table, review.picture ? node("details", { class: "parley-block" }, node("summary", {}, "The picture below in words"), node("p", {}, review.picture)) : ""];
  }
}

export default {
  render({ model, el }) {
    const panel = new Panel(model, el);
    return () => panel.close();
  },
};
