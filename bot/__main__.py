"""`python -m bot` and the `doorstep` command."""

import gc
import sys

gc.disable()  # What is loaded stays: looking through it for garbage, again and again, takes a fifth of the start.

from bot.cli import run  # noqa: E402 (after garbage is left alone)

gc.freeze()
gc.enable()


def main() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
