"""The root addresses: French at the root, English under /en/, one line for each room."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("cordee.apps.home.discovery.urls")),
    path("", include("cordee.apps.editorial.desk_urls")),
]
urlpatterns += i18n_patterns(
    path("", include("cordee.apps.home.urls")),
    path(_("observatoire/enquetes/"), include("cordee.apps.observatory.surveys.urls")),
    path(_("observatoire/"), include("cordee.apps.observatory.urls")),
    path("", include("cordee.apps.home.discovery.feed_urls")),
    path("", include("cordee.apps.editorial.urls")),
    path("", include("cordee.apps.reports.sharing_urls")),
    path(_("diagnostic/"), include("cordee.apps.diagnosis.urls")),
    path("", include("cordee.apps.library.urls")),
    path(_("apprendre/"), include("cordee.apps.learning.urls")),
    path("", include("cordee.apps.reports.urls")),
    path("", include("cordee.apps.reports.certificate_urls")),
    path("", include("cordee.apps.campaigns.urls")),
    path("", include("cordee.apps.reports.shared_urls")),
    path("", include("cordee.apps.meetings.urls")),
    path("", include("cordee.apps.organisations.urls")),
    path(_("atelier/"), include("cordee.apps.workshop.urls")),
    path(_("compte/"), include("cordee.apps.accounts.urls")),
    path("", include("cordee.apps.evidence.urls")),
    path("", include("cordee.apps.plans.urls")),
    path("", include("cordee.apps.evaluation.urls")),
    path("", include("cordee.apps.reports.evaluation.urls")),
    path(_("boite-aux-lettres/"), include("cordee.apps.post.urls")),
    path(_("composants/"), include("cordee.apps.ui.urls")),
    prefix_default_language=False,
)

handler400 = "cordee.apps.ui.errors.bad_request"
handler403 = "cordee.apps.ui.errors.permission_denied"
handler404 = "cordee.apps.ui.errors.page_not_found"
handler500 = "cordee.apps.ui.errors.server_error"
