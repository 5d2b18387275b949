"""One playground and one browser for all tests of the page; each test starts it again."""

from collections.abc import Iterator

import httpx
import pytest
from selenium.webdriver import Chrome

from tests import postgres
from tests.e2e.page import Page, chromium, start_again, visit
from tests.e2e.processes import phones, running
from tests.talk import Talk
from tests.words import TEXTS


@pytest.fixture(scope="package")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    opened = chromium(tmp_path_factory.mktemp("chromium"))
    yield opened
    opened.quit()


@pytest.fixture(scope="package")
def playground(server_url: str, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """The API of a playground of its own."""
    with (
        postgres.empty_database(server_url, template) as url,
        running("play", tmp_path_factory.mktemp("playground"), url, root=None) as play,
        phones(play.url) as client,
    ):
        yield client


@pytest.fixture
def page(browser: Chrome, playground: httpx.Client) -> Page:
    start_again(playground)
    opened = visit(browser, playground)
    opened.one("#empty")
    return opened


@pytest.fixture
def talk(page: Page, playground: httpx.Client) -> Talk:
    """Writes to the playground that the page shows, without a keyboard."""
    return Talk(playground, TEXTS)
