"""docs/commands.md says what the commands do, all of it, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from sayso import errors
from sayso.cli import app
from sayso.cli.examples import EXAMPLES, SUMMARIES

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"


def section(command: str) -> str:
    parts = re.split(r"^## ", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return next((part for part in parts if part.startswith(f"{command}\n")), "")


@pytest.mark.parametrize("command", EXAMPLES)
def test_every_command_is_documented_with_all_its_options(command: str) -> None:
    written = section(command)
    described = " ".join(written.split())
    parameters = getattr(typer.main.get_command(app), "commands")[command].params  # noqa: B009
    for parameter in parameters:
        for name in (*parameter.opts, *parameter.secondary_opts) if parameter.param_type_name == "option" else ():
            assert f"`{name}`" in written, f"{command} {name} is not documented"
        assert parameter.help in described, f"{command}: {parameter.help}"
    documented = set(re.findall(r"`(--?[a-z-]+)`", written.partition("| option |")[2]))
    assert documented == {name for each in parameters for name in (*each.opts, *each.secondary_opts) if name[0] == "-"}


@pytest.mark.parametrize("command", EXAMPLES)
def test_every_example_of_the_help_is_in_the_documentation(command: str) -> None:
    assert "```\n" + "\n".join(EXAMPLES[command]) + "\n```" in section(command)


def test_every_exit_code_is_documented() -> None:
    kinds = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, errors.SaysoError)]
    codes = {each.exit_code for each in kinds}
    text = DOCS.read_text(encoding="utf-8")
    assert all(f"\n| {code} | " in text for code in (0, 130, *codes))


def test_every_command_has_a_line_in_the_list_of_commands_that_fits_a_terminal() -> None:
    assert SUMMARIES.keys() == EXAMPLES.keys()
    assert max(len(f"  judgements  {words}") for words in SUMMARIES.values()) <= 80
