"""The database itself refuses to change a release."""

from django.db import migrations

from cordee.apps.library.frozen import forbid_updates


class Migration(migrations.Migration):
    dependencies = [("library", "0001_initial")]
    operations = [forbid_updates("library_packrelease")]
