"""``python -m sayso``, and the command ``sayso``."""

from __future__ import annotations

import sys


def run() -> None:
    """Run one command; who stops it while it is being loaded meets no traceback either."""
    try:
        from sayso.cli import main  # noqa: PLC0415

        main()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        raise SystemExit(130) from None


if __name__ == "__main__":
    run()
