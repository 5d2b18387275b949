# DATA: requests to see, correct or erase what is kept of somebody (X4).

staff_data_which =
    Requests about data. Which one? NEW writes down one that came by phone, by letter or in person.
    { $lines }
staff_data_case = Whose data? Write the code of their case.
staff_data_kind = What do they want?
    .see = See it
    .change = Correct it
    .delete = Delete it
    .object = Say no to how it is used
staff_data_opened = Written down: { $code }. It must be answered within a month. First check, live, who asks: DATA { $code }.
staff_data_request_shown =
    Request { $code }, { $when }: { $kind ->
        [see] to see what is kept
        [change] to correct it
        [object] they say no to how it is used; nothing is sent first until they write START
       *[delete] to delete it
    }
    Asked by: { $name }
    Answer by: { $answer_by }
    { $lines }
staff_data_checked = { $outcome ->
        [none] Not yet checked who asks. Nothing is shown or deleted before.
        [call] Checked who asks: by phone
        [video] Checked who asks: by video
       *[in_person] Checked who asks: in person
    }
staff_data_held = Holds deletion back: { $kind ->
        [complaint] an open complaint
        [concern] an open safeguarding concern
        [breach] a breach that waits for a decision
        [request] they also asked to see it: answer that first
       *[hold] your own hold
    }
staff_data_stays = Would stay: { $kind ->
        [barred] name and address, so that the bar holds (G11.5)
        [complaints] complaints, for their period
        [agreements] the date of each agreement, without a name
       *[audit] the audit, which holds no names
    }
staff_data_next = What next?
    .check = I have checked who asks
    .export = Give them what is kept
    .name = Correct a full name
    .told = Correct another answer
    .erase = Delete it
    .answer = Answer in words, and close
    .hold = Delete nothing for now
    .lift = Lift my hold
    .leave = Leave it for now
staff_data_method = How did you check? Ring the number that you know, not one they just gave you.
    .call = By phone, I know the voice
    .video = By video
    .in_person = In person
staff_data_now = Kept. Now you can give, correct or delete: DATA { $code }.
staff_data_export =
    Ask whoever looks after the computer for: doorstep export { $code } --by { $by }
    It writes a page and a file. Hand them over in person, or by another safe way. Never just to the phone that asked.
    Then close the request: DATA { $code }.
staff_data_adult =
    Whose name?
    { $lines }
staff_data_name = What is the full name now?
staff_data_name_sure = Keep { $name } as the full name?
staff_data_name_kept = The name is corrected. Now tell them, and close the request: DATA { $code }.
staff_data_answer =
    Which answer?
    .ring_number = The number to ring
    .known_from = Where they know us from
    .access_needs = What they need
staff_data_told = What is it now?
staff_data_told_sure =
    Keep this instead of what they told before?
    { $words }
staff_data_told_kept = The answer is corrected. Now tell them, and close the request: DATA { $code }.
staff_data_erase_sure = Delete all that may be deleted for { $code }? They are told what stays and why. It cannot be undone.
staff_data_erased = { $code }: they are told now. In ten minutes it is deleted.
staff_data_hold = { $code }: nothing is deleted until you lift the hold.
staff_data_lift = { $code }: the hold is lifted.
staff_data_outcome = What was done?
    .given = They have what is kept
    .corrected = It is corrected
    .refused = We cannot do it
staff_data_words = What shall they read? Say what you did, or why not, and that they can complain to the ICO.
staff_data_answer_sure =
    Send this, and close { $code }?
    { $words }
staff_data_answered = { $code } is answered and closed.
staff_retention_soon =
    { $n ->
        [one] The details of { $n } family
       *[other] The details of { $n } families
    } will be deleted within a week, because their time is over. { $codes ->
        [none] None of them finished asking for a place.
       *[other] Their cases: { $codes }. If one must wait, write DATA, then NEW and its code, and hold it.
    }
staff_words_soon = Complaints whose words will be deleted within a week, because their time is over: { $codes }. If something of them is still needed, for example for a court, copy it into your own record now.
staff_data_unread = { $code }: they have not read yet what is deleted and what stays, for I may not write to them now. Please ring them. It is deleted by { $when } all the same.
staff_owed_waits = { $code }: I have not sent your answer. The phone may be in other hands. Please ring the person on another number, and tell them.
