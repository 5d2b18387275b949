# What staff read outside the guided conversations: the menu, words, cards in the staff channel, and notices.
# Cards and everything else in the staff channel carry pointers only.

## The words that staff can write, by the conversation that they start. Several spellings stand between commas.
staff_words = Words for staff
    .menu = MENU
    .now = NOW
    .week = WEEK
    .clocks = CLOCKS
    .cases = CASES
    .case = CASE
    .group = GROUP
    .invite = INVITE
    .name = NAME
    .referral_code = REFERRAL
    .revoke = REVOKE
    .meeting = MEETING
    .ready = READY
    .here = HERE
    .rotate = ROTATE
    .held = HELD
    .host = HOST
    .list = LIST
    .start = START
    .stranger = STRANGER
    .moderate = MODERATE
    .open_session = OPEN
    .end = END
    .cancel_meeting = CANCEL
    .move = MOVE
    .late = LATE
    .one_to_one = ONE, ONE TO ONE
    .cover = COVER
    .flag = FLAG
    .restrict = RESTRICT
    .excluding = EXCLUDE
    .qualify = QUALIFY
    .offboard = OFFBOARD
    .lockdown = LOCKDOWN
    .breach = BREACH
    .breaches = BREACHES
    .bars = BARS, UNBAR
    .break_glass = BREAK GLASS, GLASS
    .reads = READS
    .incident = INCIDENT
    .incidents = INCIDENTS
    .complaints = COMPLAINTS
    .counts = COUNTS
    .concern = CONCERN
    .concerns = CONCERNS
    .rings = RINGS
    .confirm_phone = PHONE
    .unfreeze = UNFREEZE
    .lost = LOST
    .data_requests = DATA
    .publish = PUBLISH
    .speak = FOR
    .hear = HEAR
    .over = OVER
    .why = WHY
    .policies = POLICIES
    .back = BACK
    .language = LANGUAGE

## The private line.
staff_hello = Hello. This is the staff line of { $organisation }. I am a computer. Write MENU to see what you can do here.
staff_code_unread =
    { $kind ->
        [case] I read no code of a case behind { $word }. It looks like F-7Q2X, and stands on the card in the staff channel and in CASES.
        [phone] I read no code behind { $word }. It stands in the notice that I sent you, and looks like F-7Q2X. A phone has a code of its own too, like K7QM-2XYZ.
        [meeting] I read no code of a meeting behind { $word }. It looks like M-7Q2X, and WEEK shows it. Or write { $word } alone.
        [group] I read no code of a group behind { $word }. It looks like G-7Q2X. Write { $word } alone and pick the group from a list.
        [one_to_one] I read no code behind { $word }. A meeting looks like M-7Q2X, a group like G-7Q2X. Or write { $word } alone and pick from a list.
        [spoken] I read no code behind { $word }. A family without a phone has one like T-7Q2X, a case one like F-7Q2X. CASE shows both. Or write { $word } alone.
        [secret] I read no code behind { $word }. It has eight letters and digits, like K7QM-2XYZ, and stands in the message that you passed on. Or write { $word } alone and pick from a list.
        [breach] I read no code of a breach behind { $word }. It looks like B-7Q2X. Write { $word } alone and pick from a list.
        [bar] I read no code of a bar behind { $word }. It looks like X-7Q2X. Write { $word } alone and pick from a list.
        [complaint] I read no code behind { $word }. It looks like C-7Q2X, and stands in the notice that I sent you. Or write { $word } alone and pick from a list.
        [concern] I read no code of a concern behind { $word }. It looks like K-7Q2X, and stands in the notice that I sent you. Or write { $word } alone and pick from a list.
        [incident] I read no code of a data incident behind { $word }. It looks like D-7Q2X. Write { $word } alone and pick from a list.
        [ring] I read no code of a call behind { $word }. It looks like R-7Q2X. Write { $word } alone and pick from a list.
        [read] I read no code behind { $word }. A case looks like F-7Q2X, a complaint like C-7Q2X, a concern like K-7Q2X. For a colleague, write { $word } alone, then their short name.
        [language] I do not know that language. Write { $word } alone and pick one from a list.
       *[alone] Nothing can stand behind { $word }. Write { $word } alone; I ask for the rest.
    }
staff_not_bound = I do not know this phone. If you work here, ask a manager for your one-time code. Then write STAFF and the code.
staff_bound =
    Done. This phone is now your staff line. Write MENU to see what you can do here.
    Lock this phone with a code. In the app's settings, set a PIN and turn on registration lock (Signal) or two-step verification (WhatsApp): then nobody takes your number over.
staff_code_on_signal = A code for staff works on Signal only: nobody can read along there. Write it there.
staff_code_wrong = That code does not work. Ask a manager for a new one.
staff_still = Nothing is open. Write NOW for the next meeting, or MENU.
staff_words_only = I read words only, so I kept nothing of that. Please write it.
staff_did_you_mean = I cannot read that here. Did you mean { $word_list }? Then write it. MENU shows all that works.
staff_nothing_before = There is nothing before this question that can still be changed. Answer it, or write MENU for something else.
staff_nothing_done = All right. Nothing was changed.
staff_pick_listed = Please write a number or a code from the list.
staff_ticks_needed = Please write the numbers of what you did, from 1 to { $count }, like 1 2 3. Write ALL for all of them, or 0 for none.
staff_several_needed = Please write numbers from the list, from 1 to { $count }, for example 1 3. ALL for everybody, 0 for nobody.
staff_link_needed = Please send the whole link, and nothing else. It begins with https.
staff_link_elsewhere = This link leads somewhere else. A link of this meeting leads to: { $word_list }. Copy it from the platform and send it here.
refusal_clause = That is rule { $clause }. Write WHY to read this again.
refusal_clause_case = That is rule { $clause }. Write CASE { $case } for the next step, or WHY to read this again.

## The menu. The word in brackets starts it at any time.
staff_menu = What do you want to do? You can also write the word in brackets at any time.
    .policies = Confirm the policies first (POLICIES)
    .now = The next meeting: what is missing (NOW)
    .clocks = What is due (CLOCKS)
    .cases = Families who wait (CASES)
    .breaches = Decide about a breach (BREACHES)
    .incidents = Data incidents (INCIDENTS)
    .complaints = Complaints that you handle (COMPLAINTS)
    .concerns = Safeguarding concerns (CONCERNS)
    .data_requests = Requests about data (DATA)
    .here = I am here for the meeting (HERE)
    .ready = Set up the platform (READY)
    .list = Who may come in (LIST)
    .start = Begin a meeting (START)
    .stranger = Somebody is not known (STRANGER)
    .end = Finish a meeting (END)
    .rotate = Change a password now (ROTATE)
    .concern = Raise a safeguarding concern (CONCERN)
    .rings = Families to ring (RINGS)
    .more = More
staff_menu_more = What else?
    .invite = Invite a family (INVITE)
    .referral_code = A code for a referrer (REFERRAL)
    .revoke = Take a code back (REVOKE)
    .week = The meetings of seven days (WEEK)
    .meeting = Plan a meeting (MEETING)
    .late = Tell members that it starts late (LATE)
    .move = Move a meeting (MOVE)
    .cancel_meeting = Cancel a meeting (CANCEL)
    .held = Who had the old password (HELD)
    .host = The link that begins the meeting (HOST)
    .incident = Report a data incident (INCIDENT)
    .breach = Report a breach (BREACH)
    .moderate = The moderator's list (MODERATE)
    .open_session = Open a large session (OPEN)
    .counts = Complaints in numbers (COUNTS)
    .bars = Who is barred; lift it (BARS)
    .break_glass = Open a case outside your team (BREAK GLASS)
    .reads = Who read what (READS)
    .group = Make a group, or change its seats (GROUP)
    .one_to_one = A one-to-one: plan it, begin it, end it (ONE)
    .cover = Somebody stands in for one meeting (COVER)
    .flag = Put an alert on a family's file (FLAG)
    .restrict = Let a family write in a few ways only (RESTRICT)
    .excluding = Exclude a family, from a group or from all (EXCLUDE)
    .qualify = Mark a qualification (QUALIFY)
    .offboard = Close a colleague's account (OFFBOARD)
    .lockdown = Shut an account that may be stolen (LOCKDOWN)
    .name = Allow a name on the screen (NAME)
    .confirm_phone = Confirm a second phone (PHONE)
    .unfreeze = Open a phone again after a check (UNFREEZE)
    .lost = A family's phone is lost (LOST)
    .publish = A new Group Agreement (PUBLISH)
    .speak = Write for a family without a phone (FOR)
    .hear = Hear an adult agree who reads little (HEAR)
    .why = Why was I refused? (WHY)
    .language = Another language (LANGUAGE)

## The staff channel. Buttons of its cards.
button_claim = Claim
button_approve = Approve
button_decline = Decline
button_rotate = Change password
button_details = Details

## The staff channel. Cards: $case, $n (days), $by (handle), $when, $decision (approved or declined).
page_case_waiting =
    { $n ->
        [0] Case { $case }, new today
        [one] Case { $case }, waiting { $n } day
       *[other] Case { $case }, waiting { $n } days
    }
card_case =
    { $n ->
        [0] Case { $case }, new today
        [one] Case { $case }, waiting { $n } day
       *[other] Case { $case }, waiting { $n } days
    }
card_case_claimed = Case { $case }, claimed by { $by }, { $when }
card_case_held = Case { $case }, on hold by { $by }, until { $when }
card_case_decided =
    { $decision ->
        [approved] Case { $case }, approved by { $by }, { $when }
        [declined] Case { $case }, declined by { $by }, { $when }
       *[other] Case { $case }, closed by { $by }, { $when }
    }

## Where cards have no buttons: a line for each act, and how it is answered.
card_sign = { $number } { $sign } { $label }
card_answer = Answer this message with the number, or put the sign on it.

## The staff channel. Answers to a press.
press_confirm_on_line = See your private line.
press_already = Too late: { $by } has already done this.
press_refused = Refused. Write WHY in your private line.

## The staff channel. Notices. $meeting and $group_code are codes.
staff_channel_new_meeting = New meeting { $meeting } of group { $group_code }: { $when }
staff_hold_over = Case { $case } was on hold until { $until }. The family waits to hear from us. Write CASE { $case } and decide, or say how much longer it takes.
staff_first_contact_late =
    { $n ->
        [one] Case { $case }: nobody has reached the family for { $n } day. Please ring today.
       *[other] Case { $case }: nobody has reached the family for { $n } days. Please ring today.
    }
staff_send_failed = Meeting { $meeting }: the password did not reach case { $case }. Please ring them.
staff_message_lost = Case { $case }: a message to the family may not have arrived. Write CASE { $case } in your private line, and ring them.
staff_parked_turn = A message could not be handled. It is kept. Please tell whoever looks after this bot.

## Private notices about meetings. $blocks is a list of the texts below.
staff_meeting_blocked = Meeting { $meeting } cannot go on yet.
    { $blocks }
    Write NOW for the next step.
staff_platform_wanted = Meeting { $meeting } needs its password on the platform. Leader or second: write READY { $meeting }. I ask again until somebody has done it.
staff_password_changed = The password of meeting { $meeting } was changed. The old one is dead. Leader or second: write READY { $meeting } to set the new one.
staff_call_wanted = Meeting { $meeting } needs its call link. Leader or second: write READY { $meeting }. I ask again until somebody has done it.
staff_call_changed =
    Somebody who does not belong there may have the call link of { $meeting }. I give it to nobody now.
    1. If the call runs, remove whoever is not on LIST { $meeting }, then end it for everybody.
    2. Delete the call link. Until then it still works.
    3. Leader or second: write READY { $meeting } for the new one, then HELD { $meeting } to see who had the old one.
staff_live_leak =
    Meeting { $meeting } is running, and somebody may be in it who does not belong there. Now:
    1. Lock the meeting. Nobody else comes in.
    2. Put everybody in the waiting room, or stop all video and sound.
    3. Remove whoever is not on LIST { $meeting }.
    4. Leader or second: write READY { $meeting }: a new meeting, a new link. The old password is dead.
staff_nearly_large =
    { $group } has { $n ->
        [one] { $n } adult
       *[other] { $n } adults
    } now ({ $families ->
        [one] { $families } family
       *[other] { $families } families
    }, { $screens ->
        [one] { $screens } screen
       *[other] { $screens } screens
    }). From { $limit } on, a third member of staff must moderate each session. Please look for one, and write GROUP.
staff_now_large =
    { $group } has { $n ->
        [one] { $n } adult
       *[other] { $n } adults
    } now ({ $families ->
        [one] { $families } family
       *[other] { $families } families
    }, { $screens ->
        [one] { $screens } screen
       *[other] { $screens } screens
    }). From { $limit } on, nobody gets a password until a third member of staff moderates and has confirmed. Write GROUP to fill that seat.
staff_report_incomplete = Meeting { $meeting } began without all seven points. Speak to its leader.
staff_password_leak = Somebody who is no member may have the password of meeting { $meeting }. It was changed. Leader or second: write READY { $meeting }, then HELD { $meeting }.

## What blocks a meeting.
blocks_no_leader = It has no leader.
blocks_no_second = It has no second.
blocks_leader_not_here = The leader has not confirmed.
blocks_second_not_here = The second has not confirmed.
blocks_moderator = It is large and needs a third person as moderator, who confirms.
blocks_platform = The platform is not set up.
blocks_no_password = It has no password yet.
blocks_no_link = It has no link.
blocks_unanswered = The family has not said yes yet.
blocks_paused = The group is paused.

## Private notices about families.
staff_unhappy_private =
    { $name } in { $group } is unhappy:
    { $lines }
    Please speak to them yourself, soon and in private.
staff_look_alike = Case { $case } is like somebody we know. Look at it before you decide. Say nothing to the family.
staff_half_waits = Case { $case } takes two people, and { $by } has decided. Look at it yourself: write CASE { $case }. It counts only if you both say the same.
staff_look_alike_of =
    { $codes ->
        [none] Case { $case } is like somebody we know.
       *[other] Case { $case } is like { $codes }, or names somebody there. Compare them.
    } Look at it before you decide. If it may be the same person, ring the number known before. Say nothing to the family.
staff_ring_these =
    { $count ->
        [one] Ring this one, for { $meeting }: { $names }. The password does not get through by the messenger.
       *[other] Ring these { $count }, for { $meeting }: { $names }. The password does not get through by the messenger.
    }
    Tell it on the telephone only, to a voice that you know. NOW shows who is still without.
staff_passwords_stuck =
    { $count ->
        [one] Meeting { $meeting }: the password does not get through to one family. The leader or the second has been told whom to ring.
       *[other] Meeting { $meeting }: the password does not get through to { $count } families. The leader or the second has been told whom to ring.
    }
staff_passwords_stuck_alone =
    { $count ->
        [one] Meeting { $meeting }: the password does not get through to one family. The lines of the leader and the second are silent too.
       *[other] Meeting { $meeting }: the password does not get through to { $count } families. The lines of the leader and the second are silent too.
    }
    Somebody please ring the leader now. The leader rings the families, and tells the password on the telephone only.
    I say here when the line works again.
staff_line_works_again =
    { $count ->
        [0] Meeting { $meeting }: the line works again. Every family has the password now.
        [one] Meeting { $meeting }: the line works again. One family is still without the password. The leader or the second has been told which.
       *[other] Meeting { $meeting }: the line works again. { $count } families are still without the password. The leader or the second has been told which.
    }
staff_unheard =
    { $count ->
        [one] A message to { $by } did not arrive. Please ask { $by } to look at their phone, and to write NOW and CLOCKS.
       *[other] Messages to { $by } did not arrive. Please ask each of them to look at their phone, and to write NOW and CLOCKS.
    }
staff_many_codes = Many wrong codes are being written on { $channel }. They open nothing. For an hour at a time I look at no more codes from there. Who has a code may ask for a call.
staff_invitation_reused = Somebody tried to use a spent invitation to { $group }. They got in nowhere. Ask the family kindly whether they passed it on.
staff_frozen_contact =
    A family's phone has changed. It gets no password until staff have spoken to the person live.
    { $case ->
        [none] It belongs to no case.
       *[other] Then write UNFREEZE { $case } in your private line.
    }
staff_unheard_contacts =
    For { $days ->
        [one] one day
       *[other] { $days } days
    } nobody has written from the phone of: { $case }. A number may pass to somebody else.
    It gets no password until staff have spoken to the person live. Please ring them.
    Then write UNFREEZE and the case code in your private line.
staff_other_phone = An adult wants to write from one more phone or app. Speak to them, on a number that you already had. Then write PHONE { $code }.
staff_phone_removed = A family has taken off a phone or app that was lost. If you doubt that it was them, ring them: CASE { $code }.
staff_second_phone = A second phone waits to be confirmed. Speak to that adult, then write PHONE { $code }.

## Private notices for those who handle a matter. They carry no words of the matter.
staff_complaint_new = Complaint { $code } is yours. Please acknowledge it by { $when }. Write COMPLAINTS { $code }.
staff_complaint_handed_on = Complaint { $code } was not acknowledged in time, so somebody else has it now. You need not do anything more about it.
staff_complaint_due = Complaint { $code } is due: { $when }. Write COMPLAINTS { $code }.
staff_complaint_check = Complaint { $code } about staff was opened some weeks ago. Please ask the person, in private, whether anything was held against them since. Tell nobody whom it names.
staff_concern_more = More was told about safeguarding concern { $code }. Write CONCERNS { $code } to read it.
staff_concern_page = Safeguarding concern { $code } waits for you. Write CONCERNS { $code } now. I page until somebody has taken it.
staff_breach_waiting = Breach { $code } waits for a decision. The person is suspended until then. Write BREACHES { $code }.
staff_picture_reported = { $breach }: a member sent a picture and said themselves that it shows other people. I kept none. Nobody is suspended. Write BREACHES { $breach }.
staff_ring_new = A family asks for a call by { $when }. Write RINGS.
staff_ring_due = A promised call is late: { $code }. Write RINGS.
staff_recording_reported = A family says that somebody records or took screenshots: breach { $breach }, data incident { $code }. If a session is running, speak to everybody about it now. If you know who it was, write BREACH.
staff_incident_new = Data incident { $code }: somebody's data may be where it should not be. Look at it today: write INCIDENTS { $code }. If there is a risk, the regulator's clock is running.
staff_request_due = Data request { $code } must be answered by { $when }. Write DATA { $code }.
staff_request_late = Data request { $code } is late: the month that the law gives was over on { $when }. Answer it today: write DATA { $code }.
staff_request_nobody = Data request { $code } must be answered by { $when }, and no data lead can be told. Give somebody that role in doorstep.toml; then ask whoever looks after the computer for: doorstep staff add
staff_data_request = Data request { $code } must be answered by { $when }. Answer in person, never just to the phone that asked.
