"""How `doorstep doctor` asks a provider: questions by HTTP, whose answers are well or wrong, in one line each."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, Self

import httpx

from bot.trust import certificates

SECONDS = 10.0
MOST_SKEW = timedelta(seconds=60)
REFUSED = frozenset({401, 403})


@dataclass(frozen=True)
class Finding:
    """One line: what was looked at, and what is wrong with it and how to mend it, or how it is."""

    about: str
    said: str
    is_wrong: bool = False


class NoAnswerError(Exception):
    """A provider did not answer as it should, in one sentence that says what to do."""


class Asking:
    """One provider at its address. The name is what people call it."""

    def __init__(self, name: str, url: str, auth: tuple[str, str] | None = None) -> None:
        self.name, self._url = name, url
        self._client = httpx.Client(timeout=SECONDS, auth=auth, verify=certificates())
        self.says: datetime | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._client.close()

    def ask(self, path: str, **params: str) -> Any:
        """Read one answer as JSON. Raises NoAnswerError."""
        try:
            answer = self._client.get(f"{self._url}{path}", params=params)
        except httpx.HTTPError as fault:
            why = type(fault).__name__
            raise NoAnswerError(f"does not answer ({why}). Is it running, and its address right?") from None
        self.says = _told_time(answer) or self.says
        if answer.status_code in REFUSED:
            raise NoAnswerError("does not let us in: put the account's own token into its secret.")
        try:
            found = answer.json()
        except ValueError:
            found = None
        if not answer.is_success or found is None:
            raise NoAnswerError(f"answers {answer.status_code} where it should not. Look at its own status page.")
        return found

    def skew(self, now: datetime) -> Finding | None:
        """Say if its clock and ours are far apart."""
        apart = timedelta() if self.says is None else abs(now - self.says)
        if apart <= MOST_SKEW:
            return None
        seconds = int(apart.total_seconds())
        return self.wrong(f"has a clock that is {seconds} seconds from ours: set this machine's clock by NTP.")

    def well(self, said: str) -> Finding:
        """Something is as it should be."""
        return Finding(self.name, said)

    def wrong(self, said: str) -> Finding:
        """Something is wrong."""
        return Finding(self.name, said, is_wrong=True)


def _told_time(answer: httpx.Response) -> datetime | None:
    try:
        return parsedate_to_datetime(answer.headers["date"]).astimezone(UTC)
    except (KeyError, ValueError):
        return None
