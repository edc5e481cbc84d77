"""What the pages of the compass show: a bearing, and the graph, in the words of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.library.asking import name_of, with_answers
from cordee.apps.library.targets import address_of, on_trial
from cordee.charts.decision_tree import Crossing, DecisionTree, Way, tree_svg, tree_table
from cordee.core.compass import Bearing, RunnerUp
from cordee.core.packs.compass import Branch, Compass, Door, Node, RouteStep
from cordee.core.packs.library import Source
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang


@dataclass(frozen=True)
class ReasonView:
    """One answer that counted."""

    question: str
    answer: str
    because: str
    change_url: str


@dataclass(frozen=True)
class SecondDoor:
    """The runner-up: what one would have had to answer, and where that leads."""

    name: str
    summary: str
    question: str
    answers: tuple[str, ...]
    url: str


@dataclass(frozen=True)
class StepView:
    """A step of the route: `kind` of what it leads to, its `url`, empty where the site has no page for it.

    `owed_to` is the answer that chose this step; `trial` says that its tool is not yet shared by the seven-year rule.
    """

    rank: int
    name: str
    why: str
    minutes: int
    kind: str
    url: str
    owed_to: str
    trial: str


@dataclass(frozen=True)
class WaypointView:
    """One of the eight waypoints."""

    name: str
    question: str
    summary: str
    is_working: bool
    is_here: bool


@dataclass(frozen=True)
class BearingView:
    """Where the compass points, ready for a page."""

    name: str
    summary: str
    url: str
    reasons: tuple[ReasonView, ...]
    second: SecondDoor | None
    steps: tuple[StepView, ...]
    minutes: int
    unused: tuple[str, ...]
    waypoints: tuple[WaypointView, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class BranchView:
    """A branch of the graph: the answers that take it, why, and where it leads on the page."""

    answers: tuple[str, ...]
    because: str
    leads_to: str
    anchor: str
    is_door: bool


@dataclass(frozen=True)
class NodeView:
    """A fork of the graph."""

    id: str
    number: int
    question: str
    branches: tuple[BranchView, ...]


@dataclass(frozen=True)
class DoorView:
    """A door of the graph, with every way of taking each of its three steps."""

    id: str
    name: str
    summary: str
    waypoint: str
    url: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True)
class TreeView:
    """The graph drawn as a tree, and the same branches as a table."""

    title: str
    subtitle: str
    svg: SafeString
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Teller:
    """Tells a compass in one language."""

    pack: Pack
    compass: Compass
    lang: Lang
    today: date

    def bearing(self, bearing: Bearing, answers: Mapping[str, str]) -> BearingView:
        """Tell where the compass points for some answers."""
        here = bearing.door.waypoint
        return BearingView(
            name=bearing.door.name.in_(self.lang),
            summary=bearing.door.summary.in_(self.lang),
            url=address_of(bearing.door.to, self.pack) or "",
            reasons=tuple(
                ReasonView(
                    question=self.compass.question(reason.question).question.in_(self.lang),
                    answer=self.answer(reason.question, reason.choice),
                    because=reason.because.in_(self.lang),
                    change_url=f"{with_answers(reverse('compass:start'), answers)}#{reason.question}",
                )
                for reason in bearing.reasons
            ),
            second=self.second(bearing.runner_up, answers) if bearing.runner_up else None,
            steps=tuple(self.step(step, answers) for step in bearing.route),
            minutes=bearing.minutes,
            unused=tuple(self.compass.question(one).question.in_(self.lang) for one in bearing.unused),
            waypoints=self.waypoints(here),
            sources=self.sources(),
        )

    def answer(self, question: str, choice: str) -> str:
        """Return the words of an answer."""
        return name_of(self.compass.question(question), choice, self.lang)

    def second(self, runner_up: RunnerUp, answers: Mapping[str, str]) -> SecondDoor:
        """Tell the second door."""
        changed = {**answers, runner_up.question: runner_up.choices[0]}
        return SecondDoor(
            name=runner_up.door.name.in_(self.lang),
            summary=runner_up.door.summary.in_(self.lang),
            question=self.compass.question(runner_up.question).question.in_(self.lang),
            answers=tuple(self.answer(runner_up.question, choice) for choice in runner_up.choices),
            url=with_answers(reverse("compass:door"), changed),
        )

    def step(self, step: RouteStep, answers: Mapping[str, str]) -> StepView:
        """Tell one step of a route, and the answer that it is owed to."""
        owed = answers.get(step.question) if step.question else None
        return self._step(step, self.answer(str(step.question), owed) if owed else "")

    def waypoints(self, here: str) -> tuple[WaypointView, ...]:
        """Tell the waypoints, with the one where the door stands."""
        return tuple(
            WaypointView(
                name=one.name.in_(self.lang),
                question=one.question.in_(self.lang),
                summary=one.summary.in_(self.lang),
                is_working=one.status == "working_definition",
                is_here=one.id == here,
            )
            for one in self.compass.waypoints
        )

    def sources(self) -> tuple[Source, ...]:
        """Return the pages that the waypoints cite, each once, in the order of the pack."""
        cited = {source for one in self.compass.waypoints for source in one.sources}
        return tuple(source for source in self.pack.sources if source.id in cited)

    def nodes(self) -> tuple[NodeView, ...]:
        """Tell the forks of the graph, in the order they are written."""
        return tuple(self._node(number, node) for number, node in enumerate(self.compass.nodes, 1))

    def doors(self) -> tuple[DoorView, ...]:
        """Tell every door, with all the ways of its route."""
        return tuple(self._door(door) for door in self.compass.doors)

    def tree(self) -> TreeView:
        """Draw the graph as a tree; a door that several paths reach stands at the end of each."""
        count = len(self.compass.doors)
        tree = DecisionTree(
            id="compass-tree",
            title=ngettext(
                "Une question après l’autre, on arrive à %(count)s porte",
                "Une question après l’autre, on arrive à l’une des %(count)s portes",
                count,
            )
            % {"count": count},
            subtitle=_(
                "De gauche à droite : la question, vos réponses, ce qui vient ensuite. Un rond marque une porte."
            ),
            lang=self.lang,
            root=self._crossing(self.compass.nodes[0]),
            headers=(_("Question"), _("Réponses"), _("Mène à")),
        )
        table = tree_table(tree)
        svg = mark_safe(tree_svg(tree))  # noqa: S308 - `tree_svg` escapes every text it writes
        return TreeView(tree.title, tree.subtitle, svg, table.headers, table.rows)

    def _crossing(self, node: Node) -> Crossing:
        number = [one.id for one in self.compass.nodes].index(node.id) + 1
        question = self.compass.question(node.question).question.in_(self.lang)
        return Crossing(f"{number}. {question}", tuple(self._way(node, branch) for branch in node.branches))

    def _way(self, node: Node, branch: Branch) -> Way:
        answers = "\u202f· ".join(self.answer(node.question, choice) for choice in branch.choices)
        if branch.door is not None:
            return Way(answers, self.compass.door(branch.door).name.in_(self.lang))
        return Way(answers, self._crossing(self.compass.node(str(branch.node))))

    def _node(self, number: int, node: Node) -> NodeView:
        branches = tuple(self._branch(node, branch) for branch in node.branches)
        return NodeView(node.id, number, self.compass.question(node.question).question.in_(self.lang), branches)

    def _branch(self, node: Node, branch: Branch) -> BranchView:
        answers = tuple(self.answer(node.question, choice) for choice in branch.choices)
        because = branch.because.in_(self.lang)
        if branch.door is not None:
            name = self.compass.door(branch.door).name.in_(self.lang)
            return BranchView(answers, because, name, f"door-{branch.door}", is_door=True)
        onward = self.compass.node(str(branch.node))
        number = [one.id for one in self.compass.nodes].index(onward.id) + 1
        question = self.compass.question(onward.question).question.in_(self.lang)
        return BranchView(answers, because, f"{number}. {question}", f"node-{onward.id}", is_door=False)

    def _door(self, door: Door) -> DoorView:
        waypoint = next(one.name.in_(self.lang) for one in self.compass.waypoints if one.id == door.waypoint)
        steps = tuple(self._step(step, self._condition(step)) for step in sorted(door.route, key=lambda one: one.rank))
        url = address_of(door.to, self.pack) or ""
        return DoorView(door.id, door.name.in_(self.lang), door.summary.in_(self.lang), waypoint, url, steps)

    def _condition(self, step: RouteStep) -> str:
        return " · ".join(self.answer(step.question, choice) for choice in step.choices) if step.question else ""

    def _step(self, step: RouteStep, owed_to: str) -> StepView:
        url = address_of(step.to, self.pack) or ""
        name, why = step.name.in_(self.lang), step.why.in_(self.lang)
        trial = on_trial(step.to.tool, self.pack, self.today) if step.to.tool else ""
        return StepView(step.rank, name, why, step.minutes, step.to.kind, url, owed_to, trial)
