"""The settings of the tests: those of the product, in a scratch folder, with static files as they are written."""

import os
from pathlib import Path

KEPT = {"CORDEE_CHROMIUM", "CORDEE_PACKS"}
SCRATCH = Path(__file__).resolve().parents[1] / "var" / "tests"

# What a developer chose for the site on this machine must not change what the tests find.
for name in [name for name in os.environ if name.startswith("CORDEE_") and name not in KEPT]:
    del os.environ[name]
SCRATCH.mkdir(parents=True, exist_ok=True)
os.environ["CORDEE_DATA"] = str(SCRATCH)

from cordee.config.settings import *  # noqa: E402, F403
from cordee.config.settings import STORAGES  # noqa: E402

STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
