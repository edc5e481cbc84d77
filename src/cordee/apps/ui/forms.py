"""How forms are drawn: Django's widgets, our labels, hints and errors around them."""

from django.forms.renderers import TemplatesSetting


class CordeeRenderer(TemplatesSetting):
    """Draws a whole form and each of its fields with the templates of the design system."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
