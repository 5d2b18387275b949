# Breaches, complaints, concerns, promised calls, and what concerns one's own account.

## BREACH and BREACHES (G11).
staff_breach_group =
    A breach in which group?
    { $lines }
staff_breach_nobody = This group has no members.
staff_breach_member =
    Whom is it about? One person.
    { $lines }
staff_breach_point = Which point of the Group Agreement?
    .keep_invitation = Passed on an invitation or password
    .no_screenshots = Took or shared a screenshot
    .no_recording = Recorded
    .be_kind = Was not kind
    .keep_private = Told others what they heard
    .other = Another point
staff_breach_words = What happened? A few plain sentences: what you saw or heard, and when.
staff_breach_sure = Report { $name }? They are suspended at once. A manager who did not report it decides. Their partner is not touched.
staff_breach_reported = Reported: { $code }. The person is suspended. A manager decides.
staff_breaches_none = No breach waits for your decision.
staff_breaches =
    These breaches wait. Which one?
    { $lines }
staff_breach_settled = { $code } is decided already. What was decided stands; to let somebody back in, a manager writes BARS.
staff_breach_details =
    Breach { $code }: { $name ->
        [none] nobody is named
       *[other] { $name }
    } in { $group }
    Reported by { $by }, { $when }
    { $lines }
staff_breach_point_told =
    { $point ->
        [keep_invitation] Passed on an invitation or password
        [no_screenshots] Took or shared a screenshot
        [no_recording] Recorded
        [be_kind] Was not kind
        [keep_private] Told others what they heard
       *[other] Another point
    }: { $words }
staff_picture_words = They sent a picture. I asked, and they said that it shows other people. No picture was kept, and nobody is suspended. Please talk with them.
staff_breach_outcome = Upheld means barred from this group, for good, and only this person. Not upheld means a member as before. There is nothing in between. Your decision?
    .upheld = Upheld: bar them
    .not_upheld = Not upheld: let them back in
    .leave = Decide later
staff_breach_nameless = This report names nobody. Ask the leader. If you learn who it was, report that person with BREACH. Then close this one.
    .not_upheld = Close it: it was looked into
    .leave = Decide later
staff_breach_closed = { $code } is closed. Nobody's place was changed by it.
staff_breach_upheld = { $code }: upheld. The person is barred and was told how to complain.
staff_breach_not_upheld = { $code }: not upheld. The person is a member as before. Where another report about them still waits, they stay out until it is decided.

## COMPLAINTS (G12).
staff_complaints_none = You have no open complaint.
staff_complaints =
    Your open complaints. Which one?
    { $lines }
staff_complaint =
    Complaint { $code }, { $when }
    { $lines }
    Their words: { $words }
staff_complaint_kind =
    About { $kind ->
        [group] a group
        [staff] a member of staff
        [data] data protection
        [nursery] the nursery
       *[other] something else
    }
staff_complaint_by =
    From { $name ->
        [none] somebody who keeps their name back
       *[other] { $name }
    }
staff_complaint_dates =
    { $acknowledged ->
        [yes] Acknowledged. Answer by { $answer_by }.
       *[other] Acknowledge by { $acknowledge_by }. Answer by { $answer_by }.
    }
staff_complaint_next = What next?
    .acknowledge = Acknowledge it
    .later = It takes longer: a new date
    .close = Answer and close it
    .leave = Leave it for now
staff_complaint_acknowledged = { $code } is acknowledged. They were told that a person has it.
staff_complaint_settled = Complaint { $code } is answered and closed. Its words stay on record, sealed.
staff_complaint_steps =
    What was done so far:
    { $lines }
staff_line_complaint_step =
    { $n }. { $kind ->
        [acknowledged] Acknowledged
        [progress] New date
        [handed_on] Not acknowledged in time, handed on
        [answered] Answered
        [review] Asked for a review
       *[learned] Learned
    } by { $by ->
        [none] the person
       *[other] { $by }
    }, { $when }{ $words ->
        [none] .
       *[other] : { $words }
    }
staff_complaint_day = By which day will they have an answer?
staff_complaint_progress = Why does it take longer? They get these words as you write them.
staff_complaint_later = { $code }: they were told the new date, { $day }.
staff_complaint_learned = What was learned from it? It stays on record, without a name.
staff_line_count =
    { $kind ->
        [group] Groups
        [staff] Staff
        [data] Data protection
        [nursery] The nursery
       *[other] Something else
    }, { $outcome ->
        [upheld] upheld
        [partly_upheld] partly upheld
        [not_upheld] not upheld
       *[open] open
    }: { $count }
staff_counts_none = None.
staff_counts =
    Complaints of the last three months, for the trustees:
    { $lines }
    A complaint about you is not among them.
staff_complaint_outcome = What is the outcome?
    .upheld = Upheld
    .partly_upheld = Partly upheld
    .not_upheld = Not upheld
staff_complaint_answer = What do you answer? They get these words as you write them.
staff_complaint_sure =
    Send this answer and close { $code }?
    { $words }
staff_complaint_closed = { $code } is closed. Your answer is on its way, with what they can do next.

## CONCERN and CONCERNS (safeguarding).
staff_concern_words = If somebody is in danger now, ring { $phone } first. Then write here what you saw or heard, in their exact words.
staff_concern_raised = Thank you. The safeguarding lead is being paged. Number { $code }. Do not ask the family about it, and tell nobody else. If it gets worse, ring { $phone }.
staff_concerns_none = No concern is open for you.
staff_concerns =
    Open concerns. Which one?
    { $lines }
staff_concern =
    Concern { $code }, { $when }
    { $lines }
    Their exact words: { $words }
staff_concern_who =
    { $name ->
        [none] Name not known
       *[other] { $name }
    }, { $phone }
staff_concern_danger =
    In danger now: { $danger ->
        [yes] YES
        [no] no
        [not_sure] not sure
       *[other] not answered
    }
staff_concern_safe =
    Safe to write to them: { $safe ->
        [yes] yes
        [no] NO. Choose another way.
       *[other] not answered. Do not write.
    }
staff_concern_taken =
    { $by ->
        [none] Nobody has it yet.
       *[other] With { $by }.
    }
staff_concern_next = What next?
    .acknowledge = I have it: stop paging
    .lift = The bot may write to them again
    .close = Close it here
    .leave = Leave it for now
staff_concern_acknowledged = { $code } is with you. The paging has stopped. Nothing is sent to this person by itself.
staff_concern_lifted = Done. The bot may write to this person again. { $code } stays with you.
staff_concern_sure = Is { $code } in your own safeguarding record? After closing, this copy is deleted in some weeks.
staff_concern_closed = { $code } is closed.

## RINGS and PHONE.
staff_rings_none = Nobody waits for a call.
staff_rings =
    These families wait for a call:
    { $lines }
staff_line_ring = { $n }. { $code }: { $name ->
        [none] no name yet
       *[other] { $name }
    }, { $phone ->
        [none] no number shown
       *[other] { $phone }
    }{ $changed ->
        [yes] {" "}(their phone has changed: ring no number that it gives, then write UNFREEZE)
       *[no] {""}
    }, safe time: { $safe_time ->
        [none] not said
       *[other] { $safe_time }
    }, due { $when }
staff_ring_language = ask for it, with an interpreter; speaks { $answer }
staff_rings_which = Which call do you report on? A number or a code from the list.
staff_ring_outcome = How did it go? Say who you are only to the person themselves.
    .spoke = We spoke
    .no_answer = No answer
    .warned = They used their warning word, or were not free to speak
    .leave = I have not rung yet
staff_ring_spoke = { $code } is done. Thank you.
staff_ring_no_answer = { $code } stays open. I remind you again.
staff_phone_code = Which code? It is in the notice that I sent you: the case, or the code of the phone.
staff_phone_sure = Did you speak to that adult yourself, on a number you already had, and is this phone theirs?
staff_phone_confirmed = Done. The phone in { $code } is that adult's own.

## UNFREEZE.
staff_unfreeze_code = Which case? Its code is in the notice in the staff channel.
staff_unfreeze_none = No phone of { $code } is frozen.
staff_line_frozen =
    { $phone ->
        [none] { $n }. { $name }, { $channel ->
            [whatsapp] WhatsApp
           *[other] Signal
        }: no other number is known. See them by video or in person, or ask the referrer's agency.
       *[other] { $n }. { $name }, { $channel ->
            [whatsapp] WhatsApp
           *[other] Signal
        }: ring { $phone }
    }
staff_unfreeze_which =
    Whose phone do you open again?
    { $lines }
staff_unfreeze_method = How did you check live that it is this adult? Ring a number that you had before, never one they just gave you.
    .call = A call on a number we had before
    .agency = A call on a number that the referrer's agency gave me
    .video = Video
    .in_person = In person
    .warned = They used their warning word, or were not free to speak
    .leave = I have not checked yet
staff_unfreeze_sure = Did you recognise { $name } yourself, and do they say that this phone is theirs?
# A3: what the safeguarding lead reads, and what whoever rang hears.
staff_warned_words = On a call the person used their warning word, or was not free to speak.
staff_warned = Thank you. The safeguarding lead is being paged. Number { $code }. Nothing shows on the phone, and the bot writes nothing to it by itself. Do not ring or write again until the safeguarding lead has told you how, and tell nobody else. If somebody is in danger now, ring { $phone }.
staff_unfreeze_done = Done. The phone of { $name } gets passwords again.

## LOST.
staff_lost_case = Which case? Its code is like F-4EUW.
staff_lost_none = No adult of { $code } has a phone of their own here.
staff_line_contact = { $n }. { $name }: { $channel ->
        [whatsapp] WhatsApp
       *[other] Signal
    }{ $status ->
        [first] , written to
        [frozen] , frozen
        [held] , held back
        [stopped] , wants no message
       *[other] {""}
    }
staff_lost_which =
    Which one is lost?
    { $lines }
staff_lost_sure = Shall nothing more go to the { $channel ->
        [whatsapp] WhatsApp
       *[other] Signal
    } of { $name }?
staff_lost_removed = Done. Whoever writes from that { $channel ->
        [whatsapp] WhatsApp
       *[other] Signal
    } is a stranger now. { $name } can write from the other one.
staff_lost_frozen = Done. It is the only one of { $name }, so it gets no password until you have spoken to them live: UNFREEZE { $code }.

## WHY, POLICIES and LANGUAGE.
staff_why_none = Nothing was refused to you.
staff_why = That was rule { $clause } of the guidelines. If it is wrong, ask a manager. The rule:
staff_policies =
    Please read both policies of { $organisation }, data protection and confidentiality:
    { $lines }
    Do you know them and keep to them?
    .later = Later
staff_policies_done = Thank you. Your account works. I ask again in a year, or when they change.
staff_policies_later = All right. Until then your account does nothing but raise concerns and change passwords.
staff_language =
    Which language?
    { $lines }
staff_language_done = Done: { $language }.

## RESTRICT (G12.2).
staff_restrict_case = Which family? The code of its case, like F-7Q2X.
staff_restrict_on_sure = Shall the family of { $case } write here in a few ways only? COMPLAIN, HELP, MY DATA, UNHAPPY and all about the meetings stay open. Nothing else is answered. They are told.
staff_restrict_off_sure = The family of { $case } may write in a few ways only now. Shall it write in every way again? They are told.
staff_restrict_reason = Why? Few may read it; the family does not.
staff_restrict_on = Done. The family of { $case } has been told what stays open.
staff_restrict_off = Done. The family of { $case } may write as before.
