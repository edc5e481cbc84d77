"""The code written on a paper questionnaire: it tells the entry screen whose place, or which circle, it is for."""

from __future__ import annotations

import uuid

CODE_LENGTH = 8


def paper_code(public: uuid.UUID) -> str:
    """Return the code of a person or of a circle: eight signs of its public identifier, in two groups.

    >>> paper_code(uuid.UUID("3f2a9c1b-0000-4000-8000-000000000000"))
    '3F2A-9C1B'
    """
    signs = public.hex[:CODE_LENGTH].upper()
    return f"{signs[: CODE_LENGTH // 2]}-{signs[CODE_LENGTH // 2 :]}"


def is_code_of(typed: str, public: uuid.UUID) -> bool:
    """Tell whether what was typed is a code, whatever its case, its spaces and its hyphens.

    >>> is_code_of(" 3f2a 9c1b", uuid.UUID("3f2a9c1b-0000-4000-8000-000000000000"))
    True
    """
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    return signs == public.hex[:CODE_LENGTH].upper()
