"""The documentation cannot drift: its commands are run, what it quotes must be printed, what it names must be there.

In a ``console`` block a line that begins with ``$ `` is a command and the lines below it are what it prints, in order.
A line that is only ``…`` stands for lines left out; ``…`` inside a line for words left out.
"""

from __future__ import annotations

import re
import shlex
import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest
import typer

from sayso.cli import app, main
from sayso.trace.copies import LEAST_WORDS
from sayso.trace.fingerprints import GRAM, WINDOW

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
STAGES = ("read", "extract", "trace", "resolve", "weigh", "store", "present")

Command = tuple[str, list[str]]


def commands_of(page: Path) -> list[Command]:
    """Every command in the console blocks of a page, with the lines of its output that are quoted."""
    found: list[Command] = []
    for block in re.findall(r"^```console\n(.*?)^```", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            elif line.strip() not in ("", "…"):
                found[-1][1].append(line)
    return found


def missing(quoted: list[str], printed: str) -> list[str]:
    """The quoted lines that were not printed, in that order."""
    lines = iter(printed.splitlines())
    absent = []
    for line in quoted:
        pattern = re.compile(".*".join(re.escape(part) for part in line.rstrip().split("…")) + r"\s*")
        if not any(pattern.fullmatch(each) for each in lines):
            absent.append(line)
            lines = iter(printed.splitlines())
    return absent


@pytest.fixture
def desk(sample_case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in: the sample as ``articles``, and cases in which it has been read."""
    with as_file(files("sayso") / "sample") as sample:
        shutil.copytree(sample, tmp_path / "articles")
    for name in ("korvania.case", "war.case"):
        shutil.copy(sample_case, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_CASE", raising=False)
    return tmp_path


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "page", [each for each in PAGES if commands_of(each)], ids=lambda page: page.relative_to(ROOT).as_posix()
)
def test_commands_print_what_the_page_quotes(
    page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for command, quoted in commands_of(page):
        program, *arguments = shlex.split(command)
        if program == "export":
            name, _, value = arguments[0].partition("=")
            monkeypatch.setenv(name, value)
            continue
        assert program == "sayso", f"the tests cannot run {command!r}"
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main(arguments)
        printed = capsys.readouterr()
        assert left.value.code == 0, f"{command}: {printed.err}"
        assert not missing(quoted, printed.out), f"{command} does not print what {page.name} says it prints"


def test_a_quotation_that_is_not_printed_is_found_out() -> None:
    printed = "one\n  two and three\nfour\n"
    assert missing(["one", "  two … three", "four"], printed) == []
    assert missing(["two"], printed) == ["two"]
    assert missing(["four", "one"], printed) == ["one"]


def test_the_tutorial_runs_most_commands() -> None:
    used = {shlex.split(command)[1] for command, _ in commands_of(ROOT / "docs" / "tutorial.md") if "sayso " in command}
    assert used >= {"demo", "timeline", "actor", "event", "disputes", "sources", "search", "show", "explain", "export"}


def test_every_command_has_its_section() -> None:
    headings = re.findall(r"^## ([a-z]+)$", (ROOT / "docs" / "commands.md").read_text("utf-8"), flags=re.MULTILINE)
    assert headings == list(getattr(typer.main.get_command(app), "commands"))  # noqa: B009


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_page_is_in_the_table_of_contents() -> None:
    contents = ROOT / "docs" / "README.md"
    linked = {
        (contents.parent / target).resolve() for target in re.findall(r"\]\(([^)#]+)\)", contents.read_text("utf-8"))
    }
    assert {page.resolve() for page in (ROOT / "docs").rglob("*.md")} - {contents.resolve()} <= linked


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_has_a_page(stage: str) -> None:
    pages = [page for page in (ROOT / "docs" / "stages").glob("*.md") if page.stem.split("-")[0] == stage]
    assert pages, f"nothing in docs/stages tells of {stage}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_files_that_are_named_exist(page: Path) -> None:
    there = [
        "/" + path.relative_to(ROOT).as_posix()
        for folder in ("src", "tests", "evals", "docs")
        for path in (ROOT / folder).rglob("*")
    ]
    there += ["/" + path.name for path in ROOT.iterdir()]
    for name in re.findall(r"`([\w./-]+\.(?:py|tsv|json|toml|lock))`", page.read_text("utf-8")):
        assert any(path.endswith("/" + name.lstrip("/")) for path in there), f"{page.name} names {name}"


@pytest.mark.parametrize("target", ["demo", "test", "lint", "format", "evals", "bench", "lock", "clean"])
def test_every_make_target_that_is_named_exists(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE)
    named = {each for page in PAGES for each in re.findall(r"`make ([a-z]+)`", page.read_text("utf-8"))}
    assert all(re.search(rf"^{each}:", makefile, flags=re.MULTILINE) for each in named)


def test_the_sizes_of_a_copy_are_those_of_the_code() -> None:
    page = " ".join((ROOT / "docs" / "stages" / "trace.md").read_text("utf-8").split())
    assert f"at least {LEAST_WORDS} words" in page
    assert f"runs of {GRAM} words" in page
    assert f"every {WINDOW} of them in a row" in page
