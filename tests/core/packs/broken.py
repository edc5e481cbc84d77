"""One broken pack for each message of the catalogue: what is changed in the sample, and the line that must be named."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

Files = dict[str, bytes]


class Broken(NamedTuple):
    """A change to the sample: in a file, `old` becomes `new`; the fault must be on the line that holds `line`.

    `line` is looked for in the broken file, where it begins on that line.
    """

    message: str
    file: str
    old: str
    new: str
    line: str

    def break_in(self, files: Mapping[str, bytes]) -> Files:
        """Return the files with this one mistake in them."""
        text = files[self.file].decode()
        assert text.count(self.old) >= 1, self.old
        return {**files, self.file: text.replace(self.old, self.new, 1).encode()}

    def line_number(self, files: Mapping[str, bytes]) -> int:
        """Return the line that the fault must name."""
        text = files[self.file].decode()
        assert text.count(self.line) == 1, f"{self.line!r} must be there once, not {text.count(self.line)} times"
        return text[: text.index(self.line)].count("\n") + 1


TOOL, STORY, CARD = "tools/needs-diagnosis.yaml", "stories/charenton.yaml", "pack.yaml"
INSTRUMENT, AXIS = "instrument/instrument.yaml", "instrument/axes/clarity.yaml"
SCORING, ADVICE, CASES = "rules/scoring.yaml", "rules/recommendations.yaml", "cases/first.yaml"
TERMS, COURSE = "glossary/words-of-alliance.yaml", "courses/words.yaml"
IMPACTS, OBJECTS = "impacts.yaml", "referential/objects.yaml"
CRITERIA, CELLS = "referential/criteria.yaml", "referential/cells.yaml"
DOORS, NODES, METHODS = "compass/doors.yaml", "compass/nodes.yaml", "selector/methods.yaml"
WAYPOINTS, ASKED, APPROACHES = "compass/waypoints.yaml", "compass/questions.yaml", "selector/approaches.yaml"

SHUT_DOOR = """- id: shut
  name: {fr: "Fermée", en: "Shut"}
  summary: {fr: "Nul n’y vient.", en: "Nobody comes."}
  waypoint: act
  to: {page: words}
  route:
""" + "".join(
    f"""    - id: shut.{rank}
      rank: {rank}
      name: {{fr: "Lire", en: "Read"}}
      why: {{fr: "Pour voir.", en: "To see."}}
      minutes: 5
      to: {{page: words}}
"""
    for rank in (1, 2, 3)
)
"""A door that no branch leads to."""

BROKEN = [
    # the writing of a file
    Broken("duplicate-key", TOOL, "minutes: 240", "minutes: 240\nmedoc: data", "medoc: data"),
    Broken("anchor", TOOL, '"Collectif"', '&who "Collectif"', "&who"),
    Broken("anchor", TOOL, '"Collectif"', "*who", "*who"),
    Broken("tag", TOOL, '"Collectif"', '!!str "Collectif"', "!!str"),
    Broken("tag", TOOL, '"Collectif"', "!q!text", "!q!text"),
    Broken("merge-key", TOOL, "minutes: 240", "<<: {minutes: 240}", "<<:"),
    Broken("odd-key", TOOL, "minutes: 240", "? [minutes]\n: 240", "? [minutes]"),
    Broken("several-documents", TOOL, "minutes: 240", "---\nminutes: 240", "---"),
    Broken("directive", TOOL, "id: needs", "%YAML 1.1\n---\nid: needs", "%YAML"),
    Broken("too-deep", TOOL, "minutes: 240", "minutes: " + "[" * 60 + "]" * 60, "minutes:"),
    Broken("empty-value", TOOL, "minutes: 240", "minutes:", "minutes:"),
    Broken("text-over-lines", TOOL, 'author: "Collectif"', "author: Le collectif\n  du quartier", "author:"),
    Broken("comment-after-text", TOOL, 'author: "Collectif"', "author: Collectif #3", "author:"),
    Broken("unclosed-quote", "sources.yaml", '"2016-02-29"', '"2016-02-29', '"2016-02-29'),
    Broken("quote-inside-text", TOOL, 'author: "Collectif"', 'author: "Le "Collectif""', "author:"),
    Broken("unclosed-bracket", TOOL, 'en: "District"}', 'en: "District"', "Filière"),
    Broken("stray-bracket", TOOL, "minutes: 240", "minutes: ]", "minutes: ]"),
    Broken("colon-in-text", TOOL, 'author: "Collectif"', "author: Le collectif: Lyon", "author:"),
    Broken("bad-indentation", TOOL, "licence:", " licence:", "licence:"),
    Broken("missing-colon", TOOL, "minutes: 240", "minutes", "minutes"),
    Broken("forbidden-start", TOOL, 'author: "Collectif"', "author: @collectif", "author:"),
    Broken("bad-escape", TOOL, '"Collectif"', '"Collec\\qtif"', "author:"),
    Broken("bad-escape", TOOL, '"Collectif"', '"\\ud83e"', "author:"),
    Broken("bad-escape", TOOL, '"Collectif"', '"\\U00110000"', "author:"),
    Broken("bad-block-mark", TOOL, 'author: "Collectif"', "author: >! Collectif", "author:"),
    Broken("dash-not-here", TOOL, "minutes: 240", "minutes: - 240", "minutes:"),
    # the files
    Broken("tab", TOOL, "minutes: 240", "minutes:\t240", "minutes:"),
    Broken("control-character", TOOL, "Collectif", "Collec\x07tif", "author:"),
    Broken("control-character", TOOL, "Collectif", "Collec\u2028tif", "author:"),
    Broken("file-name-differs", TOOL, "id: needs-diagnosis", "id: diagnosis", "id: diagnosis"),
    Broken("missing-axis-file", INSTRUMENT, "[relevance, clarity]", "[relevance, clarity, meaning]", "axes:"),
    Broken("cited-twice", INSTRUMENT, "[relevance, clarity]", "[relevance, clarity, clarity]", "axes:"),
    # the shape of an entry
    Broken("missing-key", TOOL, "difficulty: practised\n", "", "id: needs"),
    Broken(
        "missing-key", SCORING, 'bimodal: {distance: "0.5", share: "0.25"}', 'bimodal: {distance: "0.5"}', "bimodal:"
    ),
    Broken(
        "missing-translation", TOOL, '{fr: "Prend du temps.", en: "Takes time."}', '{fr: "Prend du temps."}', "limits:"
    ),
    Broken("unknown-key", TOOL, "minutes: 240", "minuts: 240", "minuts:"),
    Broken("not-text", TOOL, '"Collectif"', "42", "author:"),
    Broken("not-text", TOOL, 'fr: "Quartier"', "fr: null", "fr: null"),
    Broken("not-text", INSTRUMENT, "[relevance, clarity]", "[relevance, 7]", "axes:"),
    Broken("empty-text", TOOL, '"Collectif"', '""', "author:"),
    Broken("empty-text", TOOL, '"Collectif"', '"  "', "author:"),
    Broken("outer-space", TOOL, '"Collectif"', '"Collectif "', "author:"),
    Broken("line-break", TOOL, '"Collectif"', '"Le\\ncollectif"', "author:"),
    Broken("hidden-character", TOOL, "Collectif", "Collec\u200btif", "author:"),
    Broken("hidden-character", TOOL, "Collectif", "Collec\\0tif", "author:"),
    Broken("bad-identifier", TOOL, "topics: [relevance.needs", "topics: [Besoins", "Besoins"),
    Broken("long-identifier", TOOL, "topics: [relevance.needs", "topics: [" + "x" * 81, "topics:"),
    Broken("bad-version", CARD, 'version: "1.1.0"\nname', 'version: "1.1"\nname', 'version: "1.1"'),
    Broken("bad-address", TOOL, '"https://example.org/outil"', '"example.org/outil"', "address:"),
    Broken("bad-date", TOOL, '"1965"', '"en 1965"', "1965"),
    Broken("not-in-list", TOOL, "medoc: method", "medoc: methods", "medoc:"),
    Broken("not-in-list", CASES, '{"*": 3}', '{"*": 5}', '{"*": 5}'),
    Broken("not-in-list", CASES, '{"*": 3}', '{"*": true}', '{"*": true}'),
    Broken("not-whole", TOOL, "minutes: 240", 'minutes: "240"', "minutes:"),
    Broken("not-whole", TOOL, "minutes: 240", "minutes: 4 h", "minutes:"),
    Broken("not-whole", TOOL, "minutes: 240", "minutes: true", "minutes:"),
    Broken("not-yes-or-no", INSTRUMENT, "is_self: true", "is_self: yes", "is_self:"),
    Broken("not-decimal", SCORING, '"0.5"\nweakest', "a half\nweakest", "answered_share:"),
    Broken("not-decimal", SCORING, '"0.5"\nweakest', '"1e400"\nweakest', "answered_share:"),
    Broken("not-decimal", SCORING, '"0.5"\nweakest', "true\nweakest", "answered_share:"),
    Broken("not-decimal-or-refused", CASES, "vision: refused", "vision: rejected", "vision: rejected"),
    Broken("not-a-list", TOOL, "topics: [relevance.needs, relevance.voice]", "topics: relevance.needs", "topics:"),
    Broken("not-a-list", INSTRUMENT, "[relevance, clarity]", "relevance", "axes:"),
    Broken("not-a-list", "sources.yaml", "- id: s01", "s01:\n- id: s01", "s01:\n"),
    Broken(
        "not-a-block",
        TOOL,
        'limits: {fr: "Prend du temps.", en: "Takes time."}',
        'limits: "Prend du temps."',
        "limits:",
    ),
    Broken("not-a-block", CASES, '{"*": 3}', "[3]", "[3]"),
    Broken(
        "wrong-count",
        AXIS,
        '          - {fr: "Personne n’a parlé des rôles.", en: "Nobody has spoken of roles."}\n',
        "",
        'levels:\n          - {fr: "On parle des rôles',
    ),
    Broken("wrong-count", TOOL, "sources: [s01, s02]", "sources: []", "sources: []"),
    Broken(
        "condition-subject",
        ADVICE,
        "{fact: item, item: relevance.needs.action,",
        "{fact: item, axis: relevance,",
        "{fact: item, axis",
    ),
    Broken(
        "condition-bounds", ADVICE, "facet: means, at_most: 2}", "facet: means, at_most: 2, at_least: 1}", "at_most: 2"
    ),
    Broken("condition-bounds", ADVICE, "facet: means, at_most: 2}", "facet: means}", "facet: means}"),
    Broken(
        "condition-unbounded", ADVICE, "pattern: overreach}", "pattern: overreach, at_least: 1}", "pattern: overreach"
    ),
    Broken("headline-placeholder", SCORING, '"On ne peut pas encore conclure."', '"Stade {stage}."', "- id: too_early"),
    Broken("headlines-once", SCORING, "id: means_over_action", "id: means_over_vision", "answered_share:"),
    # the age of a tool
    Broken("first-use-without-source", TOOL, "  sources: [s02]\ncontexts", "contexts", 'date: "1965"'),
    Broken("trial-before-first-use", TOOL, '"1971-05"', '"1964-05"', 'date: "1964-05"'),
    Broken("trial-without-first-use", TOOL, '  date: "1965"\n', "", 'date: "1971-05"'),
    Broken("source-too-early", TOOL, '"1971-05"', '"2017"', 'date: "2017"'),
    # in a course
    Broken("step-without", COURSE, '    address: "https://example.org/ecouter"\n', "", "kind: watch"),
    Broken(
        "step-without",
        COURSE,
        '    prompt: {fr: "Écrivez votre résultat.", en: "Write your outcome."}\n',
        "",
        "kind: practise",
    ),
    Broken("step-without", COURSE, "    lasts: 60\n", "", "kind: workshop"),
    Broken("step-with", COURSE, "lasts: 60\n", 'lasts: 60\n    example: {fr: "Un", en: "One"}\n', 'example: {fr: "Un"'),
    Broken("one-right-choice", COURSE, "            right: true\n", "", "choices:"),
    Broken(
        "one-right-choice",
        COURSE,
        "- id: impact\n",
        "- id: impact\n            right: true\n",
        "choices:",
    ),
    Broken(
        "missing-key",
        COURSE,
        '            explanation: {fr: "Rien ne dit encore ce qui change.", en: "Nothing says yet what changes."}\n',
        "",
        "id: impact",
    ),
    Broken("duplicate-id", COURSE, "- id: listen", "- id: read", '- id: read\n    name: {fr: "Écouter"'),
    Broken("duplicate-id", COURSE, "- id: impact", "- id: output", '- id: output\n            text: {fr: "un impact"'),
    Broken("out-of-bounds", COURSE, "minutes: 15", "minutes: 0", "minutes: 0"),
    Broken("workshop-length", COURSE, "lasts: 60", "lasts: 50", "lasts:"),
    Broken("body-shapes-differ", COURSE, "## More\\n\\n- one", "- one", "body:"),
    Broken("not-in-list", COURSE, "needs: [understand", "needs: [understnad", "needs:"),
    # between entries
    Broken("refers-to-itself", TERMS, "related: [alliance, need]", "related: [partnership, need]", "related:"),
    Broken("cited-twice", TERMS, "related: [alliance, need]", "related: [alliance, need, need]", "related:"),
    Broken("cited-twice", STORY, "profile: [association, company]", "profile: [company, company]", "traits:"),
    Broken("duplicate-id", TERMS, "- id: partnership", "- id: need", "- id: need"),
    Broken(
        "duplicate-id",
        INSTRUMENT,
        "- id: company",
        "- id: association",
        '- id: association\n        name: {fr: "Entreprise"',
    ),
    Broken("duplicate-id", CASES, "- id: vision-ahead", "- id: all-threes", "- id: all-threes\n  story:\n"),
    Broken("duplicate-id", SCORING, "id: overreach", "id: incantation", 'id: incantation\n    name: {fr: "L’action'),
    Broken("topic-outside-axis", AXIS, "- id: clarity.roles\n", "- id: roles\n", "- id: roles\n"),
    Broken("item-id", AXIS, "- id: clarity.roles.means", "- id: clarity.roles.money", "clarity.roles.money"),
    Broken(
        "facet-order",
        AXIS,
        "facet: action",
        "facet: means",
        'facet: means\n        question: {fr: "Où en est l’alliance (action)',
    ),
    Broken("facet-order", INSTRUMENT, "- id: action", "- id: vision", '- id: vision\n    name: {fr: "Action"'),
    Broken(
        "same-level-twice",
        AXIS,
        "On parle des rôles sans l’écrire.",
        "Personne n’a parlé des rôles.",
        "People speak of roles",
    ),
    Broken("self-circles", INSTRUMENT, "    is_self: true\n", "", "circles:"),
    Broken(
        "self-circles",
        INSTRUMENT,
        'en: "The member organisations."}',
        'en: "The member organisations."}\n    is_self: true',
        "is_self: true\ncontext",
    ),
    Broken("first-stage", SCORING, "from: 0", 'from: "0.5"', 'from: "0.5"'),
    Broken("stage-order", SCORING, 'from: "2.5"', "from: 0", "from: 0\npatterns"),
    Broken(
        "duplicate-id",
        SCORING,
        "id: aligned_high",
        "id: aligned_low",
        'id: aligned_low\n    name: {fr: "Au même pas, engagé"',
    ),
    Broken("same-facet", SCORING, "lower: action", "lower: vision", "lower: vision"),
    Broken("same-facet", ADVICE, "lower: action", "lower: vision", "lower: vision"),
    Broken("out-of-bounds", SCORING, 'answered_share: "0.5"', "answered_share: 5", "answered_share:"),
    Broken("out-of-bounds", ADVICE, 'axis: clarity, at_most: "0.75"', "axis: clarity, at_most: 3", "fact: coherence"),
    Broken("out-of-bounds", TOOL, "minutes: 240", "minutes: 0", "minutes:"),
    Broken("impossible-date", TOOL, '"1965"', '"1965-02-30"', "1965-02-30"),
    Broken("unknown-placeholder", ADVICE, "vision à {vision}", "vision à {vison}", "{vison}"),
    Broken("stray-brace", ADVICE, "vision à {vision}", "vision à {vision", "vision à {vision"),
    Broken("misplaced-placeholder", TOOL, "Prend du temps", "Prend {gap} jours", "{gap}"),
    Broken("placeholders-differ", ADVICE, "vision at {vision}", "vision somewhere", "vision somewhere"),
    Broken("split-accent", TOOL, "Filière", "Filie\u0300re", "Filie"),
    Broken("version-without-words", CARD, 'version: "1.1.0"\nname', 'version: "1.2.0"\nname', "1.2.0"),
    Broken("cell-id", CELLS, "- id: clarity.product", "- id: clarity.made", "clarity.made"),
    Broken(
        "duplicate-id",
        CELLS,
        "- id: clarity.product",
        "- id: relevance.product",
        "- id: relevance.product\n  approach: clarity",
    ),
    Broken("cited-twice", TERMS, '["Coalition", "Joint venture"]', '["Coalition", "Coalition"]', "synonyms:"),
    Broken("out-of-bounds", IMPACTS, "months: 336", "months: 0", "months: 0"),
    Broken("not-in-list", IMPACTS, "- id: trust", "- id: hope", "- id: hope"),
    Broken("wrong-count", IMPACTS, '[{fr: "Suivre un signe.", en: "Follow a sign."}]', "[]", "measure: []"),
    Broken("case-instrument", CASES, "instrument: maturity", "instrument: other", "instrument: other"),
    Broken("unknown-answer-target", CASES, "{relevance: 1", "{relevence: 1", "relevence"),
    Broken("outside-form", CASES, '{"*": 3}', '{"*": 3, relevance.voice: 2}', "relevance.voice: 2"),
    Broken(
        "outside-form",
        CASES,
        "    headline: aligned",
        "    items: [{item: relevance.voice.means, score: 3}]",
        "items: [{item: relevance.voice",
    ),
    Broken("unknown-headline", CASES, "headline: aligned", "headline: alined", "headline: alined"),
    # the compass and the selector
    Broken("target-shape", DOORS, "{page: express}", "{page: express, term: need}", "to: {page: express, term"),
    Broken("target-shape", DOORS, "to: {term: alliance}", "to: {}", "to: {}"),
    Broken("target-shape", DOORS, "{tool: raci-grid}", "{tool: raci-grid, step: read}", "to: {tool: raci-grid, step"),
    Broken("not-in-list", DOORS, "{page: example}", "{page: exemple}", "to: {page: exemple}"),
    Broken("branch-end", NODES, "door: look", "door: look\n      node: start", "- choices: [far]"),
    Broken("branch-end", NODES, "      door: look\n", "", "- choices: [far]"),
    Broken("half-condition", DOORS, "      choices: [far]\n", "", "- id: situate.roles"),
    Broken(
        "rule-weight",
        METHODS,
        "      weight: 3\n",
        "",
        "- effect: fits\n      question: purpose\n      choices: [prove]",
    ),
    Broken("rule-weight", METHODS, "choices: [few]", "choices: [few]\n      weight: 1", "- effect: excludes"),
    Broken("out-of-bounds", DOORS, "rank: 1", "rank: 4", "rank: 4"),
    Broken("out-of-bounds", METHODS, "weight: 3", "weight: 9", "weight: 9"),
    Broken("node-unreachable", NODES, "node: how-far", "door: look", "- id: how-far"),
    Broken("door-unreachable", DOORS, "- id: look\n", f"{SHUT_DOOR}- id: look\n", "- id: shut\n"),
    Broken("compass-cycle", NODES, "door: look", "node: start", "- id: start"),
    Broken(
        "asked-twice", NODES, "question: maturity", "question: wish", "question: wish\n  branches:\n    - choices: [sit"
    ),
    Broken(
        "choice-uncovered",
        NODES,
        "choices: [situate]",
        "choices: [learn]",
        "branches:\n    - choices: [learn]\n      door",
    ),
    Broken(
        "choice-in-two-branches", NODES, "choices: [learn]", "choices: [learn, situate]", "choices: [learn, situate]"
    ),
    Broken("no-runner-up", NODES, "door: situate", "door: learn", "- choices: [situate]"),
    Broken(
        "route-rank", DOORS, "      question: maturity\n      choices: [far]\n", "", "route:\n    - id: situate.answer"
    ),
    Broken(
        "method-never-fits",
        METHODS,
        "effect: fits\n      question: purpose\n      choices: [steer]\n      weight: 2",
        "effect: excludes\n      question: purpose\n      choices: [steer]",
        "rules:\n    - effect: excludes",
    ),
    Broken("always-excluded", METHODS, "choices: [few]", "choices: [few, many]", "choices: [few, many]"),
    Broken("span-order", METHODS, "{least: 2, most: 5}", "{least: 6, most: 5}", "days: {least: 6"),
]

DANGLING = [
    ("term", AXIS, "terms: [alliance]", "terms: [nowhere]"),
    ("term", TERMS, "confused_with: [partnership]", "confused_with: [nowhere]"),
    ("term", TERMS, "related: [alliance, need]", "related: [alliance, nowhere]"),
    ("tool", AXIS, "tools: [raci-grid]", "tools: [nowhere]"),
    ("tool", ADVICE, "tools: [raci-grid]", "tools: [nowhere]"),
    ("choice", TOOL, "profiles: [association]", "profiles: [nowhere]"),
    ("story", "instrument/axes/relevance.yaml", "stories: [charenton]", "stories: [nowhere]"),
    ("story", ADVICE, "stories: [charenton]", "stories: [nowhere]"),
    ("course", "instrument/axes/relevance.yaml", "courses: [words]", "courses: [nowhere]"),
    ("course", ADVICE, "courses: [words]", "courses: [nowhere]"),
    ("source", AXIS, "sources: [s01]", "sources: [nowhere]"),
    ("source", TERMS, "sources: [s01]", "sources: [nowhere]"),
    ("source", TOOL, "  sources: [s02]", "  sources: [nowhere]"),
    ("source", TOOL, "sources: [s01, s02]", "sources: [s01, nowhere]"),
    ("source", STORY, "sources: [s02]", "sources: [nowhere]"),
    ("source", COURSE, "    sources: [s02]", "    sources: [nowhere]"),
    ("source", COURSE, "\nsources: [s01]", "\nsources: [nowhere]"),
    ("term", IMPACTS, "terms: [alliance]", "terms: [nowhere]"),
    ("tool", IMPACTS, "tools: [raci-grid]", "tools: [nowhere]"),
    ("source", IMPACTS, "  sources: [s01]", "  sources: [nowhere]"),
    ("source", IMPACTS, "      sources: [s02]", "      sources: [nowhere]"),
    ("term", OBJECTS, "terms: [partnership]", "terms: [nowhere]"),
    ("source", OBJECTS, "sources: [s01]", "sources: [nowhere]"),
    ("source", CRITERIA, "sources: [s02]", "sources: [nowhere]"),
    ("tool", CELLS, "tools: [needs-diagnosis]", "tools: [nowhere]"),
    ("source", CELLS, "sources: [s01]", "sources: [nowhere]"),
    ("axis", CELLS, "approach: clarity", "approach: nowhere"),
    ("object", CELLS, "object: product", "object: nowhere"),
    ("shared", CELLS, "criteria: [relevance]", "criteria: [nowhere]"),
    ("topic", INSTRUMENT, "topics: [clarity.roles, relevance.needs]", "topics: [nowhere, relevance.needs]"),
    ("topic", TOOL, "topics: [relevance.needs", "topics: [nowhere"),
    ("topic", STORY, "topics: [relevance.needs", "topics: [nowhere"),
    ("topic", COURSE, "topics: [clarity.roles", "topics: [nowhere"),
    ("topic", ADVICE, "topic: relevance.needs\n", "topic: nowhere\n"),
    ("topic", ADVICE, "{fact: topic, topic: relevance.needs", "{fact: topic, topic: nowhere"),
    ("item", ADVICE, "item: relevance.needs.action", "item: nowhere"),
    ("axis", ADVICE, "{fact: maturity, axis: clarity", "{fact: maturity, axis: nowhere"),
    ("pattern", ADVICE, "pattern: overreach", "pattern: nowhere"),
    ("form", CASES, "form: express", "form: nowhere"),
    ("circle", CASES, "self_circle: steering", "self_circle: nowhere"),
    ("circle", CASES, "circle: partners\n", "circle: nowhere\n"),
    ("circle", CASES, "circle: partners, score", "circle: nowhere, score"),
    ("axis", CASES, "{axis: clarity", "{axis: nowhere"),
    ("stage", CASES, "stage: shared", "stage: nowhere"),
    ("pattern", CASES, "patterns: [incantation]", "patterns: [nowhere]"),
    ("item", CASES, "{item: relevance.needs.action", "{item: nowhere"),
    ("recommendation", CASES, "include: [meet-people]", "include: [nowhere]"),
    ("recommendation", CASES, "exclude: [name-roles]", "exclude: [nowhere]"),
    ("recommendation", CASES, "first_recommendation: meet-people", "first_recommendation: nowhere"),
    ("term", DOORS, "{term: alliance}", "{term: nowhere}"),
    ("tool", DOORS, "{tool: raci-grid}", "{tool: nowhere}"),
    ("story", DOORS, "{story: charenton}", "{story: nowhere}"),
    ("course", DOORS, "{course: words}", "{course: nowhere}"),
    ("step", DOORS, "step: read", "step: nowhere"),
    ("axis", DOORS, "{axis: relevance}", "{axis: nowhere}"),
    ("waypoint", DOORS, "waypoint: act", "waypoint: nowhere"),
    ("question", DOORS, "question: maturity", "question: nowhere"),
    ("choice", DOORS, "choices: [far]", "choices: [nowhere]"),
    ("source", WAYPOINTS, "sources: [s01]", "sources: [nowhere]"),
    ("stage", ASKED, "stage: shared", "stage: nowhere"),
    ("question", NODES, "question: maturity", "question: nowhere"),
    ("choice", NODES, "choices: [far]", "choices: [far, nowhere]"),
    ("node", NODES, "node: how-far", "node: nowhere"),
    ("tool", METHODS, "tools: [raci-grid]", "tools: [nowhere]"),
    ("axis", METHODS, "approaches: [relevance]", "approaches: [nowhere]"),
    ("source", METHODS, "sources: [s02]", "sources: [nowhere]"),
    ("question", METHODS, "question: days", "question: nowhere"),
    ("choice", METHODS, "choices: [few]", "choices: [nowhere]"),
    ("axis", APPROACHES, "axis: relevance", "axis: nowhere"),
    ("question", STORY, "profile: [association", "nowhere: [association"),
    ("choice", STORY, "profile: [association", "profile: [nowhere"),
]
"""Kind of thing → a name of it, in a file, that becomes `nowhere`."""


def _renamed(axis: bytes) -> bytes:
    """A third axis, with topics of its own."""
    return axis.replace(b"clarity", b"meaning")


WHOLE_FILES: dict[str, Callable[[Files], Files]] = {
    "missing-cell": lambda files: {**files, CELLS: files[CELLS].partition(b"- id: clarity")[0]},
    "unused-axis-file": lambda files: {**files, "instrument/axes/meaning.yaml": _renamed(files[AXIS])},
    "missing-file": lambda files: {name: content for name, content in files.items() if name != SCORING},
    "foreign-file": lambda files: {**files, "tools/notes.yml": b"-"},
    "two-places": lambda files: {**files, "tools.yaml": b"[]"},
    "empty-file": lambda files: {**files, TOOL: b"# nothing yet\n"},
    "too-large": lambda files: {**files, TOOL: b"#" * 5_000_001},
    "byte-order-mark": lambda files: {**files, TOOL: b"\xef\xbb\xbf" + files[TOOL]},
    "not-utf8": lambda files: {**files, TOOL: files[TOOL].decode().encode("cp1252", "replace")},
    "unreadable": lambda files: {**files, TOOL: files[TOOL].replace(b"minutes: 240", b"minutes: !<x")},
}
"""Message → a change to the files that is not a replacement of words."""
