"""The addresses of the pages that editors add, and of the news."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.editorial import views

app_name = "editorial"

urlpatterns = [
    path(_("actualites/"), views.news, name="news"),
    path(_("actualites/atom.xml"), views.feed, name="feed"),
    path(_("actualites/<slug:slug>/"), views.article, name="article"),
    path("pages/<slug:slug>/", views.page, name="page"),
]
