"""Reads source texts as syntax trees, for the tests that look at the code itself."""

import ast
import gc


def tree(source: str) -> ast.Module:
    """Parse a source text.

    CPython 3.11 may fail to build a large tree ("recursion depth mismatch") while the collector runs in between.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        return ast.parse(source)
    finally:
        if was_on:
            gc.enable()
