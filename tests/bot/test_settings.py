from pathlib import Path

import pytest

from bot.environment import SettingsError
from bot.settings import Settings, example, load, names

ROOT = Path(__file__).parents[2]


def test_nothing_set_is_a_playground_on_this_machine() -> None:
    settings = load({}, None)
    assert (settings.mode, settings.host, settings.port) == ("playground", "127.0.0.1", 8080)
    assert settings.data == Path("var")
    assert settings.key_file == Path("var/keys")
    assert settings.database_url is None


def test_the_committed_example_is_what_the_class_says() -> None:
    assert (ROOT / ".env.example").read_text(encoding="utf-8") == example()


def test_the_example_sets_nothing_until_a_line_is_taken() -> None:
    assert load({}, ROOT / ".env.example") == load({}, None)


def test_every_line_of_the_example_is_a_setting_once_taken(tmp_path: Path) -> None:
    taken = [line[1:] for line in example().splitlines() if line.startswith("#") and not line.startswith("# ")]
    env = tmp_path / ".env"
    env.write_text("\n".join(taken), encoding="utf-8")
    assert load({}, env) == load({}, None)
    assert len(taken) == len(names())


def test_every_setting_is_described() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    env = tmp_path / ".env"
    env.write_text("DOORSTEP_PORT=9000\nDOORSTEP_DATA=/srv\n", encoding="utf-8")
    settings = load({"DOORSTEP_PORT": "9001"}, env)
    assert (settings.port, settings.data) == (9001, Path("/srv"))


def test_an_empty_value_is_not_set() -> None:
    assert load({"SIGNAL_NUMBER": "", "DOORSTEP_PORT": ""}, None) == load({}, None)


def test_a_secret_is_read_from_its_file(tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text("hush\n", encoding="utf-8")
    token = load({"TELEGRAM_BOT_TOKEN_FILE": str(secret)}, None).telegram_bot_token
    assert token is not None
    assert token.get_secret_value() == "hush"


def test_a_missing_secret_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none"
    with pytest.raises(SettingsError, match=r"TELEGRAM_BOT_TOKEN_FILE names .*none, which cannot be read"):
        load({"TELEGRAM_BOT_TOKEN_FILE": str(path)}, None)


def test_a_value_and_a_file_for_one_setting_are_refused() -> None:
    with pytest.raises(SettingsError, match="are both set"):
        load({"SIGNAL_NUMBER": "+441632960001", "SIGNAL_NUMBER_FILE": "/x"}, None)


def test_a_misspelt_setting_names_the_nearest() -> None:
    with pytest.raises(SettingsError) as refused:
        load({"DOORSTEP_PROT": "1"}, None)
    assert str(refused.value) == "DOORSTEP_PROT is no setting. The nearest name is DOORSTEP_PORT."


def test_a_misspelt_name_in_the_file_is_refused_too(tmp_path: Path) -> None:
    env = tmp_path / ".env"
    env.write_text("TWILIO_AUTH_TOKN=hush\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="The nearest name is TWILIO_AUTH_TOKEN") as refused:
        load({}, env)
    assert "hush" not in str(refused.value)


def test_other_programs_variables_are_left_alone() -> None:
    assert load({"ZOOM_THEME": "dark", "PATH": "/bin"}, None) == load({}, None)


def test_a_line_that_cannot_be_read_is_named_by_its_number(tmp_path: Path) -> None:
    env = tmp_path / ".env"
    env.write_text("DOORSTEP_PORT=1\n\n'broken\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="line 3: write NAME=value"):
        load({}, env)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    env = tmp_path / ".env"
    env.write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="cannot be read: it is not text"):
        load({}, env)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DOORSTEP_PORT", "http", "DOORSTEP_PORT must be a whole number."),
        ("DOORSTEP_PORT", "70000", "DOORSTEP_PORT must be a number from 1 to 65535."),
        ("DOORSTEP_PORT", "0", "DOORSTEP_PORT must be a number from 1 to 65535."),
        ("DOORSTEP_MODE", "prod", "DOORSTEP_MODE must be 'playground' or 'live'."),
        ("DATABASE_URL", "mysql://u:hush@h/d", "DATABASE_URL must begin with postgresql://."),
        ("PUBLIC_URL", "http://h", "PUBLIC_URL must begin with https://."),
        ("SIGNAL_API_URL", "signal:8080", "SIGNAL_API_URL must begin with https:// or http://."),
        ("SIGNAL_NUMBER", "01632 960001", "SIGNAL_NUMBER must be a phone number like +441632960001."),
        ("TELEGRAM_STAFF_CHAT_ID", "staff", "TELEGRAM_STAFF_CHAT_ID must be a whole number."),
    ],
)
def test_a_wrong_value_is_one_sentence_that_does_not_repeat_it(name: str, value: str, sentence: str) -> None:
    with pytest.raises(SettingsError) as refused:
        load({name: value}, None)
    assert str(refused.value) == sentence
    assert "hush" not in str(refused.value)


def test_each_mistake_has_its_own_line() -> None:
    with pytest.raises(SettingsError) as refused:
        load({"DOORSTEP_PORT": "x", "DOORSTEP_MODE": "x"}, None)
    assert len(str(refused.value).splitlines()) == 2


@pytest.mark.parametrize("host", ["192.0.2.1", "::", "example.org"])
def test_the_playground_listens_on_this_machine_only(host: str) -> None:
    with pytest.raises(SettingsError, match=r"DOORSTEP_HOST must be 127\.0\.0\.1 in the playground"):
        load({"DOORSTEP_HOST": host}, None)
    assert load({"DOORSTEP_HOST": host, "DOORSTEP_MODE": "live"}, None).host == host


@pytest.mark.parametrize("host", ["127.0.0.2", "::1", "localhost"])
def test_any_loopback_address_will_do_for_the_playground(host: str) -> None:
    assert load({"DOORSTEP_HOST": host}, None).host == host


def test_an_address_loses_its_last_slash() -> None:
    assert load({"SIGNAL_API_URL": "http://signal:8080/"}, None).signal_api_url == "http://signal:8080"


@pytest.mark.parametrize("address", ["http://signal:808O", "http://:8080", "https://", "http://signal:99999"])
def test_an_address_without_a_host_or_with_a_port_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(SettingsError, match="SIGNAL_API_URL must name a host"):
        load({"SIGNAL_API_URL": address}, None)


def test_secrets_are_not_shown() -> None:
    settings = load({"DATABASE_URL": "postgresql://u:hush@h/d", "TWILIO_AUTH_TOKEN": "hush"}, None)
    assert "hush" not in f"{settings!r} {settings}"
