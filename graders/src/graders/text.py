"""Text that somebody typed, as HTML that does nothing and asks for nothing."""

import re
from html import escape
from typing import Any

import mistune


class _Plain(mistune.HTMLRenderer):
    """Renders headings, lists, emphasis and tables; addresses and pictures stay words."""

    def image(self, text: str, url: str, title: str | None = None) -> str:
        return f"[picture: {escape(text)}]"

    def link(self, text: str, url: str, title: str | None = None) -> str:
        return text if text == url else f"{text} ({escape(url)})"


_render = mistune.create_markdown(renderer=_Plain(escape=True), plugins=["table", "strikethrough"])


def safe_html(text: str, **_: Any) -> str:
    """Return Markdown as HTML in which every tag, address and picture is only text.

    Parameters
    ----------
    text : str
        What a trainee or an instructor typed.

    Returns
    -------
    str
        HTML without script, link, picture or frame.
    """
    try:
        return str(_render(text))
    except RecursionError:
        return f"<pre>{escape(text)}</pre>"


_REMOTE = re.compile(r'<script[^>]*\ssrc="https?:[^>]*>\s*</script>')


def offline(page: str) -> str:
    """Return a page without the scripts that another machine would have to send.

    Parameters
    ----------
    page : str
        HTML of nbgrader's.

    Returns
    -------
    str
        The same; formulas are then shown as they are typed.
    """
    return _REMOTE.sub("", page)
