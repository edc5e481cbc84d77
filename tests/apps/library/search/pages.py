"""The addresses of the site, with a bare page for each kind of entry whose own page is not on this site yet."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, include, path, reverse

from cordee.apps.library.addresses import ROUTES
from cordee.apps.library.search.pack_entries import STEP_ROUTE
from cordee.config import urls
from cordee.config.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def bare(request: HttpRequest, **parts: object) -> HttpResponse:
    """Say what was asked for, and nothing else."""
    return HttpResponse(" ".join(str(part) for part in parts.values()))


def exists(route: str, *args: object) -> bool:
    """Tell whether the site has an address of this name."""
    try:
        reverse(route, urlconf=urls, args=args)
    except NoReverseMatch:
        return False
    return True


def missing() -> list[object]:
    """Return the addresses that the site does not have, those of a namespace together."""
    shapes = dict.fromkeys(ROUTES.values(), ("<slug:slug>/", ("x",))) | {
        STEP_ROUTE: ("<slug:slug>/<int:number>/", ("x", 1))
    }
    spaces: dict[str, list[object]] = {}
    for route, (shape, example) in shapes.items():
        if not exists(route, *example):
            namespace, name = route.split(":")
            spaces.setdefault(namespace, []).append(path(f"{name}/{shape}", bare, name=name))
    return [path(f"bare-{space}/", include((pages, space), namespace=space)) for space, pages in spaces.items()]


urlpatterns = [*i18n_patterns(*missing(), prefix_default_language=False), *urls.urlpatterns]  # type: ignore[arg-type]
