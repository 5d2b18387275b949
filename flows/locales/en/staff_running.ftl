# A meeting's evening: NOW, the plan, the moderator, somebody unknown, an open session; and what is due when.

## NOW. What is in the way comes first; each label is one tap.
staff_now =
    { $meeting }, { $group }, { $when }
    { $lines }
    .here = I am here
    .ready = Set up the platform
    .group = Fill the seat
    .list = Who may come in
    .start = Begin, with the seven points
    .tick = The rest of the seven points
    .one = The one-to-one: begin it, or it is over
    .moderate = The moderator's list
    .stranger = Somebody is not known
    .rotate = Change the password now
    .end = Finish
    .report = The report: who came, what happened
staff_now_waits =
    { $meeting }, { $group }, { $when }
    { $lines }
    Nothing for you to do now. I write when that changes.
staff_now_closed =
    { $meeting }, { $group }, { $when }
    { $lines }
staff_now_over =
    { $status ->
        [cancelled] It was cancelled.
        [moved] It was moved to another time. WEEK shows it.
       *[other] It is over.
    }
staff_now_unreported = The report is missing: who came, and did anything happen?
staff_now_unchecked = Nobody has checked out of it.
staff_now_talk_runs = Running.
staff_now_blocked =
    { $count ->
        [one] IN THE WAY:
       *[other] IN THE WAY, { $count } things:
    }
staff_now_clear = Nothing is in the way.
staff_now_runs =
    { $n ->
        [0] Running, all seven points ticked.
        [one] Running. { $n } of the seven points is not ticked.
       *[other] Running. { $n } of the seven points are not ticked.
    }
staff_now_without =
    { $count ->
        [one] NO PASSWORD yet: { $names }
       *[other] NO PASSWORD yet ({ $count }): { $names }
    }
staff_now_seat =
    { $seat ->
        [leader] Leader
        [second] Second
        [moderator] Moderator
       *[other] { $seat }
    } { $name }: { $here ->
        [yes] here
       *[other] not here yet
    }
staff_now_expected =
    { $count ->
        [one] Expected: { $count } adult
       *[other] Expected: { $count } adults
    }, { $families ->
        [one] { $families } family
       *[other] { $families } families
    }, { $screens ->
        [one] { $screens } screen
       *[other] { $screens } screens
    }

## The day before (G1.3, L1.2).
staff_plan =
    The plan for { $meeting }, { $group }, { $when }
    Leader { $leader ->
        [none] MISSING
       *[other] { $leader }
    }, second { $second ->
        [none] MISSING
       *[other] { $second }
    }{ $large ->
        [yes] , moderator { $moderator ->
            [none] MISSING
           *[other] { $moderator }
        }
       *[no] {""}
    }
    Expected: { $count ->
        [one] { $count } adult
       *[other] { $count } adults
    }, { $families ->
        [one] { $families } family
       *[other] { $families } families
    }, { $screens ->
        [one] { $screens } screen
       *[other] { $screens } screens
    }
    { $platform ->
        [zoom] On Zoom. Make the meeting there now, and keep its link for READY.
        [signal_call] By a Signal call. READY asks you for a fresh call link.
        [whatsapp_call] By a WhatsApp call. READY asks you for a fresh call link.
       *[other] On { $platform }. Have its link ready for READY.
    }
    Is a seat missing? Write GROUP. Can you not come? Tell a manager now.

## At the start and after it (G9.1, G9.2, G9.4).
staff_start_complete = All seven points of { $meeting } are ticked.
staff_start_now = { $meeting } starts now. Write START { $meeting }: the agreement to read aloud, and the seven points.
staff_late_comer = { $screen_name } comes late to { $meeting } and has the password now. Say it again: video may be off, no recording, no screenshots, how to tell you if unhappy.
staff_ended = { $meeting } is over, its password is dead. Write END { $meeting }: who came, and did anything happen?
staff_never_started = { $meeting } was never begun here, so the seven points are not ticked. Speak to its leader.

## Somebody is not known (G7.6).
staff_stranger_which =
    In which meeting?
    { $lines }
staff_stranger_kind = Put them in the waiting room now. What is it?
    .name = A name that is not on the list
    .face = A face or a voice that we do not know
    .extra = One more adult on a screen
staff_stranger_wait = It is written down. In private, ask who they are. Not on LIST { $meeting }, or not sure? They do not come in. Say so kindly, and that they can write to us.
staff_stranger_open = It is written down. In private, ask who they are. This session is open: they may come in if they were invited and have agreed. Mark them NOT verified.
staff_stranger_large = With them so many adults are in { $meeting } that it needs a moderator. Let nobody else in until a third colleague is there.
staff_stranger_rotate = May they have the link and the password from somebody? Then I change both.
staff_stranger_noted = All right. The password stays. If you change your mind: ROTATE { $meeting }.
staff_stranger_seen = A colleague says that somebody in { $meeting } is not known. They wait outside. Write NOW { $meeting }.

## The moderator (L1.5).
staff_moderate_which =
    Moderate which meeting?
    { $lines }
staff_moderate =
    You moderate. What have you ready? Write the numbers, or ALL.
    { $lines }
    .all = ALL
staff_duty_names = I watch the names on screen; an odd one: STRANGER
staff_duty_rules = I watch that the agreement is kept
staff_duty_support = I help people to join in and to get the most from it
staff_duty_tools = I can mute, remove, and put back in the waiting room
staff_duty_words = I know ROTATE, BREACH and CONCERN
staff_moderate_missing =
    Kept. Still missing:
    { $lines }
    Write MODERATE { $meeting } when you have everything ready. If something happens meanwhile: STRANGER { $meeting }, ROTATE { $meeting }, BREACH, CONCERN.
staff_moderate_done = Thank you. If something happens: STRANGER { $meeting }, ROTATE { $meeting }, BREACH, CONCERN.

## An open large session (L1.3, L1.4).
staff_open_which =
    Open which large session?
    { $lines }
staff_open_what =
    { $meeting }, { $group }: { $count ->
        [one] { $count } adult
       *[other] { $count } adults
    }, { $families ->
        [one] { $families } family
       *[other] { $families } families
    }, { $screens ->
        [one] { $screens } screen
       *[other] { $screens } screens
    }. Moderator: { $moderator }
    Open means: people who are not verified may come in too. They are still invited, approved by you and have agreed. The list marks them NOT verified. All other rules hold.
staff_open_steps =
    An open session needs all of these. Which are set up? Write the numbers, or ALL.
    { $lines }
    .all = ALL
staff_step_waiting_room = The waiting room is on
staff_step_chat = Participants cannot write to each other
staff_step_sharing = Participants cannot share their screen
staff_step_unmute = Participants cannot unmute themselves
staff_step_video = Video is off when people come in
staff_open_further =
    And at least one step more. Which? Write the numbers.
    { $lines }
    .all = ALL
staff_step_one_by_one = Each person is let in one by one and asked for their name
staff_step_lock = The meeting is locked once it has begun
staff_step_helper = One more colleague watches
staff_step_rung = Everybody who is not verified is rung before
staff_step_own = Another step, agreed with the team
staff_open_sure = Open { $meeting } to people who are not verified?
staff_open_done = { $meeting } is open. Leader, second and moderator are told. To close it: OPEN { $meeting }.
staff_open_now = A manager has opened { $meeting }: people who are not verified may come in. LIST { $meeting } marks them. Restrict chat, screens, sound and video of participants.
staff_open_close_sure = { $meeting } is open. Close it again for people who are not verified?
staff_open_closed = { $meeting } is closed again: only verified people come in.

## WEEK and CLOCKS.
staff_week_none = No meeting of your groups in the next seven days. Write MEETING to plan one.
staff_week =
    Seven days:
    { $lines }
staff_line_week =
    { $meeting } { $group }, { $when }, { $count ->
        [one] { $count } adult
       *[other] { $count } adults
    }. { $why ->
        [none] Nothing is missing.
       *[other] MISSING: { $why }
    }
staff_clocks_none = Nothing is due.
staff_clocks =
    What is due:
    { $lines }
staff_line_clock =
    { $late ->
        [yes] LATE.
       *[no] -
    } { $why }
clock_call = { $code }: ring the family, by { $when }
clock_held = { $code }: on hold, decide by { $when }
clock_decide = { $code }: the family was rung, decide about it
clock_ring = { $code }: the promised call, by { $when }
clock_acknowledge = { $code }: acknowledge the complaint, by { $when }
clock_answer = { $code }: answer the complaint, by { $when }
clock_request = { $code }: answer the request about data, by { $when }
clock_breach = { $code }: decide about the breach, reported { $when }
clock_platform = { $code }: the new password must go on the platform. READY { $code }
clock_here = { $code }: say that you are there, by { $when }. HERE { $code }
clock_unheard = { $code }: a message to { $code } did not arrive, { $when }. Ask { $code } about the phone
clock_policies = Confirm the policies again, by { $when }. POLICIES
clock_qualified = Your qualification mark ends: { $when }. Ask a manager.

## A name on the screen (G7.4).
staff_name_group =
    In which group?
    { $lines }
staff_name_nobody = Nobody is in that group yet.
staff_name_whose =
    Whose name? Write the number.
    { $lines }
staff_name_new = Which name may stand on the screen? You may allow initials, and what I took for rude. A surname or another's name stays refused.
staff_name_set = Done: { $screen_name }. They are told.
