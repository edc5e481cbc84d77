"""What every page borrowed from django-allauth does here: our layout, and a status that says when a form is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.views.generic.edit import FormView

UNPROCESSABLE = 422

if TYPE_CHECKING:
    Base = FormView[Any]
else:
    Base = object


class DoorPage(Base):
    """A page of the door; mixed in before a view of django-allauth."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Leave the name `site` to our layout: django-allauth gives it to something else."""
        context = super().get_context_data(**kwargs)
        context.pop("site", None)
        return context

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the form again, and say by the status that nothing was done."""
        response = super().form_invalid(form)
        if response.status_code == 200:
            response.status_code = UNPROCESSABLE
        return response
