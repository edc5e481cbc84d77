"""The kinds of packages that a course is given as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cordee.apps.learning.packages.cmi5 import cmi5_package
from cordee.apps.learning.packages.parcel import Parcel
from cordee.apps.learning.packages.scorm import scorm_package


@dataclass(frozen=True)
class PackageKind:
    """A kind of package: how an address names it, how people do, and how it is made."""

    id: str
    label: str
    make: Callable[[Parcel], bytes]


KINDS = (PackageKind("scorm", "SCORM 1.2", scorm_package), PackageKind("cmi5", "cmi5 (xAPI)", cmi5_package))
