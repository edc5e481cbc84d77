"""The database itself refuses to change a published result."""

from django.db import migrations

from cordee.apps.library.frozen import forbid_updates


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0001_initial")]
    operations = [forbid_updates("campaigns_publication")]
