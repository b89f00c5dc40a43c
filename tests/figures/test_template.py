"""The house template."""

import plotly.io as pio

from parley.figures.template import OKABE_ITO, template


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_it_is_registered_once_by_name():
    assert template() is template()
    assert pio.templates["parley"].layout.colorway == tuple(OKABE_ITO.values())


def test_text_is_readable_on_white_and_on_dark():
    ink = luminance(template().layout.font.color)
    assert 1.05 / (ink + 0.05) >= 4.5
    assert (ink + 0.05) / (luminance("#111111") + 0.05) >= 4
