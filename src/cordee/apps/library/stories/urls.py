"""The addresses of the stories."""

from django.urls import path

from cordee.apps.library.stories import views

app_name = "stories"

urlpatterns = [
    path("", views.list_of_stories, name="list"),
    path("<slug:slug>/", views.story, name="story"),
]
