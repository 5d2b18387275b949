# MY DATA, CHANGE, LEAVE, LANGUAGE and a second phone.

data_wish = What would you like us to do?
    .see = showing me what you keep about me
    .change = correcting something about me
    .delete = deleting what you keep about me
    .object = saying no to how you use it
data_object_stopped =
    We have stopped. I do not write to you first any more. Write START if you want that again.
    If you have a place, you keep it. Write LEAVE if you want to leave.
data_asked = Thank you. A person will answer you by { $when }.
data_checked_first = First they check that it is really you. Until then nothing is sent here.
data_not_unsent =
    Messages that were already sent stay on the phones. We cannot take them back.
    We may have to keep some things. We will tell you which, and why.

change_what = What would you like to change?
    .screen_name = the name on the screen
    .safe_times = when it is safe to ring
    .full_name = a full name
    .number = a phone number
change_nothing = There is nothing to change for this chat yet. Write BACK to change your last answer. Write RING ME for a person.
change_by_phone = For your safety a person changes that with you on the phone.
change_done = Thank you. It is changed.
change_not_done = I could not change it. Write RING ME for a person, or ring { $phone }.
new_screen_name = Which name should others see on the screen? Use a first name or a made-up name.
new_safe_times = When is it safe to ring you?

leave_nothing = There is nothing to leave for this chat. Write RING ME for a person.
leave_sure = Do you want to leave, { $screen_name }? You need not say why.
leave_stays = Nothing has changed. You still have your place.
left = Goodbye, { $screen_name }. You have left. You will get no more passwords.
left_data = We keep your details for some time, then we delete them. Write MY DATA to ask about them.
left_other_words =
    You can write RING ME to come back.
    If something was wrong, you can write UNHAPPY or COMPLAIN.

language_kept = I will write to you in this language now.

second_phone_nobody = I cannot make a code for another phone here. Write RING ME, or ring { $phone }.
second_phone_code =
    For { $screen_name }. This is the code for your own phone:
    { $code }
second_phone_next =
    Write to us from that phone. Say yes when I ask for a code.
    The code works once. A person will confirm the phone.
second_phone_own_code =
    For { $screen_name }. This is the code for one more phone or app of yours:
    { $code }
second_phone_own_next =
    Write to us from there, on Signal or on WhatsApp. Say yes when I ask for a code.
    The code works once. A person will talk to you before it counts.
second_phone_what = What would you like to do?
    .add = writing to us from one more phone or app
    .remove = taking off a phone or app that you have lost
    .leave = leaving it as it is
second_phone_remove =
    { $when ->
        [none] Have you lost your { $channel ->
            [whatsapp] WhatsApp
           *[other] Signal
        }? You have not written from there yet.
       *[other] Have you lost your { $channel ->
            [whatsapp] WhatsApp
           *[other] Signal
        }? You last wrote from there on { $when }.
    }
    If you say yes, I send nothing there any more.
    .yes = yes, take it off
    .no = no, keep it
second_phone_removed =
    Done. I send nothing to that { $channel ->
        [whatsapp] WhatsApp
       *[other] Signal
    } any more. A person has been told.
    If you find it again, write SECOND PHONE.
second_phone_kept = Nothing has changed.
