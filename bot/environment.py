"""Where settings come from: the environment, a .env file, a file that holds one secret.

Which settings there are is in bot/settings.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dotenv.parser import Binding, parse_stream
from rapidfuzz import fuzz, process

# Every name beginning so is ours, wherever it stands; of the others only what stands in our own .env.
_OURS = "DOORSTEP_"
_OURS_IN_FILE = (_OURS, "SIGNAL_", "TWILIO_", "TELEGRAM_", "ZOOM_", "JITSI_")
_FILE = "_FILE"


class SettingsError(Exception):
    """One clear sentence per mistake, one a line; never the value of a secret."""


def gather(environ: Mapping[str, str], dotenv_path: Path | None, names: Sequence[str]) -> dict[str, str]:
    """Find the value of each name that is set; empty means not set. Raises SettingsError."""
    written = _read_dotenv(dotenv_path) if dotenv_path else {}
    _refuse_unknown(environ, written, names)
    pairs = ((name, _find(name, environ) or _find(name, written)) for name in names)
    return {name: value for name, value in pairs if value}


def _find(name: str, source: Mapping[str, str]) -> str:
    value, path = source.get(name, ""), source.get(name + _FILE, "")
    if value and path:
        raise SettingsError(f"{name} and {name}{_FILE} are both set: keep one of them.")
    return _read_secret(name, Path(path)) if path else value


def _read_secret(name: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{name}{_FILE} names {path}, which cannot be read: {_why(error)}.") from None


def _read_dotenv(path: Path) -> dict[str, str]:
    try:
        with path.open(encoding="utf-8") as stream:
            return dict(_pair(path, binding) for binding in _settings(parse_stream(stream)))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {_why(error)}.") from None


def _settings(bindings: Iterator[Binding]) -> Iterator[Binding]:
    return (binding for binding in bindings if binding.error or binding.key is not None)


def _pair(path: Path, binding: Binding) -> tuple[str, str]:
    if binding.error or binding.key is None or binding.value is None:
        raise SettingsError(f"{path}, line {_line(binding)}: write NAME=value.")
    return binding.key, binding.value


def _line(binding: Binding) -> int:
    text = binding.original.string
    return binding.original.line + text[: len(text) - len(text.lstrip())].count("\n")


def _refuse_unknown(environ: Mapping[str, str], written: Mapping[str, str], names: Sequence[str]) -> None:
    known = {*names, *(name + _FILE for name in names)}
    ours = [name for name in environ if name.upper().startswith(_OURS)]
    ours += [name for name in written if name.upper().startswith(_OURS_IN_FILE) and name not in ours]
    unknown = [name for name in ours if name not in known]
    if unknown:
        raise SettingsError("\n".join(f"{name} is no setting. {_nearest(name, names)}" for name in unknown))


def _nearest(name: str, names: Sequence[str]) -> str:
    nearest, *_ = process.extractOne(name.upper(), names, scorer=fuzz.ratio)
    return f"The nearest name is {nearest}."


def _why(error: Exception) -> str:
    return error.strerror or "no such file" if isinstance(error, OSError) else "it is not text"
