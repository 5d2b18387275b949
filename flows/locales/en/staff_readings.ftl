# READS: who read what, for managers (H2.2).

staff_reads = Who read what? Write a code (F-…, M-…, C-…, K-…) or a colleague's short name.
staff_reads_none = No reading of that is on record.
staff_reads_found =
    The last readings, newest first:
    { $lines }
staff_line_reading =
    { $how ->
        [broken] { $n }. { $when }: { $by } BROKE THE GLASS of { $code }: "{ $reason }"
        [forgotten] { $n }. { $when }: { $by } BROKE THE GLASS of { $code }; the reason is no longer kept
        [exported] { $n }. { $when }: { $code } was exported from the command line; { $by } answers for it
       *[read] { $n }. { $when }: { $by } read { $code }
    }

# BREAK GLASS: a case outside one's own team, in an emergency (G5.1). The notice carries a code and a short name only.
staff_glass_offered = If somebody's safety, or their request about data, cannot wait for the team, write BREAK GLASS { $case }.
staff_exclude_offered = To exclude the family you need not read its case: write EXCLUDE { $case }.
staff_glass_case = Which case? Its code, like F-7Q2X. This is for when somebody's safety, or their request about data, cannot wait for the team.
staff_glass_reason = Why must you open { $case }, and why can its team not do it? One or two sentences. They are kept, and managers can read them.
staff_glass_sure = Open { $case } now? It is shown once. Managers and the safeguarding lead hear at once that you opened it, and it stays on record.
staff_glass_done =
    { $n ->
        [0] You opened { $case }. Nobody else could be told, so tell somebody above you today. To look again, write BREAK GLASS again.
        [one] You opened { $case }. It is on record, and one other person was told. To look again, write BREAK GLASS again.
       *[other] You opened { $case }. It is on record, and { $n } others were told. To look again, write BREAK GLASS again.
    }
staff_glass_tried = { $by } is not in the team of { $case } and wanted to open it just now. It stayed shut. Ask { $by } what it was about. If somebody's safety cannot wait, the team can read it, or the safeguarding lead. If it may not have been { $by }, write LOCKDOWN.
staff_glass_broken = { $by } is not in the team of { $case } and opened it just now. A manager reads the reason with READS { $case }. If it was not needed, speak to { $by }; if it may not have been { $by }, write LOCKDOWN.

# What a stolen account would do, and what somebody does who is not a messenger: for managers, once an hour.
staff_unusual_at_night = { $by } made a decision or a code, or let a phone in, at { $when }. Ask { $by } by voice whether it was them. If it was not, write LOCKDOWN.
staff_unusual_many_decisions = { $by } made many decisions or codes, or let phones in, within an hour, up to { $when }. Ask { $by } by voice whether it was them. If it was not, write LOCKDOWN.
staff_unusual_many_readings = { $by } read very many things within an hour, up to { $when }. READS { $by } lists them. Ask { $by } by voice whether it was them, and why. If it was not, write LOCKDOWN.
staff_readings_sample = Once a month, please look at a few readings of families' cases, drawn at random: { $readings }. Ask each colleague what it was for. READS and the code says when it was.
staff_forged_posts = Somebody sends to us in the name of { $channel }, and cannot prove it. I take nothing of it. If messages on { $channel } do not arrive any more, a secret may be wrong: whoever looks after the service starts doorstep doctor.
