"""What the tests of the figures that turn share: draw one, and say it."""

from importlib import import_module
from itertools import product

from parley.panel.sliders import FIGURES

STARTS = {
    name: {slider.name: slider.start for slider in sliders} for name, sliders in FIGURES.items()
}


def parts(name):
    """Return what draws a figure, and what says it in words."""
    module = import_module(f"parley.figures.{name.replace('-', '_')}")
    return getattr(module, name.replace("-", "_")), module.describe


def drawn(name, **changes):
    return parts(name)[0](**STARTS[name] | changes)


def said(name, **changes):
    return parts(name)[1](**STARTS[name] | changes)


def corners(name):
    """Return all corners of the sliders, and the start."""
    ends = [(slider.low, slider.start, slider.high) for slider in FIGURES[name]]
    names = [slider.name for slider in FIGURES[name]]
    return [dict(zip(names, values, strict=True)) for values in product(*ends)]
