"""The operator's commands: a file for each subject, listed in bot/cli.py."""
