"""The addresses of the local mailbox; they exist only on a machine that sends nothing."""

from django.urls import path

from cordee.apps.post import views

app_name = "post"

urlpatterns = [
    path("", views.mailbox, name="mailbox"),
    path("<uuid:public>/", views.letter, name="letter"),
    path("<uuid:public>/html/", views.html, name="html"),
]
