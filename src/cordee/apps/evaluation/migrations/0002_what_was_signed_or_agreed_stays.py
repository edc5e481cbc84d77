"""The database itself refuses to change what was signed, agreed, judged or published."""

from django.db import migrations

from cordee.apps.library.frozen import forbid_updates


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0001_initial")]
    operations = [
        forbid_updates("evaluation_frameversion"),
        forbid_updates("evaluation_framesignature"),
        forbid_updates("evaluation_rubricagreement"),
        forbid_updates("evaluation_judgement"),
        forbid_updates("evaluation_publicdocument"),
        forbid_updates("evaluation_publicopening"),
    ]
