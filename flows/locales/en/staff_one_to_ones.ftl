# ONE: a meeting with one adult of a family (I1, I2).

staff_one = Go on with one that is planned, or propose a new one?
    .open = One that is planned
    .new = A new one
staff_one_which =
    Which one?
    { $lines }
staff_line_one =
    { $n }. { $meeting }, { $when }{ $begun ->
        [yes] , begun
       *[other] {""}
    }
staff_one_group =
    With somebody of which group?
    { $lines }
staff_one_nobody = Nobody there is a member yet. A one-to-one needs the same checks and the same agreement as the group.
staff_one_who =
    With whom?
    { $lines }
staff_one_sensitive = Could sensitive personal things come up? Health, violence, money, courts, a child's troubles.
    .yes = Yes
    .no = No
    .not_sure = Not sure
staff_one_platform =
    Where do you meet?
    { $lines }
staff_one_end_to_end = Is Zoom's own end-to-end encryption switched on for this meeting? Then nobody can dial in or join from a browser, and there are no captions.
staff_one_reason = Sensitive things may come up, and this is not encrypted from end to end. As a manager you may allow it. Why? For example: they only have a landline.
staff_one_instead = Sensitive things may come up, so plain Zoom will not do. Offer a call on your work phone instead. A manager can allow another way, with a reason.
    .signal_call = A Signal call
    .whatsapp_call = A WhatsApp call
    .leave = Leave it for now
staff_one_day = On which day? Like tomorrow, Friday or 1 December.
staff_one_time = At what time does it start? Like 10:30.
staff_one_minutes = How many minutes does it last?
staff_one_buddy =
    Who is your buddy? They know time and place, hear when you begin and end, and are paged when you do not check out. They do not learn whom you meet.
    { $lines }
staff_one_sure =
    With { $name }, { $day }, { $at }, { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }, { $platform ->
        [zoom] Zoom
        [signal_call] Signal call
        [whatsapp_call] WhatsApp call
       *[other] { $platform }
    }. Is that right?
staff_one_made = Planned: { $meeting }, { $when }. They are asked to read the invitation and to say yes. I tell you their answer. When it begins, write ONE { $meeting }.
staff_one_made_silent = Planned: { $meeting }, { $when }. I do not write to that phone. Tell them yourself, at a safe time: they can write MY MEETING. When it begins, write ONE { $meeting }.
staff_one_yours = A manager planned one-to-one { $meeting } for you, { $when }. Write ONE { $meeting } to see it.
staff_one_accepted = Yes: one-to-one { $meeting } was accepted.
staff_one_declined = No: one-to-one { $meeting } was declined, and is taken out. They owe no reason.
staff_one_details =
    { $meeting }, { $when }
    With { $name }. { $platform ->
        [zoom] On Zoom.
       *[other] Ring the verified number from your work phone: { $phone }
    }
    { $agreed ->
        [yes] They said yes.
       *[other] They have NOT said yes yet.
    }
staff_one_not_recorded = Is it sure that nothing records: no recording, no AI notes, nobody else listening but an interpreter? Captions are fine if nobody saves them.
staff_one_recognised = Did you recognise the voice or the face of this adult yourself?
staff_one_begun = One-to-one { $meeting } has begun. Explain, as it fits: mute, video off, leaving, whom to tell if unhappy. Write no notes of it here. Write ONE { $meeting } when it is over.
staff_one_end_sure = Is one-to-one { $meeting } over, and is everybody well? Nothing of what was said is written down here. If somebody may get hurt, write CONCERN after this.
staff_one_ended = One-to-one { $meeting } is over. Thank you for checking out.
staff_one_not_begun = One-to-one { $meeting } should have begun by now. Write ONE { $meeting }, or CANCEL { $meeting }.
staff_one_check_out = You have not checked out of one-to-one { $meeting }. Is it over, and are you well? Write ONE { $meeting }. Your buddy is asked to ring you.
staff_one_not_ended = Nobody has checked out of one-to-one { $meeting }. Ring { $leader } now, who leads it. When you know that all is well, write ONE { $meeting }. If you reach nobody, tell a manager.
staff_one_alone = Nobody has checked out of one-to-one { $meeting }. Ring { $leader }, who leads it, and { $second }, the buddy. When you know that all is well, write ONE { $meeting }.
staff_buddy_asked =
    You are the buddy for one-to-one { $meeting } of { $leader }: { $when }, { $platform ->
        [zoom] Zoom
        [signal_call] Signal call
        [whatsapp_call] WhatsApp call
       *[other] { $platform }
    }. You need not be there. I tell you when it begins and ends.
staff_buddy_begun = One-to-one { $meeting } has begun. It should be over by { $until }.
staff_buddy_ended = One-to-one { $meeting } is over, and checked out.
staff_buddy_cancelled = One-to-one { $meeting } does not take place.
