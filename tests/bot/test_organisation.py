from datetime import date
from pathlib import Path

import pytest

from bot.organisation import Organisation, OrganisationError, bank_holidays, load
from flows.working_days import add_working_days

FILE = Path(__file__).parents[2] / "doorstep.toml"
TEXT = FILE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def organisation() -> Organisation:
    return load(FILE)


def _line(start: str) -> int:
    return next(number for number, line in enumerate(TEXT.splitlines(), 1) if line.startswith(start))


def _mistake(folder: Path, text: str) -> str:
    path = folder / "doorstep.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OrganisationError) as refused:
        load(path)
    return str(refused.value).removeprefix(f"{folder}/")


def test_the_sample_staff_are_in_the_register(organisation: Organisation) -> None:
    handles = [member.handle for member in organisation.staff]
    assert handles == ["anna", "ben", "mo", "maria", "max", "dee", "dan", "carl", "dora", "tess"]


def test_the_sample_group_has_its_leader_and_second(organisation: Organisation) -> None:
    assert [(group.leader, group.second) for group in organisation.groups] == [("anna", "ben")]


def test_nobody_else_is_in_the_register(organisation: Organisation) -> None:
    assert organisation.member("nobody") is None


@pytest.mark.parametrize("language", ["en", "pl"])
def test_the_agreement_is_the_same_in_every_language(organisation: Organisation, language: str) -> None:
    points, text = organisation.agreement.points[language], organisation.agreement.text[language]
    numbered = [line for line in text.splitlines() if line[:1].isdecimal()]
    assert len(points) == len(numbered) == len(organisation.agreement.points["en"])


def test_the_agreement_is_written_in_short_sentences(organisation: Organisation) -> None:
    sentences = organisation.agreement.text["en"].replace("\n", ". ").split(". ")
    assert [sentence for sentence in sentences if len(sentence.split()) > 15] == []


def test_flows_are_told_in_the_language_they_speak(organisation: Organisation) -> None:
    told = organisation.facts("pl")
    assert told.agreement == organisation.agreement.text["pl"]
    assert "obawa o dziecko" in told.helpline
    assert told.languages == {"en": "English", "pl": "Polski"}


def test_a_language_nobody_wrote_for_gets_the_first_one(organisation: Organisation) -> None:
    assert organisation.facts("cy") == organisation.facts("en")


def test_working_days_pass_over_the_countrys_bank_holidays(organisation: Organisation) -> None:
    holidays = bank_holidays(organisation, [2026, 2027])
    assert date(2026, 12, 28) in holidays
    assert add_working_days(date(2026, 12, 23), 5, holidays) == date(2027, 1, 4)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OrganisationError, match=r"none\.toml cannot be read: No such file"):
        load(tmp_path / "none.toml")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "doorstep.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(OrganisationError, match="Save it again as UTF-8"):
        load(path)


def test_without_limits_of_its_own_an_organisation_has_the_usual_ones(
    tmp_path: Path, organisation: Organisation
) -> None:
    path = tmp_path / "doorstep.toml"
    start, rest = TEXT.split("[watching]\n")
    path.write_text(start + rest.partition("\n\n")[2], encoding="utf-8")
    assert load(path).watching == organisation.watching


def test_a_mistake_of_form_names_its_line(tmp_path: Path) -> None:
    said = _mistake(tmp_path, TEXT.replace('country = "GB"', "country = GB"))
    assert said.startswith(f"doorstep.toml, line {_line('country')}: Invalid value.")


def test_a_text_that_never_ends_names_the_last_line(tmp_path: Path) -> None:
    said = _mistake(tmp_path, 'sample = []\nname = """x\n\n')
    assert said.startswith("doorstep.toml, line 3: ")


@pytest.mark.parametrize(
    ("right", "wrong", "place", "sentence"),
    [
        (
            'short_name = "',
            'shrt_name = "',
            "short_name",
            "'shrt_name' is not known: take it out, or write 'short_name'.",
        ),
        ('short_name = "', '# "', 1, "'short_name' is missing: add it."),
        ('version = "sample-1"', "", "[agreement]", "'agreement.version' is missing: add it."),
        ("[joining]\n", "[joining]\nname_ = 1\n", "[joining]", "take it out, or write 'name'"),
        ("longest_passcode = 10", 'longest_passcode = "x"', "longest_passcode", "must be a valid integer"),
        (
            "longest_passcode = 10",
            "longest_passcode = 4",
            "longest_passcode",
            "must be greater than or equal to 8",
        ),
        ("invitation_days = 7", "invitation_days = 0", "invitation_days", "must be greater than 0"),
        ('name = "Acorn Families (', 'name = " " # (', "name", "must have at least 1 character"),
        ('roles = ["chair"]', 'roles = ["boss"]', 'roles = ["chair"]', "must be 'practitioner', 'assistant'"),
        (
            "/privacy-policy",
            "@x.example/privacy",
            "privacy_policy",
            "must be an https page on acorn-families.example",
        ),
        (
            '# [agreement.audio]\n# en = "https://acorn-families',
            '[agreement.audio]\nen = "https://x',
            '# en = "https://acorn-families',
            "must be an https page on acorn-families.example",
        ),
        (
            '# [agreement.audio]\n# en = "https://acorn-families',
            '[agreement.audio]\nne = "https://acorn-families',
            '# en = "https://acorn-families',
            "'agreement.audio.ne' is no language under languages: nobody would hear of this page.",
        ),
        ('["zoom.us", "zoom.example"]', '["https://zoom.us/j"]', "zoom =", "must hold names of hosts like zoom.us"),
        ('zoom = ["zoom.us", ', 'meet = ["zoom.us", ', "[meetings.hosts]", "lacks zoom: add where its links lead"),
        ('zoom = ["zoom.us", "zoom.example"]', "", "[meetings.hosts]", "lacks zoom: add where its links lead"),
        (
            'zoom = ["zoom.us", "zoom.example"]',
            'meet = ["zoom.us"]\nzoom = ["zoom.us"]',
            "zoom =",
            "is not one of the platforms above",
        ),
        (
            'zoom = ["zoom.us", "zoom.example"]',
            'signal_call = ["zoom.us"]\nzoom = ["zoom.us"]',
            "zoom =",
            "always leads to its own app: take it out.",
        ),
        ('"Europe/London"', '"London"', "time_zone", "must be a time zone like Europe/London"),
        ('country = "GB"', 'country = "UK"', "country", "must be a two-letter country code"),
        (
            "# [whatsapp_templates.meeting_today]",
            "[whatsapp_templates.x]",
            "# [whatsapp_templates",
            "must be one of meeting_today",
        ),
        (
            "# [whatsapp_templates.meeting_today]",
            '[whatsapp_templates.check_again]\nfr = "HX"',
            "# [whatsapp_templates",
            "names the language fr",
        ),
        ('"ENG"', '"OX"', "subdivision", "must be one of "),
        ('["en", "pl"]', '["en", "english"]', "languages", "must hold language codes like en"),
        ('["en", "pl"]', '["en", "cy"]', "[agreement.points]", "lacks the language cy: add it."),
        ('  "Do not record.",\n', "", "[agreement.points]", "must hold as many points in each language."),
        (', pl = "przemoc w domu"', "", 'purpose = { en = "violence', "lacks the language pl: add it."),
        ("[10, 20, 30]", "[10, 30, 20]", "paging_minutes", "must grow"),
        ("06:00:00", "22:00:00", "night_until", "must differ from night_from: a night has a length."),
        ("22:00:00", '"late"', "night_from", "must be a valid time, without quotes, like 22:00:00."),
        ("22:00:00", "22", "night_from", "must be a valid time, without quotes, like 22:00:00."),
        ("decisions_an_hour = 6", "decisions_an_hour = 1", "decisions_an_hour", "must be greater than or equal to 2"),
        ("readings_an_hour = 30", "readings_an_hour = 900", "readings_an_hour", "must be less than or equal to 100"),
        ('lead = "dee"', 'lead = "dan"', "lead", "with the role safeguarding_lead"),
        ('deputy = "dan"', 'deputy = "none"', "deputy", "with the role deputy"),
        ('handle = "mo"', 'handle = "ben"', 'handle = "mo"', "stands there twice"),
        ('leader = "anna"', 'leader = "ben"', "leader", "must be the handle of a practitioner (G1.1)"),
        (
            'second = "ben"',
            'second = "anna"',
            "second",
            "must be another practitioner or an assistant (G1.2)",
        ),
        ('"short_name", ', '"shortname", ', "sample", "names 'shortname', which is no key of this file"),
    ],
)
def test_a_mistake_names_its_line_and_what_would_mend_it(
    tmp_path: Path, right: str, wrong: str, place: str | int, sentence: str
) -> None:
    assert TEXT.count(right) >= 1
    said = _mistake(tmp_path, TEXT.replace(right, wrong, 1))
    line = place if isinstance(place, int) else _line(place) + (wrong.startswith("[joining]"))
    assert said.startswith(f"doorstep.toml, line {line}: ")
    assert sentence in said
    assert "\n" not in said
