"""The database itself refuses to change a snapshot."""

from django.db import migrations

from cordee.apps.library.frozen import forbid_updates


class Migration(migrations.Migration):
    dependencies = [("diagnosis", "0001_initial")]
    operations = [forbid_updates("diagnosis_snapshot")]
