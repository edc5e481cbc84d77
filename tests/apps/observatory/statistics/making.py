"""Files of statistics that never were measured, for tests: one good, and one cell changed at a time."""

from pathlib import Path

from cordee.apps.observatory.statistics.statistic import COLUMNS

RATE = {
    "id": "taux-invente",
    "label_fr": "Taux inventé",
    "label_en": "Invented rate",
    "unit_fr": "%",
    "unit_en": "%",
    "year": "2024",
    "territory": "53",
    "value": "6.50",
    "lower": "6.1",
    "upper": "6.9",
    "source": "Producteur inventé",
    "url": "https://stat.example/taux?r=53",
}
INCOME = RATE | {
    "id": "revenu-invente",
    "label_fr": "Revenu inventé",
    "label_en": "Invented income",
    "unit_fr": "euros par an",
    "unit_en": "euros a year",
    "value": "22400",
    "lower": "",
    "upper": "",
}
COUNTRY = RATE | {"territory": "FR", "value": "7.4", "lower": "7.3", "upper": "7.5"}
GOOD = (RATE, COUNTRY, INCOME)


def csv_of(*lines: dict[str, str], sign: str = ",", header: str = "") -> bytes:
    """Write lines under the header."""
    written = [header or sign.join(COLUMNS), *(sign.join(line[name] for name in COLUMNS) for line in lines)]
    return ("\n".join(written) + "\n").encode()


def put(path: Path, *lines: dict[str, str]) -> Path:
    """Put a file where the site reads it."""
    path.write_bytes(csv_of(*lines))
    return path
