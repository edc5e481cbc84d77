"""Agreement statistics against published values, each with its reference, and each found again by another method.

The other method is written here with exact fractions, from the definition and not from the code: a coincidence matrix
for alpha, sums over pairs of answers for variances. Where a paper prints no table of raw answers that we could read,
that is said beside the value, and the value comes from another program.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations, product
from math import factorial, prod

import numpy as np
import pytest
from tests.core.alliance import reference_pack

from cordee.core.raters import UNIFORM_VARIANCE, item_agreements, one_way, ordinal_alpha

Answers = Sequence[Sequence[int | None]]
AD_AT_MOST = 5 / 6

# Shrout, P. E. & Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater reliability. Psychological
# Bulletin, 86(2), 420–428. Table 2: 6 targets rated by 4 judges. Table 3: BMS = 11.24 (5 df), WMS = 6.26 (18 df).
# Table 4: ICC(1,1) = .17 and ICC(1,4) = .44, our ICC(1) and ICC(2); the other four forms are not computed here.
TARGETS = ((9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7))

# Krippendorff, K. (2011). Computing Krippendorff’s alpha-reliability. University of Pennsylvania, Departmental Papers
# (ASC) 43. Section D: 4 observers, 12 units, missing data; ordinal alpha = .815.
OBSERVERS: Answers = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)

# Hayes, A. F. & Krippendorff, K. (2007). Answering the call for a standard reliability measure for coding data.
# Communication Methods and Measures, 1(1), 77–89. Table 1: 5 observers, 40 newspaper articles, levels 0–3; ordinal
# alpha = .7598. One row an article, a full stop where an observer did not judge.
ARTICLES = """
112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 111.1 212.2 1233. 1101. 000.0
0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12 2222. 111.1
"""


def transposed(rows: Answers) -> Answers:
    return tuple(zip(*rows, strict=True))


def articles() -> Answers:
    return tuple(tuple(None if sign == "." else int(sign) for sign in row) for row in ARTICLES.split())


def counts_of(units: Answers, width: int) -> np.ndarray:
    """How many chose each level of each unit; a unit judged once says nothing of agreement."""
    counts = np.array([[row.count(level) for level in range(width)] for row in map(list, units)], dtype=float)
    return counts * (counts.sum(axis=1, keepdims=True) >= 2)


def whole(counts: np.ndarray) -> np.ndarray:
    return np.ones((len(counts), 1))


def alpha_by_coincidences(units: Answers) -> Fraction:
    """Alpha = 1 − (n − 1) Σ o(c,k) δ²(c,k) / Σ n(c) n(k) δ²(c,k), from the matrix of coincidences."""
    judged = [[level for level in unit if level is not None] for unit in units]
    pairs = [(pair, Fraction(1, len(unit) - 1)) for unit in judged if len(unit) > 1 for pair in permutations(unit, 2)]
    levels = sorted({level for pair, _ in pairs for level in pair})
    weight = {level: sum(share for pair, share in pairs if pair[0] == level) for level in levels}

    def distance(one: int, two: int) -> Fraction:
        low, high = sorted((one, two))
        between = sum((weight[level] for level in levels if low <= level <= high), start=Fraction(0))
        return (between - (weight[low] + weight[high]) / 2) ** 2

    total = sum(weight.values())
    observed = sum(share * distance(*pair) for pair, share in pairs)
    expected = sum(weight[one] * weight[two] * distance(one, two) for one in levels for two in levels)
    return 1 - (total - 1) * observed / expected


@pytest.mark.parametrize(
    ("units", "published", "decimals"), [(transposed(OBSERVERS), 0.815, 3), (articles(), 0.7598, 4)]
)
def test_krippendorff_published_ordinal_alphas(units, published, decimals):
    counts = counts_of(units, 6)
    found = ordinal_alpha(counts, whole(counts))[0]
    assert round(found, decimals) == published
    assert found == pytest.approx(float(alpha_by_coincidences(units)), abs=1e-12)


def test_shrout_and_fleiss_published_intraclass_correlations():
    found = {name: each[0] for name, each in one_way(counts_of(TARGETS, 11), np.ones((6, 1))).items()}
    assert (round(found["icc1"], 2), round(found["icc2"], 2)) == (0.17, 0.44)
    assert (found["df1"], found["df2"]) == (5, 18)


def test_shrout_and_fleiss_published_mean_squares_by_hand():
    means = [Fraction(sum(row), 4) for row in TARGETS]
    grand = sum(means) / 6
    between = 4 * sum((mean - grand) ** 2 for mean in means) / 5
    within = sum((level - mean) ** 2 for row, mean in zip(TARGETS, means, strict=True) for level in row) / Fraction(18)
    assert (round(float(between), 2), round(float(within), 2)) == (11.24, 6.26)
    found = {name: each[0] for name, each in one_way(counts_of(TARGETS, 11), np.ones((6, 1))).items()}
    assert found["f"] == pytest.approx(float(between / within), rel=1e-12)
    assert found["icc1"] == pytest.approx(float((between - within) / (between + 3 * within)), rel=1e-12)
    assert found["icc2"] == pytest.approx(float((between - within) / between), rel=1e-12)


def of_counts(*counts: int):
    return item_agreements(np.array([counts], dtype=float), AD_AT_MOST)[0]


def test_james_demaree_and_wolf_null_variance_and_bounds():
    # James, L. R., Demaree, R. G. & Wolf, G. (1984). Estimating within-group interrater reliability with and without
    # response bias. Journal of Applied Psychology, 69(1), 85–98. r_wg = 1 − s² / σ²(EU), with σ²(EU) = (A² − 1) / 12,
    # which is 2 for five levels (as the manual of R's `multilevel`, function rwg, gives it): 1 when all answer alike,
    # 0 when they scatter as uniform answers do. No table of raw answers of the paper could be read here.
    assert UNIFORM_VARIANCE == Fraction(5**2 - 1, 12) == 2
    assert of_counts(0, 0, 7, 0, 0).rwg == 1
    # 200 on each level: s² = 2 × 1000 / 999
    assert of_counts(200, 200, 200, 200, 200).rwg == pytest.approx(float(1 - Fraction(1000, 999)), abs=1e-12)


# Dunlap, W. P., Burke, M. J. & Smith-Crowe, K. (2003). Accurate tests of statistical significance for r_wg and average
# deviation interrater agreement indices. Journal of Applied Psychology, 88(2), 356–362. Table 2, ten people, five
# levels, p = .05: the r_wg of James, Demaree & Wolf must reach .53 (cited by the manual of R's `multilevel`, function
# rwg.sim). They drew answers at random; here the 1,001 ways in which ten people may answer are each weighed.
TEN_ON_FIVE_LEVELS = np.array([counts for counts in product(range(11), repeat=5) if sum(counts) == 10], dtype=float)
LIMIT_OF_DUNLAP_BURKE_AND_SMITH_CROWE = 0.53


def test_james_demaree_and_wolf_published_limit_of_ten_people():
    ways = [Fraction(factorial(10), prod(map(factorial, map(int, counts))) * 5**10) for counts in TEN_ON_FIVE_LEVELS]
    assert sum(ways) == 1
    chance: dict[float, Fraction] = {}
    for found, way in zip(item_agreements(TEN_ON_FIVE_LEVELS, AD_AT_MOST), ways, strict=True):
        chance[round(found.rwg, 9)] = chance.get(round(found.rwg, 9), Fraction(0)) + way
    reached, beyond, limit = Fraction(0), Fraction(1, 20), 2.0
    for rwg in sorted(chance, reverse=True):
        reached += chance[rwg]
        if reached > beyond:
            break
        limit = rwg
    assert round(limit, 2) == LIMIT_OF_DUNLAP_BURKE_AND_SMITH_CROWE
    # answers at random agree by 0 on average, which is what « 1 − s² / σ²(EU) » is made for
    assert float(sum(rwg * float(way) for rwg, way in chance.items())) == pytest.approx(0, abs=1e-9)


# bhr2000: Bliese, P. D., Halverson, R. R. & Rothberg, J. (2000), as shipped by R's `multilevel` 2.7; the item RELIG in
# the first five of its 99 companies, how many chose each of five levels. r_wg and AD_M are those of R 4.2.2:
# 1 − var(x) / 2 and mean(abs(x − mean(x))), the latter with deviations around the mean as in Burke, M. J.,
# Finkelstein, L. M. & Dusig, M. S. (1999), On average deviation indices for estimating interrater agreement,
# Organizational Research Methods, 2(1), 49–68.
COMPANIES = [
    ((14, 11, 18, 8, 8), 0.11046172, 1.1065786),
    ((14, 9, 15, 4, 3), 0.26363636, 1.0311111),
    ((18, 20, 24, 13, 8), 0.21818983, 1.0515314),
    ((4, 6, 9, 5, 2), 0.31923077, 0.92899408),
    ((16, 16, 25, 17, 8), 0.22064137, 1.0279595),
]


@pytest.mark.parametrize(("counts", "rwg", "ad"), COMPANIES)
def test_rwg_and_average_deviation_on_survey_data(counts, rwg, ad):
    found = of_counts(*counts)
    assert found.rwg == pytest.approx(rwg, abs=5e-9)
    assert found.ad == pytest.approx(ad, abs=5e-8)
    levels = [level for level, count in enumerate(counts) for _ in range(count)]
    n = len(levels)
    # the sample variance is the mean of (x − y)² / 2 over the pairs of different people
    variance = Fraction(sum((one - two) ** 2 for one in levels for two in levels), 2 * n * (n - 1))
    assert found.rwg == pytest.approx(float(1 - variance / 2), abs=1e-12)


def test_burke_and_dunlap_published_limit_is_that_of_the_pack():
    # Burke, M. J. & Dunlap, W. P. (2002). Estimating interrater agreement with the average deviation index: a user’s
    # guide. Organizational Research Methods, 5(2), 159–172. The abstract gives c/6, c being the response options, and
    # .8 for five of them.
    limit = float(reference_pack().scoring.agreement_ad_at_most)
    assert limit == pytest.approx(5 / 6, abs=1e-12)
    assert round(limit, 1) == 0.8


def test_the_limit_on_five_levels_decides_who_agrees():
    # 0, 0, 0, 1, 2, 2: AD = 5/6 exactly, which is c/6; one answer further out is beyond
    assert of_counts(3, 1, 2, 0, 0).agrees
    assert not of_counts(3, 1, 1, 1, 0).agrees
