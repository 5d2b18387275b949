# DRAFT: written for a human translator to check before staff read it.
# READS: who read what, for managers (H2.2).

staff_reads = Kto co czytał? Napisz kod (F-…, C-…, K-…) albo krótką nazwę osoby z zespołu.
staff_reads_none = Nie ma zapisu, że ktoś to czytał.
staff_reads_found =
    Ostatnie odczyty, od najnowszego:
    { $lines }
staff_line_reading = { $n }. { $when }: { $by }, { $code }
