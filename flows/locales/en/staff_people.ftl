# COVER, QUALIFY and OFFBOARD: who stands in, who is qualified, who leaves. And whether a group meets online.

## COVER (G1.5).
staff_cover_which =
    Somebody cannot come. Which meeting?
    { $lines }
staff_cover_seat = Whose seat is empty that day?
    .leader = The leader's
    .second = The second's
    .moderator = The moderator's
staff_cover_who =
    Who stands in, for this meeting only? Only those who may are listed. If nobody can, leave it out: then the meeting can be cancelled.
    { $lines }
staff_cover_nobody = Nobody may take that seat: a leader's cover needs a current qualification mark, and nobody can sit twice. Then the meeting cannot go on.
staff_cover_done = { $name } stands in for { $meeting }, and has been told. They confirm with HERE. They see the list of members for this meeting, until a day after it.
staff_cover_asked =
    You stand in for meeting { $meeting } of { $group }, { $when }, as { $seat ->
        [leader] leader
        [second] second
       *[moderator] moderator
    }. Write HERE { $meeting } to confirm. If you cannot, tell a manager now.
staff_cover_covered = Somebody stands in for you at meeting { $meeting }. There is nothing for you to do.

## QUALIFY (G1.1).
staff_line_qualified =
    { $n }. { $name }: { $until ->
        [none] no mark
       *[other] mark until { $until }
    }
staff_qualify_who =
    Whose qualification do you mark?
    { $lines }
staff_qualify_now = So far { $name } has: { $qualification }
staff_qualify_words = What is the qualification? One short line: which training, which safe recruitment checks. Keep no certificates here.
staff_qualify_until = Until which day does the mark hold?
staff_qualify_sure = Have you checked this yourself? { $name } may then lead groups until { $day }.
staff_qualify_done = Done: { $name } is marked as qualified until { $day }. I remind the managers a month before.
staff_qualification_ends = The qualification mark of a leader ends soon. Without it, nobody gets a password for their meetings. Write QUALIFY.
staff_qualification_yours = Your qualification mark ends on { $day }. Please ask a manager to renew it.

## OFFBOARD (H2.4).
staff_offboard_nobody = There is nobody else.
staff_offboard_who =
    Who leaves?
    { $lines }
staff_offboard_sure = Close the account of { $name } now? Every role and seat is gone at once, and their chats show nothing more. Passwords that they knew are changed. This cannot be undone here.
staff_offboard_done =
    The account of { $name } is closed.
    { $lines }
    Please take { $name } out of the staff channel. Change what they knew: log-ins of the platforms, keys of this service.
staff_offboarded = A colleague's account was closed. Some things have nobody now. Write CASES, RINGS and GROUP.
staff_left_none = Nothing was left behind.
staff_left_groups =
    { $n ->
        [one] { $n } seat in a group is empty. Write GROUP.
       *[other] { $n } seats in groups are empty. Write GROUP.
    }
staff_left_paused =
    { $n ->
        [one] { $n } group has no leader: it is paused until somebody leads it.
       *[other] { $n } groups have no leader: they are paused until somebody leads them.
    }
staff_left_meetings =
    { $n ->
        [one] { $n } coming meeting lacks somebody. Write COVER.
       *[other] { $n } coming meetings lack somebody. Write COVER.
    }
staff_left_passwords =
    { $n ->
        [one] { $n } password was changed. Write READY.
       *[other] { $n } passwords were changed. Write READY.
    }
staff_left_one_to_ones =
    { $n ->
        [one] { $n } one-to-one is cancelled, and the family was told.
       *[other] { $n } one-to-ones are cancelled, and the families were told.
    }
staff_left_cases =
    { $n ->
        [one] { $n } case is free to claim. Write CASES.
       *[other] { $n } cases are free to claim. Write CASES.
    }
staff_left_rings =
    { $n ->
        [one] { $n } promised call has nobody. Write RINGS.
       *[other] { $n } promised calls have nobody. Write RINGS.
    }
staff_left_complaints =
    { $n ->
        [one] { $n } matter was given to somebody else.
       *[other] { $n } matters were given to somebody else.
    }
staff_left_concerns =
    { $n ->
        [one] { $n } safeguarding concern is being paged again.
       *[other] { $n } safeguarding concerns are being paged again.
    }

## Whether a group meets online (H1.2).
staff_group_online = Does this group meet online?
    .online = Yes
    .not_online = No, not online
staff_group_is_online = Done: { $group } meets online. Families can be invited.
staff_group_not_online = Done: { $group } does not meet online. Nobody can be invited, and no meeting can be planned. Meetings that are planned stay: write CANCEL for each.

## LOCKDOWN: an account that somebody else may have (H2.3).
staff_lockdown_who =
    Whose account may be in other hands?
    { $lines }
staff_lockdown_sure = Shut the account of { $name } now? It shows nothing more, and nothing it writes counts. What it approved in the last hours waits again. Passwords that it may have seen are changed. It becomes a data incident.
staff_lockdown_done =
    The account of { $name } is shut.
    { $lines }
    Speak to them live. Then whoever looks after the computer gives them a new STAFF code. Look at BARS, COMPLAINTS and CLOCKS too.
staff_locked_down = The account of { $name } was shut: somebody else may have it. What it approved in the last hours waits again. Write CASES. Answer nothing that comes from it.
staff_look_at_cases = Some cases wait again. Please look at them: write CASES in your private line.
staff_voided_none = Nothing that it did had to be taken back.
staff_voided_approvals =
    { $n ->
        [one] { $n } approval counts no longer: the family waits again.
       *[other] { $n } approvals count no longer: the families wait again.
    }
staff_voided_halves =
    { $n ->
        [one] { $n } half of a decision by two people counts no longer.
       *[other] { $n } halves of decisions by two people count no longer.
    }
staff_voided_invitations =
    { $n ->
        [one] { $n } invitation was taken back.
       *[other] { $n } invitations were taken back.
    }
staff_voided_shut =
    { $n ->
        [one] { $n } more thing that it let through is as it was before: a bar, a report, an alert, a data request or an open session.
       *[other] { $n } more things that it let through are as they were before: bars, reports, alerts, data requests, open sessions.
    }
staff_voided_yeses =
    { $n ->
        [one] { $n } yes to the agreement that only this account heard counts no longer.
       *[other] { $n } yeses to the agreement that only this account heard count no longer.
    }
staff_shut_again = What that account let through is as it was before: { $codes }. Look at them: BREACHES, BARS, FLAG, DATA, OPEN. The people concerned were not told; speak to them.
staff_lockdown_words = The account of { $by } was shut with LOCKDOWN. Somebody else may have had the phone or its messages. Ask what was on it and whose data that is, and judge the risk here.
