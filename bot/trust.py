"""Whom we believe to be a provider: certificates, read once, as that takes longer than a request."""

import ssl
from functools import cache

import httpx


@cache
def certificates() -> ssl.SSLContext:
    """The authorities that httpx trusts, for every connection."""
    return httpx.create_ssl_context()
