import base64
import os
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.crypto import KeyFileError, KeyRing, Unreadable, new_meeting_key, open_with, seal_with

PLACE = "people.full_name"
ROW = UUID("8f7a2f3e-2c1b-4d58-9a57-3a1f0c9d1e11")
NAME = "Amira Sample"


def ring(tmp_path: Path, name: str = "keys") -> KeyRing:
    return KeyRing.create(tmp_path / name)


def test_a_sealed_text_opens_in_its_own_place_and_row(keys: KeyRing) -> None:
    assert keys.open(PLACE, ROW, keys.seal(PLACE, ROW, NAME)) == NAME


@given(text=st.text(max_size=200))
def test_any_text_comes_back_as_it_was(keys: KeyRing, text: str) -> None:
    assert keys.open(PLACE, ROW, keys.seal(PLACE, ROW, text)) == text


def test_a_json_object_comes_back_as_it_was(keys: KeyRing) -> None:
    value = {"name": "Zoë", "answers": [1, None, True, {"day": "2026-12-01"}]}
    assert keys.open_json(PLACE, ROW, keys.seal_json(PLACE, ROW, value)) == value


def test_a_text_that_is_no_json_object_is_unreadable_as_one(keys: KeyRing) -> None:
    for text in ("[1]", "words"):
        with pytest.raises(Unreadable):
            keys.open_json(PLACE, ROW, keys.seal(PLACE, ROW, text))


def test_the_same_text_sealed_twice_looks_different(keys: KeyRing) -> None:
    assert keys.seal(PLACE, ROW, NAME) != keys.seal(PLACE, ROW, NAME)


def test_a_sealed_text_does_not_show_the_text(keys: KeyRing) -> None:
    assert NAME.encode() not in keys.seal(PLACE, ROW, NAME)


def test_a_text_moved_to_another_row_or_place_does_not_open(keys: KeyRing) -> None:
    sealed = keys.seal(PLACE, ROW, NAME)
    for place, row in ((PLACE, uuid4()), ("people.screen_name", ROW)):
        with pytest.raises(Unreadable):
            keys.open(place, row, sealed)


def test_a_text_changed_in_any_byte_does_not_open(keys: KeyRing) -> None:
    sealed = keys.seal(PLACE, ROW, NAME)
    for n in range(len(sealed)):
        changed = sealed[:n] + bytes([sealed[n] ^ 1]) + sealed[n + 1 :]
        with pytest.raises(Unreadable):
            keys.open(PLACE, ROW, changed)


def test_a_text_cut_short_does_not_open(keys: KeyRing) -> None:
    sealed = keys.seal(PLACE, ROW, NAME)
    for length in range(len(sealed)):
        with pytest.raises(Unreadable):
            keys.open(PLACE, ROW, sealed[:length])


def test_another_ring_does_not_open_it_and_the_error_says_only_where(tmp_path: Path, keys: KeyRing) -> None:
    with pytest.raises(Unreadable) as caught:
        ring(tmp_path).open(PLACE, ROW, keys.seal(PLACE, ROW, NAME))
    assert PLACE in str(caught.value)
    assert NAME not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_ring_read_again_opens_what_it_sealed_before(tmp_path: Path) -> None:
    sealed = ring(tmp_path).seal(PLACE, ROW, NAME)
    assert KeyRing.load(tmp_path / "keys").open(PLACE, ROW, sealed) == NAME


def test_after_a_key_was_added_the_old_texts_open_and_new_ones_use_the_new_key(tmp_path: Path) -> None:
    old = ring(tmp_path).seal(PLACE, ROW, NAME)
    after = KeyRing.add_key(tmp_path / "keys")
    assert after.open(PLACE, ROW, old) == NAME
    assert after.seal(PLACE, ROW, NAME)[:5] != old[:5]


def test_adding_a_key_keeps_tokens_and_fingerprint(tmp_path: Path) -> None:
    before = ring(tmp_path)
    after = KeyRing.add_key(tmp_path / "keys")
    assert after.token("contacts.signal", "+447700900001") == before.token("contacts.signal", "+447700900001")
    assert after.fingerprint() == before.fingerprint()


def test_tokens_are_equal_only_for_the_same_text_place_and_ring(tmp_path: Path, keys: KeyRing) -> None:
    token = keys.token("contacts.signal", "+447700900001")
    assert keys.token("contacts.signal", "+447700900001") == token
    assert keys.token("contacts.signal", "+447700900002") != token
    assert keys.token("contacts.whatsapp", "+447700900001") != token
    assert ring(tmp_path).token("contacts.signal", "+447700900001") != token


def test_two_rings_have_different_fingerprints(tmp_path: Path) -> None:
    assert ring(tmp_path, "one").fingerprint() != ring(tmp_path, "two").fingerprint()


def test_a_ring_never_shows_its_keys(tmp_path: Path) -> None:
    shown = repr(ring(tmp_path))
    secrets = [line.split()[1] for line in key_lines(tmp_path / "keys")]
    assert len(secrets) == 2
    assert not any(secret in shown or base64.b64decode(secret).hex() in shown for secret in secrets)


def test_a_meeting_key_opens_what_it_sealed_and_another_does_not() -> None:
    key = new_meeting_key()
    sealed = seal_with(key, "passwords.secret", ROW, "lantern-otter-42")
    assert open_with(key, "passwords.secret", ROW, sealed) == "lantern-otter-42"
    for wrong, row in ((new_meeting_key(), ROW), (key, uuid4())):
        with pytest.raises(Unreadable):
            open_with(wrong, "passwords.secret", row, sealed)


def test_a_meeting_key_is_itself_sealed_by_the_ring(keys: KeyRing) -> None:
    key = new_meeting_key()
    sealed = keys.seal_key("meeting_keys.key", ROW, key)
    assert keys.open_key("meeting_keys.key", ROW, sealed) == key


def test_what_one_key_sealed_the_ring_does_not_open_and_the_other_way_round(keys: KeyRing) -> None:
    key = new_meeting_key()
    with pytest.raises(Unreadable):
        keys.open(PLACE, ROW, seal_with(key, PLACE, ROW, NAME))
    with pytest.raises(Unreadable):
        open_with(key, PLACE, ROW, keys.seal(PLACE, ROW, NAME))


def test_a_new_key_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    ring(tmp_path)
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o600
    KeyRing.add_key(tmp_path / "keys")
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["keys"]


def test_a_key_file_is_never_overwritten(tmp_path: Path) -> None:
    ring(tmp_path)
    before = (tmp_path / "keys").read_bytes()
    with pytest.raises(KeyFileError, match="already"):
        ring(tmp_path)
    assert (tmp_path / "keys").read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["keys"]


def test_a_missing_key_file_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="There is no key file at"):
        KeyRing.load(tmp_path / "keys")


def test_a_folder_in_place_of_a_key_file_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir(mode=0o700)
    with pytest.raises(KeyFileError, match="cannot be read"):
        KeyRing.load(tmp_path / "keys")


def test_a_key_file_that_cannot_be_written_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KeyFileError, match="cannot be written"):
        KeyRing.create(tmp_path / "file" / "keys")


def test_a_key_file_open_to_others_is_refused(tmp_path: Path) -> None:
    ring(tmp_path)
    for mode in (0o640, 0o604, 0o622):
        (tmp_path / "keys").chmod(mode)
        with pytest.raises(KeyFileError, match="chmod 600"):
            KeyRing.load(tmp_path / "keys")


def test_a_malformed_key_file_is_refused_with_its_line_but_not_its_words(tmp_path: Path) -> None:
    ring(tmp_path)
    path = tmp_path / "keys"
    good = path.read_text("ascii")
    short = base64.b64encode(os.urandom(31)).decode()
    for bad in ("nonsense", "a1b2c3d4 %%%", f"a1b2c3d4 {short}", f"xyz {short}", "a1b2c3d4", "index"):
        path.write_text(f"{bad}\n{good}", "ascii")
        with pytest.raises(KeyFileError, match="Line 1 ") as caught:
            KeyRing.load(path)
        assert short not in str(caught.value)


def test_a_key_file_must_hold_a_key_and_one_index_key_and_no_id_twice(tmp_path: Path) -> None:
    ring(tmp_path)
    path = tmp_path / "keys"
    key, index = key_lines(path)
    for lines, said in (
        ([key], "exactly one index key"),
        ([index], "at least one key"),
        ([key, index, index], "exactly one index key"),
        ([key, key, index], "same id"),
        ([], "at least one key"),
    ):
        path.write_text("".join(lines), "ascii")
        with pytest.raises(KeyFileError, match=said):
            KeyRing.load(path)


def test_a_key_file_of_other_bytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    path.write_bytes(os.urandom(64) + b"\xff")
    path.chmod(0o600)
    with pytest.raises(KeyFileError, match="not a text file"):
        KeyRing.load(path)


def key_lines(path: Path) -> list[str]:
    return [line for line in path.read_text("ascii").splitlines(keepends=True) if not line.startswith("#")]
