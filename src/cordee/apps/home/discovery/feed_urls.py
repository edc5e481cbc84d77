"""The address of the feed of the library, in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from cordee.apps.home.discovery import views

app_name = "discovery"

urlpatterns = [path(_("nouveautes/atom.xml"), views.feed, name="feed")]
