# READS: who read what, for managers (H2.2).

staff_reads = Who read what? Write a code (F-…, C-…, K-…) or a colleague's short name.
staff_reads_none = No reading of that is on record.
staff_reads_found =
    The last readings, newest first:
    { $lines }
staff_line_reading = { $n }. { $when }: { $by } read { $code }
