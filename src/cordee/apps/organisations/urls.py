"""The addresses of the entrance: alliances, then organisations."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.accounts import tokens as _declares_token  # noqa: F401 - the part of an address that is a token
from cordee.apps.organisations.views import alliances, invitation, organisations, partners, people

app_name = "organisations"

urlpatterns = [
    path(_("alliances/"), alliances.index, name="alliances"),
    path(_("alliances/creer/"), alliances.create, name="create"),
    path(_("alliances/invitation/<token:token>/"), invitation.invitation, name="invitation"),
    path(_("alliances/<uuid:alliance>/"), alliances.overview, name="alliance"),
    path(_("alliances/<uuid:alliance>/modifier/"), alliances.edit, name="edit"),
    path(_("alliances/<uuid:alliance>/accords/"), alliances.consents, name="consents"),
    path(_("alliances/<uuid:alliance>/quitter/"), alliances.leave, name="leave"),
    path(_("alliances/<uuid:alliance>/partenaires/"), partners.partners, name="partners"),
    path(_("alliances/<uuid:alliance>/partenaires/<uuid:partner>/"), partners.place, name="place"),
    path(_("alliances/<uuid:alliance>/personnes/"), people.people, name="people"),
    path(_("alliances/<uuid:alliance>/personnes/<int:role>/"), people.role, name="role"),
    path(_("alliances/<uuid:alliance>/personnes/<int:role>/retirer/"), people.remove, name="remove"),
    path(_("alliances/<uuid:alliance>/invitations/<int:invitation>/retirer/"), people.withdraw, name="withdraw"),
    path(_("organisations/territoires/"), organisations.territories, name="territories"),
    path(_("organisations/<uuid:organisation>/"), organisations.organisation, name="organisation"),
    path(_("organisations/<uuid:organisation>/modifier/"), organisations.edit, name="organisation-edit"),
    path(_("organisations/<uuid:organisation>/personnes/<uuid:account>/"), organisations.membership, name="membership"),
]
