# What is said around every question: how to reply, and what would work if a reply does not fit.

## The names of this language, as somebody may write them.
language_names = English, in English, angielski, po angielsku

## Words that many questions share. The three days may have several ways to say them, between commas.
answers =
    .yes = Yes
    .no = No
    .skip = SKIP
    .right = Yes, all is right
    .agree = AGREE
    .understand = I UNDERSTAND
    .today = today
    .tomorrow = tomorrow
    .yesterday = yesterday

## How to reply.
reply_number = Reply { $number } for { $label }.
reply_word =
    .agree = Write { $label } to agree.
    .understand = Write { $label } if you understand.
    .skip = Write { $label } to leave this out.

## Hints.
empty_answer = That came without any words. Please write your answer as a message.
in_words = I cannot tell what that means here. Please answer in words.
too_long =
    That is too long for me. Please use { $longest ->
        [one] { $longest } letter
       *[other] at most { $longest } letters
    }.
too_short =
    Please write a little more. I need at least { $shortest ->
        [one] { $shortest } letter
       *[other] { $shortest } letters
    }.
pick_a_number =
    { $count ->
        [one] Please reply with the number 1.
        [2] Please reply with 1 or 2.
       *[other] Please reply with a number from 1 to { $count }.
    }
yes_or_no = Please reply 1 for yes or 2 for no.
write_the_word =
    { $count ->
        [one] Please write exactly { $word }. I never guess this answer.
        [2] Please write exactly { $word }, or reply with 2. I never guess this answer.
        [3] Please write exactly { $word }, or reply with 2 or 3. I never guess this answer.
       *[other] Please write exactly { $word }, or reply with a number from 2 to { $count }. I never guess this answer.
    }
not_in_range = Please reply with a whole number from { $low } to { $high }.
name_letters_only = Please write only the name. Letters, spaces, hyphens and apostrophes are fine.
name_two_words = Please write a first name and a family name. With one name only, write it twice.
not_a_day = I could not read that day. Please write it like 1 December 2026.
day_too_early = That day is too early. The first day that works is { $earliest }.
day_too_late = That day is too late. The last day that works is { $latest }.
weekday_differs = That weekday and that date do not match. Please write only the date, like 1 December.
not_a_time = I could not read that time. Please write it like 10:30 or 2 pm.
not_a_phone = I could not read that number. Please write the whole phone number, like 020 7946 0018.
not_an_email = I could not read that address. Please write it like name@example.org.
digits_needed =
    Please write { $length ->
        [one] { $length } digit
       *[other] { $length } digits
    } and nothing else.
not_a_code = I could not read that code. Please copy it exactly as it was given to you.
sent_before_question = That reached me before you saw my question. Please answer it again.

## Digits, for passwords read aloud.
digit_0 = zero
digit_1 = one
digit_2 = two
digit_3 = three
digit_4 = four
digit_5 = five
digit_6 = six
digit_7 = seven
digit_8 = eight
digit_9 = nine

## Letters and signs of a password, read aloud.
letter_small = small { $letter }
letter_big = big { $letter }
sign_at = at sign
sign_star = star
sign_dash = dash
