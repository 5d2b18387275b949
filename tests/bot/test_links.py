"""READY takes a link to the platform's own host, and says which that is (G6.3)."""

import pytest

from tests.stage import Stage


@pytest.mark.clause("G6.3")
def test_a_link_that_leads_elsewhere_is_refused_before_the_ticks_and_the_right_host_is_named(playground: Stage) -> None:
    talk = playground.talk
    for line in ("after parts/evening_group.txt", "clock 2026-12-03T17:05", "anna> HERE M-1"):
        talk.do(line)
    asked = talk.do("anna> READY M-1")
    refused = "\n".join(talk.do("anna> https://zoom.us.evil.example/j/123456"))
    assert "leads to: zoom.us, zoom.example." in refused
    assert asked[-1].strip() in refused
    assert "Which of these are so?" in "\n".join(talk.do("anna> https://zoom.example/j/123456"))
    assert "Set." in "\n".join(talk.do("anna> ALL"))
