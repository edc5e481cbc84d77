"""The SVG element of a figure that its page names and describes in full: its name, what it shows, its drawing."""

from html import escape

from cordee.charts.canvas import Canvas, coordinate
from cordee.charts.figure import Figure
from cordee.charts.letters import clean
from cordee.charts.theme import LABEL, THEMES, ThemeName


def element(figure: Figure, canvas: Canvas, theme: ThemeName, kinds: str, width: str, bottom: float) -> str:
    """Write a drawing as one accessible SVG element; on a page, `kinds` (« levels ») and its width are its classes.

    Ids begin with the id of the figure and the width, so that both widths may sit in one page.

    >>> figure = Figure(id="l", title="Votes", subtitle="Who chose what", lang="en")
    >>> element(figure, Canvas(280), "page", "levels", "narrow", 40.0)[:98]
    '<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-levels chart-narrow" viewBox="0 0 280 4'
    """
    prefix = f"{figure.id}-{width}"
    names = " ".join(f"chart-{kind}" for kind in (*kinds.split(), width))
    classes = f' class="chart {names}"' if theme == "page" else ""
    size = f'0 0 {coordinate(canvas.width)} {coordinate(bottom)}" width="{coordinate(canvas.width)}'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"{classes} viewBox="{size}" height="{coordinate(bottom)}" role="img" '
        f'aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc" lang="{figure.lang}"{THEMES[theme].root} '
        f'font-size="{LABEL:g}"><title id="{prefix}-title">{escape(clean(figure.title), quote=False)}</title>'
        f'<desc id="{prefix}-desc">{escape(clean(figure.subtitle), quote=False)}</desc>'
        f"{canvas.body(THEMES[theme])}</svg>"
    )
