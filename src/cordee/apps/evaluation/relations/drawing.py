"""The map of what may be shown, with a title that is true of it."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.evaluation.relations.bridge import Published
from cordee.apps.library.addresses import language
from cordee.charts.network_map import NetworkMap, Node


def the_map(shown: Published) -> NetworkMap:
    """Return the map: every partner asked, and the links that two partners agreed to show."""
    network = shown.network
    ties = {one.partner: one.ties for one in network.received}
    nodes = tuple(Node(one, shown.names[one], ties.get(one)) for one in network.partners)
    return NetworkMap(
        id="relations-map",
        title=_title(len(network.ties), everyone=network.everyone_agreed),
        subtitle=_key(),
        lang=language(),
        nodes=nodes,
        links=tuple((link.source, link.target) for link in network.ties),
    )


def _title(drawn: int, *, everyone: bool) -> str:
    if not drawn and everyone:
        return _("Aucun lien n’atteint le niveau choisi")
    if not drawn:
        return _("Les partenaires ; aucun lien ne peut être dessiné")
    return ngettext("%(count)s lien peut être dessiné", "%(count)s liens peuvent être dessinés", drawn) % {
        "count": drawn
    }


def _key() -> str:
    return _(
        "Trait épais : lien dans les deux sens. Trait fin fléché : dans un sens. Disque plein : liens reçus connus, "
        "plus grand s’ils sont nombreux. Cercle vide : trop peu de notes pour être montré. Au-delà de 40, un numéro "
        "renvoie au tableau."
    )
