"""The addresses of the impacts."""

from django.urls import path

from cordee.apps.library.impacts import views

app_name = "impacts"

urlpatterns = [
    path("", views.every, name="all"),
    path("<slug:slug>/", views.impact, name="impact"),
]
