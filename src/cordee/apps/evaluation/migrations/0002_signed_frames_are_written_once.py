"""The database itself refuses to change a frame that was frozen, or a signature."""

from django.db import migrations

from cordee.apps.library.frozen import forbid_updates


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0001_initial")]
    operations = [forbid_updates("evaluation_frameversion"), forbid_updates("evaluation_framesignature")]
