"""Running commands as a shell would, on one case that was read once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sayso.cli import main
from tests.route.pile import write_pile


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: object) -> Ran:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(each) for each in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        assert isinstance(left.value.code, int)
        return Ran(left.value.code, said.out, said.err)

    return command


@pytest.fixture(scope="session")
def war(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case about Korvania. Only look at it."""
    folder = tmp_path_factory.mktemp("war")
    pile = write_pile(folder / "articles")
    with pytest.raises(SystemExit) as left:
        main(["read", str(pile), "--case", str(folder / "war.case"), "--workers", "0"])
    assert left.value.code == 0
    return folder / "war.case"
