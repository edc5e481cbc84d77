"""The addresses that machines know by heart, which belong to no language."""

from django.urls import path

from cordee.apps.home.discovery import views

urlpatterns = [
    path("sitemap.xml", views.site_map, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
]
