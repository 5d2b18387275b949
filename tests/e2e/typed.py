"""Plays a script as a person at the page does: types, presses buttons, changes seats at the desk, moves the clock."""

from datetime import timedelta
from typing import Any

import httpx

from tests.e2e.page import Page
from tests.talk import Talk
from tests.words import TEXTS

HALF_AN_HOUR = timedelta(minutes=30)


class Typed(Talk):
    """A talk whose writing is done on the page; what came of it is read from the API as ever."""

    def __init__(self, page: Page, client: httpx.Client) -> None:
        super().__init__(client, TEXTS)
        self.page = page
        self.staff = {each["id"] for each in self._get("people")["people"] if each["kind"] == "staff"}

    def write(self, body: dict[str, Any]) -> bool:
        """Type it, or press it, on the page."""
        who = str(body["from"])
        chat = str(body.get("chat", who))
        if who in self.staff:
            self.page.sit(who)
        if "press" in body:
            self.page.press(chat, self._label(str(body["press"])))
        else:
            self.page.type(chat, str(body["text"]))
        return True

    def _label(self, button_id: str) -> str:
        return next(
            str(button["label"])
            for message in sorted(self.shown.values(), key=lambda each: -each["n"])
            for button in message["buttons"]
            if button["id"] == button_id
        )

    def _phone(self, rest: str) -> None:
        handle, messenger = rest.split()
        self.page.add_phone(handle, messenger)

    def _clock(self, rest: str) -> None:
        """Press the page's button as often as it fits; the minutes that are left go through the API."""
        target = self._target(rest)
        while target - self.now() >= HALF_AN_HOUR:
            self.page.move_clock("PT30M")
        if target > self.now():
            self._post("clock", {"to": target.isoformat()})
