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
