"""The addresses of the plan of an alliance."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.plans.views import actions, files, plan, refusals

app_name = "plans"

urlpatterns = [
    path(_("alliances/<uuid:alliance>/plan/"), plan.plan, name="plan"),
    path(_("alliances/<uuid:alliance>/plan/plan.ics"), files.calendar, name="calendar"),
    path(_("alliances/<uuid:alliance>/plan/plan.csv"), files.table, name="table"),
    path(_("alliances/<uuid:alliance>/plan/ajouter/"), actions.add, name="add"),
    path(_("alliances/<uuid:alliance>/plan/conseils-refuses/"), refusals.refusals, name="refusals"),
    path(
        _("alliances/<uuid:alliance>/plan/conseils-refuses/<int:refused>/reprendre/"),
        refusals.withdraw,
        name="withdraw-refusal",
    ),
    path(_("alliances/<uuid:alliance>/plan/<uuid:action>/"), actions.action, name="action"),
    path(_("alliances/<uuid:alliance>/plan/<uuid:action>/modifier/"), actions.edit, name="edit"),
    path(_("alliances/<uuid:alliance>/plan/<uuid:action>/etat/"), actions.status, name="status"),
    path(_("alliances/<uuid:alliance>/plan/<uuid:action>/pieces/"), files.attach, name="attach"),
    path(_("alliances/<uuid:alliance>/plan/<uuid:action>/action.ics"), files.action_calendar, name="action-calendar"),
]
