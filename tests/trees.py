"""Reads source files as syntax trees, each once, for the tests that look at the code itself."""

import ast
import gc
from functools import cache


@cache
def tree(source: str) -> ast.Module:
    """Parse a source text.

    CPython 3.11 may fail to build a large tree ("recursion depth mismatch") while the collector runs in between.
    """
    gc.disable()
    try:
        return ast.parse(source)
    finally:
        gc.enable()
