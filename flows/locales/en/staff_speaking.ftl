# FOR and OVER: staff write for a family without a phone of its own. $code is the family's code, like T-7Q2X.

staff_speak_which =
    For which family? Reply with its number or code.
    { $lines }
    { $n }. A new family
staff_line_spoken_for =
    { $names ->
        [none] { $n }. { $code }
       *[other] { $n }. { $code }: { $names }
    }
staff_speak_method = How do you hear them now? Only their own words count, while they say them.
    .call = A phone call
    .video = Video
    .in_person = In person
    .leave = Not now
staff_speak_begun = You now write for { $code }. It is on record that you do.
staff_speak_how =
    Read out what I answer. Then write what they say, word for word.
    Each adult answers for themselves. Never answer for them.
    If they complain, let them choose who hears it. You will not deal with it.
    Write OVER when you have said goodbye.
staff_speak_new = Write hello to begin. The first thing you read out is how we use what they tell us.
staff_speak_heading = { $code } hears:
staff_speak_over = Done. This line is yours again.
staff_speak_taken =
    You write for { $code } no more: you are not of its team now.
    If you are still talking to them, say goodbye. Its team or a manager can write FOR { $code }.
staff_speak_ended = What you wrote was not passed on. { staff_speak_taken }
staff_speak_none = You write for nobody now.
staff_speak_waits =
    There is something to tell { $code }, a family without a phone.
    Please ring them, then write FOR { $code }.
staff_case_spoken_for = No phone of their own. Staff write for them: FOR { $code }
staff_case_heard_live =
    { $method ->
        [call] { $screen_name } said yes to the agreement on the phone. { $by } heard it.
        [video] { $screen_name } said yes to the agreement on video. { $by } heard it.
       *[in_person] { $screen_name } said yes to the agreement in person. { $by } heard it.
    }

## HEAR and a case's code: an adult with a phone of their own, who reads little.
staff_hear_case = Whose case? Its code, like F-7Q2X.
staff_for_is_for = FOR is for a family without a phone of its own, with its T- code: CASE shows it. A family that has a phone writes itself. For an adult of it who reads little there is HEAR.
staff_hear_nobody = Nobody in { $case } has something to agree to now. Each adult does from when they are approved until they agree. CASE { $case } says what comes first.
staff_hear_which =
    Who is to be heard? Each adult answers for themselves.
    { $lines }
staff_line_to_hear = { $n }. { $name }
staff_hear_method = How do you hear { $name } now?
    .rang = I rang the number in CASE
    .rang_me = Somebody rang me
    .video = Video
    .in_person = In person
    .leave = Not now
staff_hear_digits = Ask { $name } for their own four digits, and write them here.
staff_hear_read_agreement = Read out what follows to { $name }, word for word. Stop when they ask.
staff_hear_read_own_risk = Now read out this to { $name }, word for word.
staff_read_out = { $agreement }
staff_heard_agreement = Ask { $name }: do you agree to the Group Agreement? Write the word only if { $name } says it, without help from anybody.
    .questions = they have a question first
    .no = No
staff_heard_own_risk = Ask { $name }: do you understand this? Write the words only if { $name } says them, without help from anybody.
    .questions = they have a question first
    .no = No
staff_hear_questions = Answer it now, or ring { $name } again. Nothing was written down for this answer. Write HEAR and the case's code to go on.
staff_hear_no = That is all right. Nothing was written down for this answer. { $name } can still agree later.
staff_hear_done = Written down as said by { $name } and heard by you. { $name } is told on their own phone now. Passwords go to that phone only.
staff_not_me = Case { $case }: an adult says that the yes which { $by } wrote down for them was not theirs. It counts no more. Ring the adult yourself, and ask { $by } what happened. If it may not have been { $by }, write LOCKDOWN.
