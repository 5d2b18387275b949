"""Every text, read once for all tests: reading takes longer than most of them, and nothing changes it."""

from flows.texts import Texts

TEXTS = Texts.load()
