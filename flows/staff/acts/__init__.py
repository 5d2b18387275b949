"""What staff's flows ask of storage, and what comes back, a file for each subject. Performed by bot/acts/staff_*.py.

Every act is checked by flows/policy on facts read in the same transaction, and audited; a refusal too (X2).
"""
