# Everything about a meeting: planning, NOW, the platform and its password, the waiting room, the start and the end.

staff_meetings_none = No meeting of your groups is planned. Write MEETING to plan one.
staff_line_meeting = { $n }. { $meeting }: { $group }, { $when }

## Planning.
staff_meeting_group =
    A meeting of which group?
    { $lines }
staff_meeting_day = On which day? Like tomorrow, Friday or 1 December.
staff_meeting_time = At what time does it start? Like 10:30.
staff_meeting_minutes = How many minutes does it last?
staff_meeting_weeks = For how many weeks? Write 1 for only one meeting.
staff_meeting_platform =
    Where does it take place?
    { $lines }
staff_meeting_right =
    { $day }, { $at }, { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }, { $n ->
        [one] once
       *[other] then weekly: { $n } meetings
    }. Is that right?
    .staff_meeting_day = Change the day
    .staff_meeting_time = Change the time
    .staff_meeting_minutes = Change the length
    .staff_meeting_weeks = Change the weeks
staff_meeting_made =
    Planned:
    { $lines }
    Each has its own password. I remind you before each one.

## Seats (G1.4).
staff_here_which =
    You are here for which meeting?
    { $lines }
staff_here_done = You are confirmed for { $meeting }. Write NOW for what is missing.

## The platform (G6.1, G6.3, H3.2).
staff_ready_which =
    Set up which meeting?
    { $lines }
staff_ready_no_password = Meeting { $meeting } has no password yet. It is made an hour before the start. Write READY { $meeting } then.
staff_ready_only_leader = You cannot see this password. The leader of { $meeting } sets it up, or whoever stands in.
staff_ready_already = { $meeting } is set up, with the newest password or link. If somebody else may have it, write ROTATE { $meeting }.
staff_ready_password =
    { $group }, { $when }, meeting { $meeting }
    Password: { $password }
    In words: { $password_words }
    This is only for setting up the platform. Members get it from me. Do not pass it on.
staff_ready_steps =
    { $platform ->
        [zoom] In Zoom: Meetings, open this meeting, Edit. Put in the passcode. Switch on the waiting room. Switch off "embed passcode in link". Switch off recording, AI notes, and the saving of chat and captions. Save. During a meeting the passcode cannot be changed: lock it, then begin a new one.
       *[other] On the platform: put in the password. Let people wait until you let them in. Use a link without the password. Switch off recording, AI notes, and the saving of chat and captions. Save.
    }
staff_ready_new_meeting =
    End the old meeting for everybody. { $platform ->
        [zoom] In Zoom: Meetings, Schedule a meeting. Put in this passcode.
       *[other] On the platform: make a new meeting with this password.
    } Waiting room on. Recording, AI notes, and the saving of chat and captions off. Save, then begin it.
staff_ready_new_link = Send me the link of the new meeting, without the password. The old link must not come back.
staff_ready_first_link = Send me the link of the meeting, without the password. Members get it from me.
staff_ready_link = Send me the link of the meeting, without the password. Leave it out if it has not changed.
staff_ready_ticks =
    Look at the platform. Which of these are so?
    { $lines }
    Write ALL, the numbers, or 0 for none.
    .all = ALL
staff_ready_password_set = Exactly this password is set.
staff_ready_waiting_room = The waiting room is on.
staff_ready_link_plain = The link is without the password.
staff_ready_nothing_kept = Recording, AI notes, and the saving of chat and captions are all off. Captions themselves may be on.
staff_ready_not_yet = Please do that first. No member gets in before. Then write READY { $meeting }.
staff_ready_done_live = Members get the new link now. Let in only those on LIST { $meeting }, and say the reminders again.
staff_ready_done = Set. Write NOW for what is missing at { $meeting }.

## A group that meets by a Signal or WhatsApp call (I2.2): its link is the secret, and there is no password.
staff_call_too_early = { $meeting } is a call. Its link is made an hour before the start. Write READY { $meeting } then.
staff_call_steps =
    { $group }, { $when }, meeting { $meeting }: a call, so there is no password.
    { $platform ->
        [signal_call] In Signal: Calls, Create a call link. Switch on "Require admin approval".
       *[other] In WhatsApp: Calls, a new call link. Let people wait until you let them in.
    } Make a fresh link each time. Members get it from me. Do not pass it on.
staff_call_link = Send me the new call link.
staff_call_approved = Whoever follows the link waits until I let them in.
staff_call_fresh = The link is new. An older one of this group is deleted.
staff_call_nothing_kept = Nothing records or takes notes. Captions may be on if nobody saves them.

## A change of the password (G6.5, G6.6).
staff_rotate_which =
    Change the password of which meeting?
    { $lines }
staff_rotate_reason = Why? The old password dies as soon as you answer.
    .passed_on = Somebody passed it on
    .unknown_person = Somebody unknown came or tried
    .lost_phone = A phone is lost
    .other = Another reason
staff_rotated_unseen = The old password of { $meeting } is dead. You did right. Others of its team and the managers know, and set the new one. It is not shown to you now: WHY says the reason.
staff_rotated = The old password of { $meeting } is dead. Nobody gets the new one until you have set it:
staff_held_which =
    The old password of which meeting?
    { $lines }
staff_held_none = Nobody had the old password of { $meeting }.
staff_held =
    These had the old password of { $meeting }:
    { $lines }
staff_line_holder =
    { $n }. { $screen_name }, { $reference }{ $waiting ->
        [yes] , held back
       *[other] {""}
    }
staff_held_nobody_back = Nobody is held back.
staff_line_held = { $n }. { $screen_name }, { $reference }
staff_held_clear =
    These get nothing until you clear them. Whom do you clear?
    { $lines }
staff_held_sure = Did you speak to the person of { $reference } yourself, and do you trust them with the password?
staff_held_cleared = Cleared: { $reference }. They can write PASSWORD again.

## The waiting room (G7.3).
staff_list_which =
    The list for which meeting?
    { $lines }
staff_list_none = Nobody is expected at { $meeting } yet.
staff_list =
    Waiting room of { $meeting }. Only for { $by }, { $when }. Do not pass it on.
    { $lines }
    Anybody else waits outside: write STRANGER { $meeting }. When all are in: START { $meeting }.
    A program that joins to take notes never comes in, whoever sent it: remove it. Captions are fine if nobody saves them.
staff_line_waiting =
    { $n }. { $screen_name } = { $full_name }, { $verified ->
        [yes] verified
       *[other] NOT verified
    }, { $agreed ->
        [yes] agreed
       *[other] NOT agreed
    }

## The start (G9.1, G9.2).
staff_start_which =
    Begin which meeting?
    { $lines }
staff_start_read =
    Read this aloud, or paste it in the meeting:
    { $lines }
staff_line_tick = { $n }. { $words }
staff_tick_agreement = Group Agreement shared
staff_tick_video = Video can be off, and you still take part
staff_tick_mute = How to mute
staff_tick_leave = How to leave
staff_tick_unhappy = How to tell the leader if unhappy
staff_tick_name = How to change the name on screen
staff_tick_recording = No recording, no screenshots
staff_start_ticks =
    What did you share and explain? Write the numbers, or ALL.
    { $lines }
    .all = ALL
staff_start_missing =
    { $n ->
        [one] This is missing. A manager will see it. Begin without it?
       *[other] These { $n } are missing. A manager will see it. Begin without them?
    }
    { $lines }
staff_start_done = { $meeting } has begun. NOW { $meeting } has what you may need. At the end write END { $meeting }.

## The end, and changes of plan (G6.8).
staff_end_which =
    Finish which meeting?
    { $lines }
staff_end_sure = Finish { $meeting }? Close it for everybody on the platform too. Its password is then dead.
staff_end_done = Meeting { $meeting } is over, its password is dead.
staff_end_came =
    Who came? Write their numbers, for example 1 3. ALL for everybody, 0 for nobody.
    { $lines }
    .all = ALL
staff_end_incident = Did anything happen?
    .nothing = No, nothing
    .broken = The agreement was broken, or something was recorded
    .hurt = Somebody may get hurt
    .other = Something else
staff_end_other = Please speak to a manager about it today. They know that there is something.
staff_something_happened = { $staff } says that something happened at { $meeting }, and speaks to a manager about it today. If nobody has, ask.
staff_end_thanks = Thank you. That is all.
staff_cancel_which =
    Cancel which meeting?
    { $lines }
staff_cancel_sure = Cancel { $meeting }? Members are told at once, without a reason. Its password is dead.
staff_cancel_done = Meeting { $meeting } is cancelled. Members are being told.
staff_move_which =
    Move which meeting?
    { $lines }
staff_move_day = To which day?
staff_move_time = At what time does it start? Like 10:30.
staff_move_sure = Move { $meeting } to { $day }, { $at }? Members are told at once. It gets a new password.
staff_move_done = Moved. The new meeting is { $meeting }: { $when }. Everybody confirms their seat again.
staff_not_written_to = About { $meeting } I do not write to: { $names }. Please tell them yourself. CASE says when it is safe to ring.
staff_colleague_moved = { $meeting }, { $group }, has moved to { $when } and is { $current } now. Members have been told. Your seat is not confirmed yet: HERE { $current }. Can you not come? Tell a manager now.
staff_colleague_cancelled = { $meeting }, { $group }, { $when }, does not take place. There is nothing for you to do.
staff_colleague_late =
    { $minutes ->
        [one] { $meeting } starts { $minutes } minute late. Members have been told.
       *[other] { $meeting } starts { $minutes } minutes late. Members have been told.
    }
staff_late_which =
    Which meeting starts late?
    { $lines }
staff_late_minutes = How many minutes late?
staff_late_done =
    { $minutes ->
        [one] Members of { $meeting } are told: { $minutes } minute late.
       *[other] Members of { $meeting } are told: { $minutes } minutes late.
    }

## I2.2: sensitive things in a group.
staff_meeting_sensitive = Could sensitive personal things come up in this group? Health, violence, money, courts, a child's troubles. I keep your answer for the group; GROUP changes it.
    .yes = Yes
    .no = No
    .not_sure = Not sure
staff_meeting_end_to_end = Sensitive things may come up. Do you want Zoom's own end-to-end encryption for this meeting? Then nobody can dial in or join from a browser, and there are no captions.
staff_meeting_reason = Sensitive things may come up, and this is not encrypted from end to end. As a manager you may allow it. Why? For example: some families can only dial in.
staff_meeting_instead = Sensitive things may come up, so plain Zoom will not do. A group call by Signal or WhatsApp will. A manager can allow another way, with a reason.
    .signal_call = A Signal call
    .whatsapp_call = A WhatsApp call
    .leave = Leave it for now
staff_ready_end_to_end = Sensitive things may come up in this one. Switch on end-to-end encryption in the meeting's options too.
