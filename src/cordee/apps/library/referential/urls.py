"""The addresses of the référentiel."""

from django.urls import path

from cordee.apps.library.referential import views

app_name = "referential"

urlpatterns = [
    path("", views.table, name="table"),
    path("<slug:slug>/", views.approach, name="approach"),
]
