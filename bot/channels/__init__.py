"""The messengers: one file each, behind one protocol."""
