"""The numbers that name French organisations: SIREN, SIRET and RNA, checked, with what is wrong and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from cordee.core.packs.messages.wording import Message, Said, Value, said

LA_POSTE = "356000000"
"""The SIREN of La Poste, whose thousands of SIRET numbers follow a rule of their own."""

SEPARATORS = re.compile(r"[\s\u00a0\u202f.\-]+")


class IdentifierFault(StrEnum):
    """What is wrong with a number that should name an organisation."""

    NOT_DIGITS = "not_digits"
    SIREN_LENGTH = "siren_length"
    SIREN_IS_SIRET = "siren_is_siret"
    SIREN_KEY = "siren_key"
    SIRET_LENGTH = "siret_length"
    SIRET_KEY = "siret_key"
    RNA_FORM = "rna_form"
    RNA_IS_SIREN = "rna_is_siren"


@dataclass(frozen=True, slots=True)
class Checked:
    """A number as it is kept, or what is wrong with it: one of the two is empty."""

    value: str = ""
    fault: IdentifierFault | None = None
    found: str = ""

    @property
    def message(self) -> Message | None:
        """Return what is wrong and what to do, in French and in English, with what was found.

        >>> siren("12345").message.what.fr
        'Un SIREN compte 9 chiffres, en voici 5.'
        """
        if self.fault is None:
            return None
        filled: dict[str, Value] = {"count": len(self.found), "found": self.found, "siren": self.found[:9]}
        words = FAULT_WORDS[self.fault]
        return Message(words.what.fill(filled), words.remedy.fill(filled))


def siren(text: str) -> Checked:
    """Read a SIREN: nine digits whose key is right.

    Meaning: the number of a legal unit in the SIRENE register. The last digit makes the Luhn sum a multiple of 10.
    Spaces, points and hyphens are dropped. Refused: other characters, another length (a SIRET is named as such), a
    wrong key. Source: INSEE, SIRENE; ISO/IEC 7812-1, annex B.

    >>> siren("732 829 320").value
    '732829320'
    >>> siren("732829321").fault.value
    'siren_key'
    >>> siren("73282932000074").fault.value
    'siren_is_siret'
    """
    digits = SEPARATORS.sub("", text)
    if not _are_digits(digits):
        return Checked(fault=IdentifierFault.NOT_DIGITS, found=digits)
    if len(digits) == 14:
        return Checked(fault=IdentifierFault.SIREN_IS_SIRET, found=digits)
    if len(digits) != 9:
        return Checked(fault=IdentifierFault.SIREN_LENGTH, found=digits)
    return Checked(digits) if luhn_sum(digits) % 10 == 0 else Checked(fault=IdentifierFault.SIREN_KEY, found=digits)


def siret(text: str) -> Checked:
    """Read a SIRET: fourteen digits, of which the first nine are a SIREN.

    Meaning: the number of an establishment. The Luhn sum of the whole is a multiple of 10; for La Poste, whose
    numbers ran out, the plain sum of the digits is a multiple of 5 (its head office keeps the Luhn key).
    Refused: other characters, another length, a wrong key, a wrong SIREN. Source: INSEE, SIRENE.

    >>> siret("732 829 320 00074").value
    '73282932000074'
    >>> siret("35600000049837").value
    '35600000049837'
    >>> siret("73282932000075").fault.value
    'siret_key'
    """
    digits = SEPARATORS.sub("", text)
    if not _are_digits(digits):
        return Checked(fault=IdentifierFault.NOT_DIGITS, found=digits)
    if len(digits) != 14:
        return Checked(fault=IdentifierFault.SIRET_LENGTH, found=digits)
    right = luhn_sum(digits[:9]) % 10 == 0 and _has_siret_key(digits)
    return Checked(digits) if right else Checked(fault=IdentifierFault.SIRET_KEY, found=digits)


def siren_of(siret_number: str) -> str:
    """Return the SIREN of a SIRET that was checked: its first nine digits.

    >>> siren_of("73282932000074")
    '732829320'
    """
    return siret_number[:9]


def rna(text: str) -> Checked:
    """Read a number of the national register of associations: W and nine digits.

    Meaning: the letter W, the code of the prefecture that registered the association, an order number. There is no
    key. Nine digits without the letter are refused rather than completed: they may be a SIREN. Associations of
    Alsace-Moselle have no such number. Source: service-public.fr, « numéro RNA ».

    >>> rna("w 691 234 567").value
    'W691234567'
    >>> rna("732829320").fault.value
    'rna_is_siren'
    >>> rna("W69").fault.value
    'rna_form'
    """
    written = SEPARATORS.sub("", text).upper()
    if re.fullmatch(r"W[0-9]{9}", written):
        return Checked(written)
    alone = re.fullmatch(r"[0-9]{9}", written)
    return Checked(fault=IdentifierFault.RNA_IS_SIREN if alone else IdentifierFault.RNA_FORM, found=written)


def luhn_sum(digits: str) -> int:
    """Return the Luhn sum: from the right, every second digit is doubled, and nine taken off when it passes nine.

    >>> luhn_sum("732829320")
    40
    """
    return sum(_doubled(int(digit)) if place % 2 else int(digit) for place, digit in enumerate(reversed(digits)))


def _doubled(digit: int) -> int:
    return digit * 2 - 9 if digit > 4 else digit * 2


def _has_siret_key(digits: str) -> bool:
    if digits.startswith(LA_POSTE) and sum(map(int, digits)) % 5 == 0:
        return True
    return luhn_sum(digits) % 10 == 0


def _are_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


FAULT_WORDS: dict[IdentifierFault, Message] = {
    IdentifierFault.NOT_DIGITS: said(
        "« {found} » n’est pas fait que de chiffres.",
        "‘{found}’ is not made of digits only.",
        "Recopiez le numéro, ou laissez la case vide\u202f: il est facultatif.",
        "Copy the number again, or leave the box empty: it is optional.",
    ),
    IdentifierFault.SIREN_LENGTH: said(
        "Un SIREN compte 9 chiffres, en voici {count}.",
        "A SIREN has 9 digits; this has {count}.",
        "Vérifiez qu’il est entier\u202f: il figure sur vos factures et sur annuaire-entreprises.data.gouv.fr.",
        "Check that it is whole: it is on your invoices and on annuaire-entreprises.data.gouv.fr.",
    ),
    IdentifierFault.SIREN_IS_SIRET: said(
        "Ces 14 chiffres sont un SIRET, le numéro d’un établissement.",
        "These 14 digits are a SIRET, the number of an establishment.",
        "Gardez les 9 premiers, le SIREN\u202f: {siren}.",
        "Keep the first 9, the SIREN: {siren}.",
    ),
    IdentifierFault.SIREN_KEY: said(
        "Le SIREN {found} n’existe pas\u202f: son dernier chiffre ne correspond pas aux autres.",
        "The SIREN {found} does not exist: its last digit does not match the others.",
        "Un chiffre a sans doute été mal recopié ou inversé\u202f: comparez-les un à un.",
        "A digit was probably miscopied or swapped: compare them one by one.",
    ),
    IdentifierFault.SIRET_LENGTH: said(
        "Un SIRET compte 14 chiffres, en voici {count}.",
        "A SIRET has 14 digits; this has {count}.",
        "Vérifiez qu’il est entier\u202f: le SIREN de 9 chiffres, puis 5 chiffres.",
        "Check that it is whole: the SIREN of 9 digits, then 5 digits.",
    ),
    IdentifierFault.SIRET_KEY: said(
        "Le SIRET {found} n’existe pas\u202f: ses chiffres ne vont pas ensemble.",
        "The SIRET {found} does not exist: its digits do not go together.",
        "Un chiffre a sans doute été mal recopié ou inversé\u202f: comparez-les un à un.",
        "A digit was probably miscopied or swapped: compare them one by one.",
    ),
    IdentifierFault.RNA_FORM: said(
        "Un numéro RNA s’écrit W suivi de 9 chiffres\u202f; « {found} » ne s’écrit pas ainsi.",
        "An RNA number is written W followed by 9 digits; ‘{found}’ is not.",
        "Il figure sur le récépissé de la préfecture. Sans numéro, laissez la case vide.",
        "It is on the receipt from the prefecture. If you have none, leave the box empty.",
    ),
    IdentifierFault.RNA_IS_SIREN: said(
        "Un numéro RNA commence par la lettre W\u202f; ces 9 chiffres ressemblent à un SIREN.",
        "An RNA number begins with the letter W; these 9 digits look like a SIREN.",
        "Écrivez-les dans la case du SIREN, ou ajoutez W s’il manque.",
        "Write them in the SIREN box, or add the W if it is missing.",
    ),
}
"""What each fault says, in the two languages: this floor knows no catalogue of translations."""


def told(message: Message) -> Said:
    """Return a message as one text: what is wrong, then what to do.

    >>> told(said("Faux.", "Wrong.", "Refaites.", "Do it again.")).en
    'Wrong. Do it again.'
    """
    return Said(f"{message.what.fr} {message.remedy.fr}", f"{message.what.en} {message.remedy.en}")
