// The words under a figure, and the name of its picture for who cannot see it.

export default {
  render({ model, el }) {
    const words = document.createElement("p");
    words.className = "parley-turn-words";
    words.setAttribute("role", "status");
    words.setAttribute("aria-live", "polite");
    el.append(words);

    const draw = () => {
      const text = model.get("text").replace(/(\d) (%|km|points?)/g, "$1\u00a0$2"); // no unit alone on a line
      if (words.textContent !== text) words.textContent = text;
      const picture = el.closest(".parley-turn")?.querySelector(".parley-figure");
      picture?.setAttribute("role", "img");
      picture?.setAttribute("aria-label", `${model.get("title")}. The same in words follows.`);
    };
    const sizes = new ResizeObserver(draw); // the picture is there once the words have a size
    sizes.observe(words);
    model.on("change:text change:title", draw);
    draw();
    return () => {
      sizes.disconnect();
      model.off("change:text change:title", draw);
    };
  },
};
