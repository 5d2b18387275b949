"""Processes that start at once, for tests that start many: what they import is there before they are forked."""

import multiprocessing
from multiprocessing.context import ForkServerContext


def nursery() -> ForkServerContext:
    """Where they are forked from: one for the whole run, so it holds what any of them needs."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["bot.cli", "httpcore", "signalbot", "tests.faults.ahead"])
    return context
