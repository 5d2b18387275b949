"""axe-core finds nothing serious on the playground's page, in any of its views; the keyboard reaches what matters."""

from collections.abc import Callable

import httpx
import pytest
from selenium.webdriver import ActionChains, Chrome, Keys

from tests.e2e.page import WIDE, Page, start_again, visit
from tests.talk import Talk
from tests.words import TEXTS

pytestmark = pytest.mark.browser

NARROW = (390, 800)
EDGES = """return [...document.querySelectorAll('.phone')].filter((each) => each.offsetParent)
    .map((each) => each.getBoundingClientRect()).map((at) => [at.left, at.right])"""
SIDEWAYS = "return [...document.querySelectorAll('.log')].filter((e) => e.scrollWidth > e.clientWidth).length"
WHOLE_PHONES = {1400: 2, 1280: 2, 1241: 2, 1024: 2, 981: 2, 900: 1, 390: 1}
BUSY = """phone omar signal
omar> hello
phone amira whatsapp
amira> hello
amira> 1
amira>(photo)
amira>(voice)
amira>(sticker)
amira> 1
amira> COMPLAIN
amira> my husband hits me
anna> MENU
anna> OFFBOARD
dee> CONCERNS"""


@pytest.fixture(scope="module")
def told(playground: httpx.Client) -> None:
    start_again(playground)
    Talk(playground, TEXTS).retell(BUSY)


@pytest.fixture
def busy(told: None, browser: Chrome, playground: httpx.Client) -> Page:
    """The page after much was said. Tests of it only look, and stand together: it is said once for them all."""
    opened = visit(browser, playground)
    opened.shows("amira", "999")
    return opened


def opened(selector: str) -> Callable[[Page], None]:
    return lambda page: page.one(selector).click()


def locked(page: Page) -> None:
    page.one(".phone .more").click()
    page.one(".phone [data-do='lock']").click()


def sized(width: int, height: int) -> Callable[[Page], None]:
    return lambda page: page.size(width, height)


def narrow(view: str) -> Callable[[Page], None]:
    def look(page: Page) -> None:
        page.size(*NARROW)
        page.one(f"#switcher [data-view='{view}']").click()

    return look


def audit(page: Page) -> None:
    page.one("#audit-toggle").click()
    page.one("#audit-rows tr")


def narrow_audit(page: Page) -> None:
    page.size(*NARROW)
    page.one("#tools-toggle").click()
    audit(page)


def dark(page: Page) -> None:
    features = [{"name": "prefers-color-scheme", "value": "dark"}]
    page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    page.browser.refresh()
    page.shows("amira", "999")


# How to come to each view, and the part of the page that is new in it: the rest of it is the first view's.
VIEWS: dict[str, tuple[Callable[[Page], None], str]] = {
    "phones and desk": (lambda _: None, "html"),
    "a phone's menu": (opened(".phone .more"), ".phone"),
    "adding a phone": (opened("[data-open='add-dialog']"), "#add-dialog"),
    "faults": (opened("[data-open='faults-dialog']"), "#faults-dialog"),
    "starting again": (opened("[data-open='reset-dialog']"), "#reset-dialog"),
    "audit": (audit, "#audit"),
    "1280 wide": (sized(1280, 800), "html"),
    "1024 wide": (sized(1024, 768), "html"),
    "narrow: a phone": (narrow("amira"), "html"),
    "narrow: staff channel": (narrow("staff-channel"), "html"),
    "narrow: private line": (narrow("private"), "html"),
    "narrow: audit": (narrow_audit, "html"),
    "a locked phone": (locked, ".phone"),
    "dark": (dark, "html"),
}


def test_the_empty_page_has_no_serious_fault(page: Page) -> None:
    assert page.faults() == []


def test_no_view_of_a_busy_page_has_a_serious_fault(busy: Page) -> None:
    found: dict[str, list[str]] = {}
    for name, (look, within) in VIEWS.items():
        busy.size(*WIDE)
        look(busy)
        found[name] = busy.faults(within)
        # What was opened closes again; if it did not, the next view could not be reached.
        ActionChains(busy.browser).send_keys(Keys.ESCAPE).perform()
    busy.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert found == {name: [] for name in VIEWS}


def test_phones_stand_whole_beside_the_desk_and_their_chats_need_no_scrolling_sideways(busy: Page) -> None:
    stand_whole, sideways = {}, {}
    for width in WHOLE_PHONES:
        busy.size(width, 800)
        edges: list[list[float]] = busy.browser.execute_script(EDGES)
        end = _edge_of_families(busy)
        stand_whole[width] = len([right for left, right in edges if left >= 0 and right <= end])
        sideways[width] = busy.browser.execute_script(SIDEWAYS)
    assert stand_whole == WHOLE_PHONES
    assert sideways == dict.fromkeys(WHOLE_PHONES, 0)


def _edge_of_families(page: Page) -> float:
    edge = "return document.querySelector('.families').getBoundingClientRect().right"
    return float(page.browser.execute_script(edge))


def test_a_narrow_screen_shows_one_chat_at_a_time(busy: Page) -> None:
    busy.size(*NARROW)
    assert len([each for each in busy.all(".phone") if each.is_displayed()]) == 1
    busy.one("#switcher [data-view='private']").click()
    assert [each.text for each in busy.all(".chat-title") if each.is_displayed()] == ["Anna Sample"]


def test_on_a_narrow_screen_the_audit_is_read_without_scrolling_sideways(busy: Page) -> None:
    narrow_audit(busy)
    busy.wait.until(lambda _: len(busy.all("#audit-rows tr")) > 5)
    busy.picture("audit_narrow")
    wider = "const it = document.querySelector('.drawer-body'); return it.scrollWidth - it.clientWidth"
    assert busy.browser.execute_script(wider) == 0
    cut = "return [...document.querySelectorAll('.audit :is(th, td)')].filter((e) => e.scrollWidth > e.clientWidth + 1)"
    assert [each.text for each in busy.browser.execute_script(cut)] == []


def test_a_phone_is_added_and_written_from_by_keyboard_alone(page: Page) -> None:
    page.one("#empty [data-open='add-dialog']").send_keys(Keys.ENTER)
    field = page.one("#add-dialog input[name='id']")
    page.wait.until(lambda browser: browser.switch_to.active_element == field)
    field.clear()
    field.send_keys("ewa", Keys.ENTER)
    textarea = page.one("[data-chat='ewa'] textarea")
    page.wait.until(lambda browser: browser.switch_to.active_element == textarea)
    ActionChains(page.browser).send_keys("hello", Keys.ENTER).perform()
    page.shows("ewa", "Which language?")
    page.press("ewa", "polski")
    page.shows("ewa", "Zadam kilka")
