"""The geometry of a radar: where a value of an axis lies around the centre."""

from dataclasses import dataclass, field
from math import cos, pi, sin

HOLE = 0.16
"""Radius of the ring of the minimum, as a share of the outer one: a zero stays a mark on its own axis."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """Centre, outer radius and number of axes; the first axis points up, the others follow clockwise."""

    x: float
    y: float
    radius: float
    axes: int
    directions: tuple[tuple[float, float], ...] = field(init=False)

    def __post_init__(self) -> None:
        turn = 2 * pi / self.axes
        found = tuple((sin(turn * axis), -cos(turn * axis)) for axis in range(self.axes))
        object.__setattr__(self, "directions", found)

    def reach(self, fraction: float) -> float:
        """Distance from the centre of a value at this fraction of the scale.

        >>> Wheel(0, 0, 100, 4).reach(0), Wheel(0, 0, 100, 4).reach(1)
        (16.0, 100.0)
        """
        return self.radius * (HOLE + (1 - HOLE) * fraction)

    def point(self, axis: int, fraction: float) -> tuple[float, float]:
        """Place of a value on an axis.

        >>> Wheel(50, 50, 40, 4).point(0, 1)
        (50.0, 10.0)
        """
        across, down = self.directions[axis]
        return self.x + across * self.reach(fraction), self.y + down * self.reach(fraction)
