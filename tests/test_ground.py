import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES = sorted(COMPOSE["services"])

# Its start-up script needs to write and to be root before it lets go of both: docker-compose.yml says why.
WRITES = {"signal"}


def _locked(name: str) -> dict[str, str]:
    """Each package of a lock with everything said about it."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {re.split(r"[=\s]", line)[0]: line for line in lines}


def _wanted(*requirements: str) -> set[str]:
    names = (re.split(r"[\[<>=~!; ]", requirement)[0] for requirement in requirements)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_one_version_and_its_hashes(name: str) -> None:
    for package, said in _locked(name).items():
        assert re.match(rf"{package}==[\w.]+ ", said)
        assert "--hash=sha256:" in said


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^--(index|extra|find|trusted)", text, re.MULTILINE)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    wanted = _wanted(*PROJECT["project"]["dependencies"])
    developed = _wanted(*PROJECT["project"]["optional-dependencies"]["dev"])
    assert wanted <= _locked(LOCKS[0]).keys()
    assert wanted | developed <= _locked(LOCKS[1]).keys()


def test_development_and_service_run_on_the_same_versions() -> None:
    service, development = _locked(LOCKS[0]), _locked(LOCKS[1])
    assert {name: development[name].split()[0] for name in service} == {
        name: said.split()[0] for name, said in service.items()
    }


def test_every_rule_that_is_left_out_says_why() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    rules = [line for line in text.splitlines() if re.match(r'\s+"[A-Z]+\d*",', line)]
    assert len(rules) > 10
    assert [line for line in rules if "# " not in line] == []


def test_make_lists_what_it_can_do() -> None:
    helped = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    targets = {line.split()[1] for line in helped.stdout.splitlines() if line.startswith("  make ")}
    assert {"help", "run", "test", "check", "fix", "retell"} <= targets


@pytest.mark.parametrize(
    ("code", "said", "table", "told"),
    [
        (0, "No known vulnerabilities found", "", "No known vulnerabilities found"),
        (0, "No known vulnerabilities found", "x could not be audited\n" * 2, "of 2 packages could not be asked"),
        (1, "Found 1 known vulnerability", "httpx PYSEC-1", "PYSEC-1"),
        (1, "ConnectionError", "", "could not be asked: ConnectionError"),
    ],
)
def test_advisories_that_could_not_be_asked_are_never_called_none(
    tmp_path: Path, code: int, said: str, table: str, told: str
) -> None:
    (tmp_path / "build").mkdir()
    auditor = tmp_path / "pip-audit"
    auditor.write_text(f"#!/bin/sh\nprintf '{table}' >build/advisories.txt\necho '{said}' >&2\nexit {code}\n")
    auditor.chmod(0o700)
    recipe = ROOT.joinpath("Makefile").read_text("utf-8").split("\nadvisories: $(DEV_READY)\n")[1].split("\n\n")[0]
    tmp_path.joinpath("Makefile").write_text(f"BIN := .\nadvisories:\n{recipe}\n", "utf-8")
    done = subprocess.run(["make", "advisories"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told in done.stdout
    assert (done.returncode == 0) is not said.startswith("Found")


def test_the_page_about_the_architecture_stays_short() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 150


def test_a_new_machine_runs_every_check() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").rstrip().endswith("make check")


@pytest.mark.parametrize("name", SERVICES)
def test_every_container_is_closed(name: str) -> None:
    service = COMPOSE["services"][name]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["read_only"] is (name not in WRITES)
    assert "privileged" not in service


@pytest.mark.parametrize("name", SERVICES)
def test_every_container_says_whether_it_is_well(name: str) -> None:
    assert COMPOSE["services"][name]["healthcheck"]["test"][0] == "CMD"


@pytest.mark.parametrize("name", SERVICES)
def test_every_image_is_of_one_version(name: str) -> None:
    tag = COMPOSE["services"][name]["image"].rpartition(":")[2]
    assert re.match(r"v?\d+\.\d+", tag)


def test_only_the_edge_is_reachable_from_outside() -> None:
    ports = {name: COMPOSE["services"][name].get("ports", []) for name in SERVICES}
    assert [name for name in SERVICES if any(not each.startswith("127.0.0.1:") for each in ports[name])] == ["caddy"]
    assert all(COMPOSE["networks"][name]["internal"] for name in ("database", "signal", "figures"))
    assert COMPOSE["services"]["postgres"]["networks"] == ["database"]
    assert COMPOSE["services"]["caddy"]["networks"] == ["edge"]


@pytest.mark.clause("X4")
@pytest.mark.parametrize("name", ["web", "worker"])
def test_what_was_erased_is_kept_where_a_new_container_finds_it(name: str) -> None:
    service = COMPOSE["services"][name]
    kept = {each.split(":")[1]: each.split(":")[0] for each in service["volumes"]}
    assert kept[service["environment"]["DOORSTEP_DATA"]] in COMPOSE["volumes"]
    assert service["environment"]["DOORSTEP_DATA"] in (ROOT / "Dockerfile").read_text("utf-8")


def test_the_service_is_no_superuser_of_its_database() -> None:
    """The image's superuser is `postgres`; the script that it runs once makes the role of the service's address."""
    postgres = COMPOSE["services"]["postgres"]
    assert "POSTGRES_USER" not in postgres["environment"]
    assert any(each.startswith("./deploy/postgres-role:/docker-entrypoint-initdb.d/") for each in postgres["volumes"])
    script = (ROOT / "deploy" / "postgres-role").read_text("utf-8")
    assert "CREATE ROLE doorstep LOGIN PASSWORD :'password';" in script
    assert "SUPERUSER" not in script
    assert "postgresql://doorstep:" in (ROOT / "deploy" / "new-secrets").read_text("utf-8")


def test_no_secret_is_passed_in_the_environment() -> None:
    for name in SERVICES:
        passed = COMPOSE["services"][name].get("environment", {})
        assert [key for key in passed if re.search(r"(SECRET|TOKEN|PASSWORD|DATABASE_URL)$", key)] == []


def test_every_secret_that_is_used_is_a_file() -> None:
    used = {secret for service in COMPOSE["services"].values() for secret in service.get("secrets", [])}
    assert used == COMPOSE["secrets"].keys()
    assert all(set(secret) == {"file"} for secret in COMPOSE["secrets"].values())


@pytest.mark.skipif(shutil.which("docker-compose") is None, reason="docker-compose is not installed")
def test_docker_compose_understands_the_file() -> None:
    subprocess.run(["docker-compose", "config", "--quiet"], cwd=ROOT, check=True, capture_output=True)


@pytest.mark.parametrize(("is_registered", "waited"), [(True, 3), (False, 0)])
def test_signals_container_with_a_number_starts_only_when_the_web_side_answers(
    tmp_path: Path, is_registered: bool, waited: int
) -> None:
    """What it posts while nobody listens is lost. Without a number it starts at once, to be registered."""
    tools = {
        "curl": f"echo >> {tmp_path}/asked; [ $(wc -l < {tmp_path}/asked) -ge 3 ]",
        "sleep": "true",
        "start": f'echo "$RECEIVE_WEBHOOK_URL" > {tmp_path}/started',
    }
    for name, does in tools.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o700)
    (tmp_path / "signal_webhook_secret").write_text("s1\n", encoding="utf-8")
    (tmp_path / "asked").touch()
    if is_registered:
        (tmp_path / "accounts.json").touch()
    script = str(COMPOSE["services"]["signal"]["entrypoint"][2]).replace("$$", "$")
    for there, here in (
        ("/home/.local/share/signal-cli/data/", f"{tmp_path}/"),
        ("/run/secrets/", f"{tmp_path}/"),
        ("/entrypoint.sh", f"{tmp_path}/start"),
    ):
        assert there in script
        script = script.replace(there, here)
    path = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    subprocess.run(["sh", "-c", script], env=os.environ | path, check=True, timeout=30)
    assert (tmp_path / "started").read_text("utf-8").strip() == "http://web:8080/hooks/signal/s1"
    assert (tmp_path / "asked").read_text("utf-8").count("\n") == waited


def test_the_image_runs_as_nobody_in_particular() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert "USER 10001:10001" in lines
    assert [line for line in lines if line.startswith("FROM") and not re.search(r":\d+\.\d+\.\d+", line)] == []


def test_new_secrets_are_made_once_and_never_touched_again(tmp_path: Path) -> None:
    script = shutil.copy(ROOT / "deploy" / "new-secrets", tmp_path)
    environment = {**os.environ, "DOORSTEP": "true"}
    subprocess.run([script], env=environment, check=True, capture_output=True)
    made = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "secrets").iterdir()}
    subprocess.run([script], env=environment, check=True, capture_output=True)
    assert made == {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "secrets").iterdir()}
    assert made["postgres_password"].strip() in made["database_url"]
    assert made["twilio_auth_token"] == ""
    assert made.keys() == COMPOSE["secrets"].keys()
