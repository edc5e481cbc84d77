"""What the tests of surveys begin with: analysts, microdata of four regions, a design that calibrates them."""

from __future__ import annotations

import random

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cordee.apps.accounts.models import Account
from cordee.apps.observatory.models import Analyst, Survey
from cordee.apps.observatory.surveys import operations
from cordee.apps.observatory.surveys.operations import Texts
from cordee.core.packs.text import Text

REGIONS = ("01", "11", "24", "94")
DESIGN = """\
weight: w
dictionary: dictionary.yaml
calibration: {method: raking, margins: margins.csv}
estimates:
  - {measure: proportion, variable: q1, values: [4, 5], by: []}
  - {measure: proportion, variable: q1, values: [4, 5], by: [region]}
  - {measure: difference, of: proportion, variable: q1, values: [4, 5], along: region, against: rest}
"""
DICTIONARY = """\
variables:
  q1:
    text: {fr: Faites-vous confiance à vos partenaires ?, en: Do you trust your partners?}
    scale: 1-5
    base: elected
    missing: [9]
    labels: {"1": non, "2": peu, "3": moyen, "4": plutôt, "5": oui, "9": sans réponse}
"""
MARGINS = "variable,category,total\nsex,a,0.5\nsex,b,0.5\n"


def microdata(rows: int = 400) -> bytes:
    """Write microdata as a file: the last region holds 12 rows, too few to be shown."""
    draw = random.Random(7)
    lines = ["w,region,sex,q1"]
    for row in range(rows):
        region = REGIONS[3] if row < 12 else REGIONS[row % 3]
        answer = draw.choice([1, 2, 3, 4, 4, 5, 9])
        lines.append(f"{draw.uniform(0.5, 2):.4f},{region},{draw.choice('aab')},{answer}")
    return ("\n".join(lines) + "\n").encode()


def account(name: str) -> Account:
    """Make an account with a name."""
    return Account.objects.create_user(f"{name}@example.org", name=name.capitalize())


def analyst(account: Account) -> Account:
    """Let an account prepare surveys."""
    Analyst.objects.get_or_create(account=account)
    return account


def upload(content: bytes | None = None, name: str = "enquete.csv") -> SimpleUploadedFile:
    """Return a file as a browser sends it."""
    return SimpleUploadedFile(name, microdata() if content is None else content)


def begun(account: Account, edition: str = "essai-2026") -> Survey:
    """Begin a survey."""
    return operations.begin(account, Text(fr="Enquête d’essai", en="Trial survey"), edition)


def ready(account: Account, edition: str = "essai-2026") -> Survey:
    """Begin a survey and give it all that it needs."""
    survey = begun(account, edition)
    operations.receive(survey, upload())
    operations.write(survey, survey.version, Texts(DESIGN, DICTIONARY, MARGINS))
    return survey


def ask(survey: Survey, account: Account, *, data_public: bool = True) -> None:
    """Ask for its publication."""
    operations.ask(survey, account, licence="etalab-2.0", data_public=data_public)


def publish(survey: Survey, first: Account, second: Account, *, data_public: bool = True) -> None:
    """Publish it with two people."""
    ask(survey, first, data_public=data_public)
    operations.approve(survey, second)


def browser(account: Account, lang: str = "fr") -> Client:
    """Return the browser of somebody."""
    client = Client(headers={"accept-language": lang})
    client.force_login(account)
    return client
