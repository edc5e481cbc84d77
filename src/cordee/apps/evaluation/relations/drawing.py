"""The map of what may be shown, with a title that is true of it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.evaluation.relations.bridge import Published
from cordee.apps.library.addresses import language
from cordee.charts.network_map import MOST_NAMED, NetworkMap, Node

FEWEST_TO_CHOOSE = 12
"""From how many partners a page lets its reader look around one of them."""


def the_map(shown: Published, about: str = "") -> NetworkMap:
    """Return the map: every partner asked, and the links that two partners agreed to show.

    About one partner: itself and those it has a link with, one way or the other, and these links alone.
    """
    network = shown.network
    ties = {one.partner: one.ties for one in network.received}
    links = tuple((link.source, link.target) for link in network.ties if about in ("", link.source, link.target))
    around = {one for link in links for one in link} | {about} if about else set(network.partners)
    title = _title_about(shown.names[about], len(links)) if about else _title(len(links), network.everyone_agreed)
    nodes = tuple(Node(one, shown.names[one], ties.get(one)) for one in network.partners if one in around)
    numbered = len(nodes) > MOST_NAMED
    return NetworkMap(
        id="relations-map", title=title, subtitle=_key(numbered), lang=language(), nodes=nodes, links=links
    )


def _title_about(name: str, drawn: int) -> str:
    if not drawn:
        return _("%(name)s : aucun lien ne peut être dessiné") % {"name": name}
    told = ngettext(
        "%(name)s : %(count)s lien peut être dessiné", "%(name)s : %(count)s liens peuvent être dessinés", drawn
    )
    return told % {"name": name, "count": drawn}


def _title(drawn: int, everyone: bool) -> str:
    if not drawn and everyone:
        return _("Aucun lien n’atteint le niveau choisi")
    if not drawn:
        return _("Les partenaires ; aucun lien ne peut être dessiné")
    return ngettext("%(count)s lien peut être dessiné", "%(count)s liens peuvent être dessinés", drawn) % {
        "count": drawn
    }


def _key(numbered: bool) -> str:
    if numbered:
        return _(
            "Trait marqué : lien dans les deux sens. Trait fléché : dans un sens. Chaque numéro renvoie au "
            "tableau ; au milieu, ceux qui reçoivent le plus de liens. Cercle gris : trop peu de notes."
        )
    return _(
        "Trait épais : lien dans les deux sens. Trait fin fléché : dans un sens. Disque plein : liens reçus connus, "
        "plus grand s’ils sont nombreux. Cercle vide : trop peu de notes pour être montré."
    )
