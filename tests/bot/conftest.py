"""What tests of the running service may ask for besides: a desk at the playground."""

import pytest

from tests.bot.desk import Desk, desk
from tests.stage import Stage


@pytest.fixture
def at(playground: Stage) -> Desk:
    """The playground's house, and a family on Signal."""
    return desk(playground.house)
