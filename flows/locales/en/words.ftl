# The words that families can always write. Attributes name what the word starts; spellings are separated by commas.
words = Words that always work
    .help = HELP, SOS
    .ring_me = RING ME, RINGME, CALL ME
    .unhappy = UNHAPPY
    .complain = COMPLAIN, COMPLAINT, I WANT TO COMPLAIN
    .complaint_status = MY COMPLAINT, WHAT IS HAPPENING WITH MY COMPLAINT
    .leaked = LEAKED, LEAK
    .password = PASSWORD, PASS, GET PASSWORD
    .one_to_one = MY MEETING, ONE TO ONE
    .stop = STOP
    .start = START
    .leave = LEAVE
    .my_data = MY DATA, DELETE ME, DELETE MY DATA, SHOW ME WHAT YOU HAVE, DELETE ME AND SHOW ME WHAT YOU HAVE
    .privacy = PRIVACY
    .change = CHANGE
    .back = BACK
    .clear = CLEAR
    .language = LANGUAGE
    .status = STATUS, WHAT IS HAPPENING, WHAT IS HAPPENING WITH MY REQUEST
    .not_me = NOT ME, THAT WAS NOT ME
    .second_phone = SECOND PHONE, OTHER APP, LOST PHONE
not_a_text_edit = I see that you changed a message. I cannot use the change. Please write it again as a new message.
deleted = (deleted)
message_waiting = We have a message for you. Reply with any word to read it.
invitation_waiting = An invitation is here for you. Reply with any word to read it.
news_waiting = There is news about what you asked us. Reply with any word to read it.
approval_again = We must check something again before your next group. You did nothing wrong. A person will ring you.
check_again = We need to talk with you before we can go on. Reply with any word.
still_here = Thank you. We have seen your message.
staff_challenge_required = { $channel } sends nothing for us until a person solves a puzzle. Messages wait until then. Please tell whoever looks after the computer: doorstep signal-challenge says how.

## The leaflet that staff print.
leaflet_write = Write to our message helper. Point your phone's camera at one of the pictures. Then send the message.
leaflet_code = Send this code:
leaflet_only_you = The code is only for you. It works once. Please do not pass it on.
leaflet_emergency = This is not for emergencies. If someone is in danger now, call { $emergency }.
