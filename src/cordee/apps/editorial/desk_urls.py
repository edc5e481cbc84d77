"""The editors' desk, which is Wagtail's admin, and the pictures: addresses that belong to no language."""

from django.urls import include, path
from wagtail.admin import urls as wagtail_admin
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cordee.apps.editorial import views
from cordee.apps.editorial.desk import at_the_desk

pictures = ([path("images/<str:name>", views.picture, name="picture")], "media")
decorate_urlpatterns(wagtail_admin.urlpatterns, at_the_desk)

urlpatterns = [
    path("redaction/", include(wagtail_admin)),
    path("media/", include(pictures)),
]
