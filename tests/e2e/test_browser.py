"""The first part of the whole road in a real browser, as a newcomer would type it.

DOORSTEP_SCREENSHOTS=1 writes the pictures of the README anew.
"""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from tests.e2e.processes import running
from tests.talk import SCRIPTS

PICTURES = Path(__file__).parents[2] / "docs" / "screenshots"
WRITES = re.compile(r"(amira)> (.+)")
PATIENCE_SECONDS = 20

pytestmark = pytest.mark.browser


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Chrome]:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        missing = "Chromium is missing. On Debian: apt-get install chromium chromium-driver"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    options = ChromeOptions()
    options.binary_location = str(chromium)
    for switch in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1400,900",
    ):
        options.add_argument(switch)
    options.add_argument(f"--user-data-dir={tmp_path / 'chromium'}")
    opened = Chrome(options=options, service=ChromeService(str(driver)))
    opened.implicitly_wait(0)
    yield opened
    opened.quit()


@pytest.fixture
def page(browser: Chrome, database_url: str, tmp_path: Path) -> Iterator["Page"]:
    with running("play", tmp_path, database_url) as play:
        browser.get(play.url)
        yield Page(browser)


class Page:
    """The playground's page, by what a person sees on it."""

    def __init__(self, browser: Chrome) -> None:
        self.browser = browser
        self.wait = WebDriverWait(browser, PATIENCE_SECONDS, poll_frequency=0.05)

    def one(self, selector: str) -> WebElement:
        """The first element that can be seen."""
        return self.wait.until(lambda _: [each for each in self.all(selector) if each.is_displayed()])[0]

    def all(self, selector: str) -> list[WebElement]:
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def add_phone(self, name: str, messenger: str) -> None:
        self.one("[data-open='add-dialog']").click()
        field = self.one("#add-dialog input[name='id']")
        field.clear()
        field.send_keys(name)
        self.one(f"#add-dialog input[value='{messenger}']").click()
        self.one("#add-dialog button.primary").click()
        self.one(f"[data-chat='{name}'] textarea")

    def write(self, chat: str, text: str) -> None:
        """Type, and wait for the answer."""
        before = len(self.said(chat))
        self.one(f"[data-chat='{chat}'] textarea").send_keys(text, Keys.ENTER)
        self.wait.until(lambda _: len(self.said(chat)) > before)
        self.wait.until(lambda _: not self.all(".pending"))

    def said(self, chat: str) -> list[str]:
        """What the bot says in a chat, read in one go."""
        script = """return [...document.querySelectorAll(arguments[0])]
            .map((each) => each.querySelector('.text').textContent)"""
        lines: list[str] = self.browser.execute_script(script, f"[data-chat='{chat}'] .from-bot")
        return lines

    def press(self, chat: str, label: str) -> None:
        buttons = self.wait.until(lambda _: self._buttons(chat, label))
        buttons[-1].click()

    def _buttons(self, chat: str, label: str) -> list[WebElement]:
        return [each for each in self.all(f"[data-chat='{chat}'] .buttons button") if each.text == label]

    def picture(self, name: str) -> None:
        if os.environ.get("DOORSTEP_SCREENSHOTS"):
            PICTURES.mkdir(parents=True, exist_ok=True)
            self.browser.save_screenshot(str(PICTURES / f"{name}.png"))


def first_part() -> list[str]:
    """What Amira writes until staff begin."""
    written: list[str] = []
    for line in (SCRIPTS / "unknown_family.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(("channel ", "anna>")):
            break
        if (match := WRITES.fullmatch(line)) is not None:
            written.append(match[2])
    return written


def test_a_stranger_asks_to_join_and_staff_see_a_case_code_only(page: Page) -> None:
    page.add_phone("amira", "whatsapp")
    for text in first_part():
        page.write("amira", text)
    page.picture("family")
    (card,) = page.wait.until(lambda _: page.said("staff-channel"))
    assert re.search(r"\bF-[2-79A-Z]{4}\b", card)
    assert not [word for text in first_part() for word in re.findall(r"[A-Z]\w{3,}", text) if word in card]
    page.one("#tab-anna").click()
    page.press("staff-channel", "Claim")
    page.write("anna", "CASES")
    page.picture("desk")
