// Elements. Words come from the screen and enter as text, never as markup.

export function node(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== "" && child !== null && child !== undefined));
  return element;
}

export const hidden = (text) => node("span", { class: "parley-hidden" }, text);

export const heading = (text, attributes = {}) => node("h4", { class: "parley-heading", ...attributes }, text);

export const percent = (share) => `${(100 * Math.min(1, Math.max(0, share))).toFixed(2)}%`;

export function button(text, click, attributes = {}) {
  return node("button", { type: "button", click, ...attributes }, text);
}
