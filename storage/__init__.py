"""What is kept: PostgreSQL, encryption, the audit trail, the rows of every subject. No conversations."""
