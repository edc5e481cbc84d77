"""An alliance with its people, and browsers that are signed in."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.world import World, build_world


@pytest.fixture
def world(db: None) -> World:
    return build_world()


@pytest.fixture
def as_(world: World) -> Callable[[str], Client]:
    """Return the browser of a person of the world."""

    def arriving(person: str) -> Client:
        client = Client()
        client.force_login(world.accounts[person])
        return client

    return arriving


@pytest.fixture
def facilitator(as_: Callable[[str], Client]) -> Client:
    return as_("facilitator")


@pytest.fixture
def at(world: World) -> Callable[..., str]:
    """Return an address of the alliance."""
    return lambda name, *args: reverse(f"organisations:{name}", args=[world.alliance.public, *args])
