"""The running service: the only package that talks to the world. Decides nothing; see flows/policy.py."""
