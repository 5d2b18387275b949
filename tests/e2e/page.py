"""The playground's page in Chromium, by what a person sees on it."""

import os
import shutil
from importlib import resources
from pathlib import Path
from typing import Any

import httpx
import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

PICTURES = Path(__file__).parents[2] / "docs" / "screenshots"
PATIENCE_SECONDS = 60
LOOK_MS = 20
WIDE = (1400, 900)
SWITCHES = ("--headless=new", "--no-sandbox", "--disable-gpu", "--force-prefers-reduced-motion")
SEEN = """(selector) => [...document.querySelectorAll(selector)]
    .find((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))"""
GONE = "(selector) => !document.querySelector(selector)"
SAID = """(chat, words) => [...document.querySelectorAll(chat)]
    .some((each) => each.querySelector(".text").textContent.includes(words))"""
# The same rules; but nothing is fetched, and no more is written down than what is told.
ONLY_FAULTS = {"resultTypes": ["violations"], "preload": False, "selectors": False}
AXE = resources.files("axe_selenium_python") / "node_modules" / "axe-core" / "axe.min.js"


def chromium(folder: Path) -> Chrome:
    """Open a browser; where it is missing, say how to get it."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if program is None or driver is None:
        missing = "Chromium is missing. On Debian: apt-get install chromium chromium-driver"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    options = ChromeOptions()
    options.binary_location = str(program)
    for switch in (*SWITCHES, f"--user-data-dir={folder}"):
        options.add_argument(switch)
    return Chrome(options=options, service=ChromeService(str(driver)))


def start_again(playground: httpx.Client) -> None:
    """Empty the playground."""
    playground.post("/playground/api/reset", json={}).raise_for_status()


def visit(browser: Chrome, playground: httpx.Client) -> "Page":
    """Open the playground's page on a wide screen, as somebody does who was never there."""
    page = Page(browser)
    page.forget()
    page.size(*WIDE)
    browser.get(str(playground.base_url))
    return page


class Page:
    """The playground's page, by what a person sees on it."""

    def __init__(self, browser: Chrome) -> None:
        self.browser = browser
        self.wait = WebDriverWait(browser, PATIENCE_SECONDS, poll_frequency=0.05)
        browser.set_script_timeout(PATIENCE_SECONDS)

    def one(self, selector: str) -> WebElement:
        """Wait for the first element that can be seen."""
        found: WebElement = self._once(SEEN, selector)
        return found

    def _once(self, condition: str, *given: str) -> Any:
        """Wait in the page itself: asking from here takes longer than what it waits for, and a frame has to be drawn."""
        look = f"const it = ({condition})(...given); it ? done(it) : setTimeout(look, {LOOK_MS});"
        script = f"const given = [...arguments], done = given.pop(); const look = () => {{ {look} }}; look();"
        return self.browser.execute_async_script(script, *given)

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

    def type(self, chat: str, text: str) -> None:
        """Type all the words in one go, as a phone's keyboard does, then Enter; wait until all has been delivered."""
        field = self.one(f"[data-chat='{chat}'] textarea")
        self.browser.execute_script("arguments[0].focus()", field)
        self.browser.execute_cdp_cmd("Input.insertText", {"text": text})
        field.send_keys(Keys.ENTER)
        self.settled()

    def settled(self) -> None:
        """Wait until nothing is on its way any more."""
        self._once(GONE, ".pending, .busy")

    def move_clock(self, wish: str) -> None:
        """Press a button of the clock: PT30M, P1D or next."""
        self.one(f"[data-clock='{wish}']").click()
        self._once(GONE, "[data-clock][aria-busy]")

    def sit(self, handle: str) -> None:
        """Have somebody of the staff sit down at the desk."""
        tab = self.one(f"#tab-{handle}")
        if tab.get_attribute("aria-selected") != "true":
            tab.click()

    def said(self, chat: str) -> list[str]:
        """What the bot says in a chat, read in one go."""
        script = """return [...document.querySelectorAll(arguments[0])]
            .map((each) => each.querySelector('.text').textContent)"""
        lines: list[str] = self.browser.execute_script(script, f"[data-chat='{chat}'] .from-bot")
        return lines

    def press(self, chat: str, label: str) -> None:
        buttons = self.wait.until(lambda _: self._buttons(chat, label))
        buttons[-1].click()
        self.settled()

    def _buttons(self, chat: str, label: str) -> list[WebElement]:
        return [each for each in self.all(f"[data-chat='{chat}'] .buttons button") if each.text == label]

    def forget(self) -> None:
        """Forget who sat at the desk and what was read, as the page does when it starts again."""
        self.browser.execute_script("if (location.protocol === 'http:') sessionStorage.clear()")

    def size(self, width: int, height: int) -> None:
        """Give the page a screen of this size."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 800}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def shows(self, chat: str, words: str) -> None:
        """Wait until the bot's words are in a chat."""
        self._once(SAID, f"[data-chat='{chat}'] .from-bot", words)

    def marks(self, chat: str) -> set[str]:
        """The marks beside messages: edited, withdrawn ..."""
        return {each.text for each in self.all(f"[data-chat='{chat}'] .marks")} - {""}

    def ticks(self, chat: str) -> set[str]:
        """How far messages got, as a screen reader says it."""
        script = "return [...document.querySelectorAll(arguments[0])].map((each) => each.textContent)"
        return set(self.browser.execute_script(script, f"[data-chat='{chat}'] .meta .hush"))

    def look_at(self, chat: str, words: str) -> None:
        """Bring the last message of the bot with these words to the top of its chat."""
        script = """[...document.querySelectorAll(arguments[0])]
            .findLast((each) => each.textContent.includes(arguments[1])).scrollIntoView()"""
        self.browser.execute_script(script, f"[data-chat='{chat}'] .from-bot", words)

    def faults(self, within: str = "html") -> list[str]:
        """What axe-core finds serious or critical on the page as it stands, or in a part of it."""
        if not self.browser.execute_script("return 'axe' in window"):
            self.browser.execute_script(AXE.read_text(encoding="utf-8"))
        run = "axe.run(arguments[0], arguments[1]).then(arguments[2])"
        found: dict[str, Any] = self.browser.execute_async_script(run, within, ONLY_FAULTS)
        return [
            f"{each['id']}: {node['html'][:120]}"
            for each in found["violations"]
            if each["impact"] in {"serious", "critical"}
            for node in each["nodes"]
        ]

    def picture(self, name: str) -> None:
        """Take a picture for the README, if DOORSTEP_SCREENSHOTS asks for it."""
        if os.environ.get("DOORSTEP_SCREENSHOTS"):
            self.browser.save_screenshot(str(PICTURES / f"{name}.png"))
