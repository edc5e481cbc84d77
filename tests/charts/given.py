"""Figures for the tests: a few drawn by hand, and strategies that make any other."""

from hypothesis import strategies as st

from cordee.charts import (
    LEVELS,
    AnswerDistribution,
    AnyFigure,
    DistributionRow,
    Estimate,
    FacetDotPlot,
    FacetRow,
    GapBars,
    GapRow,
    IntervalStrip,
    Missing,
    Place,
    Radar,
    RadarSeries,
    Reading,
    RegionFigure,
    RegionRow,
    Scale,
    StripRow,
)
from cordee.charts.outlines import Outline

STAGES = ("absent", "émergent", "structuré", "partagé", "moteur")
STAGED = Scale(names=STAGES)
TOO_FEW = Missing("moins de 3 répondants")

DOTS = FacetDotPlot(
    id="dots",
    title="La vision devance les moyens sur un axe.",
    subtitle="De 0 (absent) à 4 (moteur).",
    note="23 répondants.",
    scale=STAGED,
    rows=(
        FacetRow("Mesure des impacts", Estimate(3.3), Estimate(1.8), Estimate(1.0), remark="vision sans moyens"),
        FacetRow("Sens", Estimate(2.5), Estimate(2.5), Estimate(2.5)),
        FacetRow("Clarté", Estimate(2.25), TOO_FEW, Estimate(0.0)),
        FacetRow("Efficience", TOO_FEW, TOO_FEW, TOO_FEW),
    ),
)
INTERVALS = FacetDotPlot(
    id="intervals",
    title="Vision and means differ.",
    lang="en",
    rows=(
        FacetRow("Meaning", Estimate(3.4, 2.9, 3.8), Estimate(2.9, 2.2, 3.5), Estimate(2.1, 1.6, 2.7)),
        FacetRow("Clarity", Estimate(2, 1.5, 2.5), Estimate(2, 1.5, 2.5), Estimate(2, 1.5, 2.5)),
    ),
)
RADAR = Radar.of(DOTS)
ONE_SERIES = Radar(
    id="one",
    title="One series.",
    lang="en",
    axes=("Meaning", "Clarity", "Means", "Impact"),
    series=(
        RadarSeries(
            "Your alliance", (Estimate(3.4, 2.9, 3.8), Estimate(0.0), Missing("too few answers"), Estimate(2.0))
        ),
    ),
)
ANSWERS = AnswerDistribution(
    id="answers",
    title="Les réponses sont partagées.",
    levels=STAGES,
    rows=(
        DistributionRow("Clarté", (7, 4, 0, 2, 8), 3, 1, remark="partagées en deux", facet="means"),
        DistributionRow("Sens", (0, 0, 0, 0, 0), 12, 0),
        DistributionRow("Pertinence", (1234, 0, 0, 0, 0)),
    ),
)
GAPS = GapBars(
    id="gaps",
    title="Un angle mort possible.",
    below="les autres vous voient plus haut",
    above="vous vous voyez plus haut",
    rows=(
        GapRow("Gouvernance", Estimate(0.2, -0.4, 0.8)),
        GapRow("Équilibre", Estimate(1.2, 0.5, 1.9), remark="angle mort possible"),
        GapRow("Valorisation", Estimate(-1.1, -1.7, -0.5)),
        GapRow("Mesure", Estimate(1.5, -0.1, 3.1)),
        GapRow("Sens", Estimate(0.4, 0.1, 0.7)),
        GapRow("Clarté", Estimate(2.0)),
        GapRow("Compétences", Missing("cercle masqué")),
    ),
)
STRIP = IntervalStrip(
    id="strip",
    title="Trois publics sur quatre approuvent.",
    reference=70,
    reference_name="Ensemble",
    rows=(
        StripRow("Citoyens", Estimate(74, 71.2, 76.6)),
        StripRow("Maires", Estimate(92, 87, 95.5), plain=True),
        StripRow("Associations", Estimate(97)),
        StripRow("Corse", Missing("moins de 30 réponses")),
    ),
)
NORTH = Outline.read("M100,0L220,0L220,70L100,70Z", (160, 35))
SOUTH = Outline.read("M60,80L260,80L260,200L60,200ZM280,180L300,180L300,200Z", (160, 140))
ISLE = Outline.read("M320,150L380,150L380,230L320,230Z", (350, 190))
FAR = Outline.read("M0,230L20,230L20,250L0,250Z", (10, 240))
HILLS = Outline.read("M270,20L400,20L400,140L270,140Z", (335, 80))
REGIONS = RegionFigure(
    id="regions",
    title="Une région se détache.",
    subtitle="Part de « utile ».",
    note="n = 1 842.",
    scale=Scale(50, 90, (50, 60, 70, 80, 90), unit="%", decimals=0),
    reference=70,
    reference_name="Ensemble",
    rows=(
        RegionRow(Place("Hauts-de-Nord", "HDN", (1, 0), NORTH), Estimate(82, 78, 85.5), "higher", 184),
        RegionRow(Place("Collines et vallées", "COL", (2, 0), HILLS), Estimate(58, 52, 64), "lower", 150),
        RegionRow(Place("Pays du Sud", "SUD", (1, 1), SOUTH), Estimate(69, 64, 73), "alike", 210),
        RegionRow(Place("L’Île", "ILE", (2, 1), ISLE), Missing("moins de 30 réponses"), "hidden", 12),
        RegionRow(Place("La Lointaine", "LOI", (0, 2), FAR), Missing("non enquêtée"), "not_surveyed"),
    ),
)
TILES, OUTLINES = REGIONS.seen_as("tiles"), REGIONS.seen_as("outlines")
BY_HAND: tuple[AnyFigure, ...] = (DOTS, INTERVALS, RADAR, ONE_SERIES, ANSWERS, GAPS, STRIP, REGIONS, TILES, OUTLINES)

_FRENCH = st.sampled_from(
    (
        "Sens",
        "Contribution sociétale",
        "Équilibre entre les partenaires de l’alliance et leurs territoires",
        "Bourgogne-Franche-Comté",
        "« L’alliance est-elle utile ? »",
        'A & B <Co> "x"',
        "anticonstitutionnellement",
        "https://exemple.test/un/chemin/tres/long/sans/aucune/espace",
    )
)
LABELS = st.one_of(_FRENCH, st.text(min_size=1, max_size=60), st.text("WMm@ -’éœ—%", min_size=1, max_size=80))
REASONS = st.sampled_from(("moins de 3 répondants", "cercle masqué : moins de 5 réponses", "x"))
REMARKS = st.one_of(st.just(""), _FRENCH)
LANGS = st.sampled_from(("fr", "en"))


@st.composite
def estimates(draw: st.DrawFn, low: float, high: float) -> Estimate:
    """An estimate between low and high, with or without interval."""
    numbers = sorted(draw(st.lists(st.floats(low, high), min_size=3, max_size=3)))
    return draw(st.sampled_from((Estimate(numbers[1], numbers[0], numbers[2]), Estimate(numbers[1]))))


def readings(low: float, high: float) -> st.SearchStrategy[Reading]:
    """An estimate, on round values and at the ends too, or a missing one."""
    exact = st.sampled_from((low, (low + high) / 2, high)).map(Estimate)
    return st.one_of(estimates(low, high), exact, st.builds(Missing, REASONS))


_HEAD = {"id": st.just("f"), "title": LABELS.filter(str.strip), "lang": LANGS}
_LEVELS = readings(0, 4)
_SCALES = st.sampled_from((LEVELS, STAGED, Scale(names=("un nom bien trop long pour son trait",) * 5)))


def _rows(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, min_size=1, max_size=8).map(tuple)


facet_dot_plots = st.builds(
    FacetDotPlot,
    **_HEAD,
    rows=_rows(st.builds(FacetRow, LABELS, _LEVELS, _LEVELS, _LEVELS, REMARKS)),
    scale=_SCALES,
)


@st.composite
def radars(draw: st.DrawFn) -> Radar:
    """A radar of 3 to 12 axes with one series or the three facets."""
    count = draw(st.integers(3, 12))
    axes = tuple(draw(st.lists(LABELS, min_size=count, max_size=count)))
    column = st.lists(_LEVELS, min_size=count, max_size=count).map(tuple)
    marks = draw(st.sampled_from(((None,), ("vision", "action", "means"), ("means", None))))
    series = tuple(RadarSeries(draw(LABELS), draw(column), mark) for mark in marks)
    return Radar(id="f", title="t", lang=draw(LANGS), axes=axes, series=series)


_COUNTS = st.one_of(st.integers(0, 9), st.integers(0, 99_999))


@st.composite
def answer_distributions(draw: st.DrawFn) -> AnswerDistribution:
    """Distributions on 2 to 5 levels."""
    levels = draw(st.integers(2, 5))
    counts = st.lists(_COUNTS, min_size=levels, max_size=levels).map(tuple)
    row = st.builds(
        DistributionRow, LABELS, counts, _COUNTS, _COUNTS, REMARKS, st.sampled_from((None, "vision", "action"))
    )
    names = draw(st.sampled_from(((), STAGES[:levels], ("un nom bien trop long",) * levels)))
    return AnswerDistribution(id="f", title="t", lang=draw(LANGS), rows=draw(_rows(row)), levels=names)


gap_bars = st.builds(
    GapBars,
    **_HEAD,
    rows=_rows(st.builds(GapRow, LABELS, st.one_of(readings(-4, 4), readings(-999_999, 999_999)), REMARKS)),
    below=REMARKS,
    above=REMARKS,
    unit=st.sampled_from(("", "%", "k€ par an")).filter(lambda unit: len(unit) <= 8),
    threshold=st.sampled_from((0.0, 0.5, 1.0)),
)
interval_strips = st.one_of(
    st.builds(
        IntervalStrip,
        **_HEAD,
        rows=_rows(st.builds(StripRow, LABELS, readings(0, 100), REMARKS, st.booleans())),
        reference=st.one_of(st.none(), st.floats(0, 100)),
        reference_name=REMARKS,
    ),
    st.builds(
        IntervalStrip,
        **_HEAD,
        rows=_rows(st.builds(StripRow, LABELS, readings(-1e6, 1e6), REMARKS, st.booleans())),
        scale=st.just(Scale(-1e6, 1e6, (-1e6, 0, 1e6), unit="k€ par a", decimals=3)),
    ),
)
figures = st.one_of(facet_dot_plots, radars(), answer_distributions(), gap_bars, interval_strips)
