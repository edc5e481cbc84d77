"""The address of the gallery of components."""

from django.urls import path

from cordee.apps.ui import views

app_name = "ui"

urlpatterns = [path("", views.gallery, name="gallery")]
