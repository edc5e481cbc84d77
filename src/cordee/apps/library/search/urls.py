"""The addresses of the search."""

from django.urls import path

from cordee.apps.library.search import views

app_name = "search"

urlpatterns = [
    path("", views.found, name="results"),
    path("opensearch.xml", views.description, name="description"),
]
