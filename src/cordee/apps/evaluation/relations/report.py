"""Relations as a part of the report: one sentence computed from what may be shown, the figures, the map, its table."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.relations.bridge import Published, published
from cordee.apps.evaluation.relations.drawing import the_map
from cordee.apps.evaluation.relations.queries import response_of, survey_of
from cordee.apps.evaluation.relations.wording import response_percent, response_words, tie_words
from cordee.charts.network_map import NetworkMap, network_svg
from cordee.core.document import Absent, Block, Cell, Column, Kind, Paragraph, Picture, Section, Slide, Table, Tone
from cordee.core.network import Enough
from cordee.core.network_publication import FEWEST_SCORERS, Received


def sections(opened: OpenedEvaluation) -> tuple[Section, ...]:
    """Return the part of the report about relations; it says why when there is nothing to show yet."""
    survey = survey_of(opened.evaluation)
    title = _("Relations")
    if survey is None:
        return (Section("relations", title, _("Les partenaires n’ont pas encore été interrogés sur leurs relations.")),)
    shown = published(survey)
    if shown is None:
        lead = _("Rien n’est montré avant la clôture.")
        return (Section("relations", title, f"{lead} {response_words(response_of(survey))}"),)
    blocks = (*notices(shown), Paragraph(tie_words(survey)), *figures(shown))
    return (Section("relations", title, lead_of(shown), blocks, True, slide=Slide.JUDGED),)


def lead_of(shown: Published) -> str:
    """Say the main thing, true of what may be shown."""
    network = shown.network
    if network.too_small and not network.everyone_agreed:
        return _("Trop peu de partenaires pour cacher qui a noté qui, et tous n’ont pas accepté : rien n’est montré.")
    if network.density is None:
        return _("Aucun partenaire n’a été noté par assez d’autres pour qu’un chiffre soit montré.")
    return _("%(share)s %% des liens possibles existent, parmi ceux qui peuvent être montrés.") % {
        "share": round(100 * network.density)
    }


def notices(shown: Published) -> list[Block]:
    """Say how many answered and what must be known before reading."""
    response = shown.network.response
    warned = response.enough is Enough.WARNED
    words = [Paragraph(response_words(response), Tone.WARNING if warned else Tone.PLAIN)]
    if warned:
        words.append(
            Paragraph(_("Moins de 80 % ont répondu : lisez ces chiffres avec prudence."), Tone.WARNING),
        )
    return list(words)


def figures(shown: Published) -> list[Block]:
    """Return the whole network in figures, the map with its table, and what is said by name."""
    network = shown.network
    if network.too_small and not network.everyone_agreed:
        return []
    figure, twin = the_map(shown), received_table(shown)
    picture = Picture("relations-map", figure.title, figure.subtitle, network_svg(figure, theme="print"), twin)
    links = [links_table(shown)] if network.links else []
    return [whole_table(shown), picture, *masked(shown), *links]


def masked(shown: Published) -> list[Block]:
    """Say, once, what « masked » means in the table of what partners receive; nothing when nothing is."""
    if all(one.shown for one in received(shown)):
        return []
    why = _("« masqué » : moins de %(count)s notes sans nom, qu’une soustraction aurait pu retrouver.")
    return [Paragraph(why % {"count": FEWEST_SCORERS})]


def whole_table(shown: Published) -> Table:
    """The figures of the network as a whole; each says why it is absent."""
    network = shown.network
    unagreed = Absent(_("montré si tous les partenaires acceptent"))
    isolated = unagreed if network.isolated is None else len(network.isolated)
    rows: tuple[tuple[Cell, ...], ...] = (
        (_("Partenaires qui ont répondu"), _("%(share)s %%") % {"share": response_percent(network.response)}),
        (_("Densité : liens / liens possibles connus"), _share(network.density)),
        (_("Réciprocité : liens rendus / liens dont le retour est connu"), _returned(shown)),
        (_("Partenaires sans aucun lien"), isolated),
        (_("Groupes que des liens réunissent"), unagreed if network.groups is None else network.groups),
    )
    return Table("relations-whole", _("Le réseau en chiffres"), (_name(_("Mesure")), _name(_("Valeur"), "value")), rows)


def _share(value: float | None) -> Cell:
    return Absent(_("trop peu de notes")) if value is None else _("%(share)s %%") % {"share": round(100 * value)}


def _returned(shown: Published) -> Cell:
    network = shown.network
    if network.everyone_agreed:
        return _share(network.reciprocity)
    thirds = (_("moins d’un tiers"), _("entre un et deux tiers"), _("plus de deux tiers"))
    return Absent(_("trop peu de liens sans nom")) if network.third is None else thirds[network.third - 1]


def received_table(shown: Published, figure: NetworkMap | None = None) -> Table:
    """What each partner receives, numbered as on the map of all; the twin of a map holds those that it shows."""
    columns = (
        Column("number", _("N°"), Kind.NUMBER),
        _name(_("Partenaire"), "partner"),
        Column("scorers", _("Noté par"), Kind.NUMBER),
        Column("ties", _("Liens reçus"), Kind.NUMBER),
        Column("trust", _("Confiance reçue (0 à 4)"), Kind.NUMBER),
        Column("value", _("Valeur reçue (0 à 4)"), Kind.NUMBER),
    )
    drawn = None if figure is None else {node.key for node in figure.nodes}
    rows = tuple(
        (number, shown.names[one.partner], *_cells(one))
        for number, one in enumerate(received(shown), 1)
        if drawn is None or one.partner in drawn
    )
    return Table("relations-received", _("Ce que chaque partenaire reçoit"), columns, rows)


def received(shown: Published) -> tuple[Received, ...]:
    """Return what partners receive, in the order of the map."""
    return shown.network.received or tuple(Received(one) for one in shown.network.partners)


def _cells(one: Received) -> tuple[Cell, ...]:
    why = Absent(_("masqué"))
    found = (one.scorers, one.ties, one.trust, one.value)
    return tuple(why if value is None else value for value in found)


def links_table(shown: Published) -> Table:
    """What is said by name, both partners having agreed."""
    columns = (
        _name(_("De"), "source"),
        _name(_("Vers"), "target"),
        Column("trust", _("Confiance"), Kind.NUMBER),
        Column("value", _("Valeur"), Kind.NUMBER),
        _name(_("Lien"), "tie"),
    )
    rows = tuple(
        (shown.names[one.source], shown.names[one.target], one.trust, one.value, _("oui") if one.tie else _("non"))
        for one in shown.network.links
    )
    return Table("relations-links", _("Ce que disent ceux qui acceptent que leur nom paraisse"), columns, rows)


def _name(title: str, key: str = "measure") -> Column:
    return Column(key, title)
