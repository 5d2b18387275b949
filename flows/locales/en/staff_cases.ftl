# CASES and CASE: the review of a family, up to the decision.

staff_cases_none = No family waits. Well done.
staff_cases =
    These families wait. Which one?
    { $lines }
staff_line_case =
    { $n }. { $case }, { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, { $by ->
        [draft] not finished by the family yet
        [none] not claimed
       *[other] with { $by }
    }

## The details. Each line is a text of its own.
staff_case =
    Case { $case }
    { $lines }
staff_case_status =
    { $road ->
        [invited] Came by invitation
       *[other] Asked to join
    }; { $status ->
        [approved] approved
        [declined] declined
        [excluded] excluded
        [withdrawn] the family took it back
        [draft] not finished by the family yet
       *[other] open
    }; { $by ->
        [none] not claimed
       *[other] with { $by }
    }
staff_case_held = On hold until { $until }, by { $by }: { $details }
staff_case_flagged = Flagged: the leader and a manager must both decide.
staff_case_alert = Alert on the file: tell nobody who asks. Say who you are only to the adults themselves. The safeguarding lead can tell you more.
staff_case_look_alike = Is like somebody we know, or names them. Check before you decide; say nothing to the family.
staff_case_group = Group: { $group }
staff_case_adult =
    Adult { $n }: { $full_name }, on screen "{ $screen_name }", { $adult ->
        [yes] 18 or over
       *[other] NOT 18: speak to the safeguarding lead
    }, identity { $result ->
        [none] not checked
        [confirmed] confirmed
        [not_confirmed] not confirmed
        [doubt] in doubt
       *[other] { $result }
    }
staff_case_contact = { $name } writes from { $channel ->
        [whatsapp] WhatsApp
       *[other] Signal
    }{ $status ->
        [first] , and is written to there
        [frozen] , which has changed or was silent for long: no password (UNFREEZE)
        [held] , which is held back
        [stopped] , and wants no message there
       *[other] {""}
    }
staff_case_lost =
    { $n ->
        [one] { $n } message to them in the last days did not arrive, or nobody knows. Please ring them.
       *[other] { $n } messages to them in the last days did not arrive, or nobody knows. Please ring them.
    }
staff_case_ring =
    { $phone ->
        [none] Their messenger shows no number to ring.
       *[other] Ring { $phone }.
    } Safe time: { $safe_time }. { $shared ->
        [no_phone] It is NOT THEIRS: say nothing to whoever answers.
        [yes] The phone is SHARED: say nothing to whoever answers.
       *[other] The phone is not shared.
    }
staff_case_known_from = Knows us from: { $words }
staff_case_access =
    Needs: { $words }
    Whoever cannot hear on a phone: send a text message first, from the work phone, then a short video call with an interpreter, or meet. Both are a live contact.
staff_case_by_referral = Came by the referral code { $code }, which { $by } made on { $when }
staff_case_referrer =
    Referrer: { $words ->
        [none] not named
       *[other] { $words }
    }. May we speak to them? { $asked ->
        [yes] Yes
        [no] NO
       *[other] Not answered
    }
staff_case_referrer_outcome =
    Referrer's word: { $result ->
        [none] not recorded
        [confirmed] confirmed
        [not_confirmed] not confirmed
        [not_reached] not reached
        [not_asked] not asked
       *[other] { $result }
    }
staff_case_checks =
    Known: { $known ->
        [none] not said
        [yes] yes
       *[other] no
    }. Call: { $call ->
        [none] none
        [call] by phone
        [video] by video
        [in_person] in person
        [interpreted] by video with an interpreter
        [reached] reached
        [no_answer] no answer
       *[other] { $call }
    }. Suitable: { $suitability ->
        [none] not said
        [suitable] yes
        [not_suitable] no
       *[other] { $suitability }
    }.
staff_case_step =
    Next: { $step ->
        [take_up] if the family cannot finish by itself: take it up as it is
        [claim] claim it
        [known] say whether we know them
        [call] speak to the family
        [identity] check identity
        [suitability] say whether the group suits
        [referrer] the referrer
        [decide] decide
        [none] nothing
       *[other] { $step }
    }
staff_case_next = What next with { $case }?
    .take_up = Take it up as it is
    .claim = Claim it
    .known = We know them, or not
    .call = I spoke to them, or tried
    .identity = Identity
    .suitability = Suitability
    .referrer = What the referrer said
    .approve = Approve
    .decline = Decline
    .hold = Decide later: put it on hold
    .exclude = Exclude the family
    .leave = Leave it for now
staff_case_left = All right. Write CASE { $case } to go on.
staff_take_up_sure = Take { $case } up as it is? Speak to the family first. The case then waits for you like any other. Nobody has agreed by that: each adult does after the approval, on their own phone or by HEAR.
staff_taken_up = { $case } waits with the others now, and its card is in the staff channel. The family is told that a person rings.
staff_claimed = Case { $case } is yours. Ring at the safe time. Then write CASE { $case }.
staff_recorded = Written down. Write CASE { $case } for the next step.

## Known or not (G3.1).
staff_known = Do we know this family? Go by what you know yourself, never by a name.
    .known = We know them
    .not_known = We do not know them
staff_known_ground = Where do we know them from?
    .group = One of our groups
    .nursery = Our nursery
    .activity = Another activity
staff_known_when = Which one, and roughly when? One short line.

## The call (G3.2).
staff_call_method = How did you get in touch?
    .call = Phone call
    .video = Video call
    .in_person = In person
    .interpreted = Video call with an interpreter
staff_call_outcome = Did you speak to them?
    .reached = Yes, we spoke
    .no_answer = No answer
staff_call_no_answer = Written down: no answer for { $case }. Leave no message on a shared phone. Try again at the safe time.
staff_call_codes = The phone is shared. Each adult needs four digits of their own, which you agreed on the call.
staff_call_code = The four digits of { $name }?
staff_call_checked = Did you also check who they are? Then we write that down in one go.

## Identity (G3.3).
staff_identity_adult =
    Which adult?
    { $lines }
staff_identity_method = How was the identity of { $full_name } checked? Keep no copy, photo or number of a document.
    .recognised = Recognised by staff who know them
    .referrer_callback = Rang back on the referrer's number for them
    .referrer_confirmed = The referrer confirmed it by the agency's own line
    .id_seen = Document seen live, not kept
staff_identity_result = And the result for { $full_name }?
    .confirmed = Confirmed
    .not_confirmed = Not confirmed
    .doubt = In doubt

## Suitability (G3.4).
staff_suitability = Does the group suit the family? Age, needs, no known risk, and they understood the agreement.
    .suitable = Suitable
    .not_suitable = Not suitable
staff_suitability_reason = Why? One short line. Only a few people may read it.

## The referrer (G3.10, G3.12).
staff_referrer_no = The family said NO to speaking to the referrer. Only somebody's safety stands above that.
staff_referrer_safety = Have you spoken to them all the same, to keep somebody safe? Then the safeguarding lead should know of it.
    .not_asked = No, we respect it
    .for_safety = Yes, for somebody's safety
staff_referrer = What came of it? Use a number that you found yourself. Write no history.
    .confirmed = Confirmed
    .not_confirmed = Not confirmed
    .not_reached = Not reached
    .not_asked = Not asked

## Deciding (G3.7, G3.13).
staff_approve_group =
    Which group do they join?
    { $lines }
staff_approve_sure = Approve { $case } into { $group }? The family hears at once.
staff_approved = Approved: { $case }. The family is being told. Whoever has not agreed yet is asked to.
staff_decline_sure = Decline { $case }? The family hears it at once, without a reason, with the way to complain.
staff_declined = Declined: { $case }. The family is being told, with the way to complain.
staff_hold_days = For how many working days do you put { $case } on hold? From 1 to { $number }. The family is told the day.
staff_hold_reason = Why can it not be decided now? One short line. The team of this case reads it.
staff_hold_sure =
    { $n ->
        [one] Put { $case } on hold for one working day?
       *[other] Put { $case } on hold for { $n } working days?
    } The family hears now until when, and no reason. You can decide before that day.
staff_put_on_hold = { $case } is on hold until { $until }. The family is being told. That day I remind you, and the day after a manager too.
staff_exclude_case = Which family? The code of its case, like F-7Q2X.
staff_exclude_from =
    Exclude the family of { $case } from what?
    { $lines }
staff_line_all_groups = { $n }. All groups, and everything else
staff_line_only_group = { $n }. Only { $group }
staff_exclude_reason = Why do you exclude the family of { $case }? A short reason. Only a few people may read it.
staff_exclude_sure_group =
    Exclude the family of { $case } from { $group }, at once? It has { $n ->
        [one] one adult
       *[other] { $n } adults
    }, and its case is from { $since }.
    They get no password for this group. A password that they have now is changed. They hear no reason.
staff_exclude_sure =
    Exclude the family of { $case } from all groups, at once? It has { $n ->
        [one] one adult
       *[other] { $n } adults
    }, and its case is from { $since }.
    They get no password and no invitation. A password that they have now is changed. They hear no reason.
staff_excluded = The family of { $case } is excluded. They were told how to complain.
staff_exclude_asked =
    { $by } asks to exclude the family of { $case } from { $group ->
        [none] everything
       *[other] { $group } only
    }. Something about this family is open, so one manager alone cannot do it. Speak to { $by }. If you decide so too, write EXCLUDE { $case }: then it is your own decision.
staff_extend_asked = { $by } asks to bar one person of { $case } from all groups. Something about this family is open, so one manager alone cannot do it. Speak to { $by }. If you decide so too, write BARS { $code }: then it is your own decision.
staff_exclude_asked_above = { $by } asks to exclude the family of { $case }. Something about this family is open, so another manager must decide, and no other manager may. Please speak to { $by }, and have somebody else made a manager.
staff_press_approved = You pressed Approve for { $case }. The family hears at once. Are you sure?
staff_press_declined = You pressed Decline for { $case }. The family hears at once. Are you sure?
staff_press_unreadable = I could not read that press. Write CASES and decide from there.
staff_referrer_asked_for_safety = Case { $case }: a colleague spoke to the referrer although the family said no, to keep somebody safe. Please ask them about it.
