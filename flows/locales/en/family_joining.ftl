# Hello, the privacy notice, and what is asked of a family that wants to join.

## Hello. The first two come before the language is known.
hello =
    Hello. This is { $organisation }. I am a computer that answers messages.
    In danger? Call { $emergency }.
language_choice = Which language? / W jakim języku?
    .en = English
    .pl = polski
    .other = another one / inny
language_other =
    A person will ring you, with an interpreter if you need one. You can also ring { $phone }.
    In danger, call { $emergency }.
language_other_name = Which language do you speak? Please write its name.
hello_how_it_works =
    I ask some questions. Staff of { $organisation } read what you write here.
    This is not for emergencies. In danger, call { $emergency }.
    Write HELP at any time if someone may get hurt.
    Write RING ME at any time for a person.

## The privacy notice in short, before any question. The right to say no stands apart from the rest.
privacy_short =
    This is how { $organisation } uses what you tell us.
    We ask for your name and how to reach you.
    We need that to run safe groups and to offer you a place.
    Where you see the word SKIP, you can leave the question out.
    Only your group leader's team sees it. Others see it only to keep people safe.
    { $channel ->
        [whatsapp] Two US companies carry it: Meta, which owns WhatsApp, and Twilio. They could read it. Signal is more private.
        [spoken] A member of our staff writes it down for you.
       *[signal] Signal carries it and cannot read it.
    }
    We keep it on our computer, only as long as we need it.
    A person makes each decision about you, never a computer.
    You can see it, correct it, or ask us to delete it.
    You can complain to us, or to the ICO. The ICO checks how data is used.
privacy_object =
    You can say no to how we use it. Then write MY DATA.
    { privacy_links }
privacy_links =
    Our Privacy Policy:
    { $privacy_policy }
    Our Privacy Notice for groups:
    { $privacy_notice }
privacy_my_data = Reply MY DATA to see, correct or delete what we keep about you.
go_on = Shall we go on?
    .go_on = yes, go on
    .person = a talk with a person

## Codes.
have_code = Has somebody given you a code?
code = Please write the code.
code_refused =
    I cannot use this code. A code works once, for one person, for some days.
    You can ask for a new one.
    .again = writing a code again
    .without = going on without a code
code_wait =
    There were many wrong codes in the last hour. So I cannot look at this one now.
    Please wait an hour. HELP and RING ME work all the time.
    .again = writing a code again
    .without = going on without a code
phone_code = Please write the code that was made for your phone.
phone_code_used =
    Thank you. A person must confirm that this phone is yours.
    They will ring you or speak to you. Then I will write to you here.
phone_waits =
    A person must talk to you before this phone or app counts. They will ring you.
    Then I will write to you here. Write RING ME if you do not want to wait.
phone_code_wait =
    There were many wrong codes in the last hour. So I cannot look at this one now.
    Please wait an hour. HELP and RING ME work all the time.
phone_code_refused =
    I cannot use this code. A code works once, for some days.
    Please ask for a new one, or reply RING ME.

## The invitation. It holds no link and no password.
invitation =
    { $group ->
        [none] You are invited to join a group.
       *[other] You are invited to join { $group }.
    }
    This invitation is only for you. Please do not pass it on.
    Each adult who joins answers for themselves.

## Questions.
no_documents = Please do not send ID, photos or private details here. A few questions follow.
adults_count = How many adults want to join? Please write a number from 1 to 6.
full_name =
    { $count ->
        [one] What is your full name? Only your group leader's team will see it.
       *[other]
            { $n ->
                [1] What is the full name of adult 1? Please start with yourself. Only the group leader's team will see it.
               *[other] What is the full name of adult { $n }? Only the group leader's team will see it.
            }
    }
screen_name =
    { $count ->
        [one] Which name should others see on the screen?
       *[other] Which name should others see on the screen for adult { $n }?
    }
    Use a first name or a made-up name. Do not use the family name.
screen_name_is_first_name = I wrote down { $screen_name } for now. You can change it later.
is_adult = Is { $screen_name } 18 or older?
under_eighteen = Thank you. That is no problem. A person will talk to you about it.
ring_number =
    Which phone number may we ring?
    If you leave this out, we ring the number of this chat.
ring_number_no_phone = Which phone number may we ring, if there is one? For example a neighbour's.
safe_times = When is it safe to ring you? For example: weekdays after 10 in the morning.
phone_shared = Does somebody else use this phone too, or read its messages?
known_from = How do you know { $organisation }?
access_needs = Do you need anything to join in? For example an interpreter, captions, or video in place of a phone call.
needs_noted =
    Thank you for telling us what you need. A person will read it.
    Can you not hear on a phone? Then they send you a text message first.
    After that you meet by video, with an interpreter, or in person.
needs_captions = Captions in a meeting are fine. Please do not save them.
referred = Did somebody send you to us, for example a health visitor or a social worker?
referrer_may_be_asked = We may talk to the person who sent you. In a moment you can say no to that.
referrer_name = What is the name of the person who sent you?
referrer_role = What is their job?
referrer_organisation = Where do they work?
referrer_contact = What is their work phone or work email?
may_contact_referrer =
    May we talk to this person about you joining?
    We always tell someone if people may get hurt.

## Reading back.
read_back_adult =
    { $count ->
        [one] This is what I wrote down about you.
       *[other] This is what I wrote down about adult { $n }.
    }
    Full name: { $full_name }
    Name on the screen: { $screen_name }
    { $adult ->
        [yes] 18 or older: yes
       *[no] 18 or older: no
    }
    Is it right?
    .full_name = changing the full name
    .screen_name = changing the name on the screen
    .is_adult = changing the age
read_back =
    This is what else I wrote down.
    Adults who want to join: { $count }
    { $number ->
        [none] Number to ring: the number of this chat
       *[other] Number to ring: { $number }
    }
    Safe times: { $safe_times }
    { $shared ->
        [no_phone] You have no phone of your own.
        [yes] Somebody else uses this phone: yes
       *[no] Somebody else uses this phone: no
    }
    You know us from: { $known_from }
    { $access_needs ->
        [none] You need nothing special.
       *[other] You need: { $access_needs }
    }
    { $referrer ->
        [yes] Somebody sent you to us: yes
       *[no] Somebody sent you to us: no
    }
    Is it right?
    .adults_count = changing how many adults join
    .ring_number = changing the number
    .safe_times = changing the safe times
    .phone_shared = changing whether the phone is shared
    .known_from = changing how you know us
    .access_needs = changing what you need
    .referred = changing whether somebody sent you
read_back_referrer =
    This is what I wrote down about the person who sent you.
    { $referrer_name ->
        [none] Name: left out
       *[other] Name: { $referrer_name }
    }
    { $referrer_role ->
        [none] Job: left out
       *[other] Job: { $referrer_role }
    }
    { $referrer_organisation ->
        [none] Works for: left out
       *[other] Works for: { $referrer_organisation }
    }
    { $referrer_contact ->
        [none] Work phone or email: left out
       *[other] Work phone or email: { $referrer_contact }
    }
    { $asked ->
        [yes] We may talk to them: yes
       *[no] We may talk to them: no
    }
    Is it right?
    .referrer_name = changing the name
    .referrer_role = changing the job
    .referrer_organisation = changing where they work
    .referrer_contact = changing the phone or email
    .may_contact_referrer = changing whether we may talk to them

## Waiting, and after.
case_sent =
    { $days ->
        [one] Thank you, that is all. A person will ring you within { $days } working day.
       *[other] Thank you, that is all. A person will ring you within { $days } working days.
    }
case_proof =
    Your number is { $case }. The person will say it first, so you know it is us.
    We never ask for your bank details.
words_reminder =
    You can always write these words.
    HELP if someone may get hurt.
    RING ME for a person.
    STOP if we should not write to you first.
case_approved = Good news. We can offer you a place. First, please read what follows.
not_joined_yet = Thank you. A person must still check something. They will ring you. You can also ring { $phone }.
joined =
    { $group ->
        [none] You have a place in the group now. Welcome.
       *[other] You have a place in { $group } now. Welcome.
    }
joined_who_agreed = Only adults who have agreed can join. The others can still write to us.
joined_password =
    { $minutes ->
        [one] On the day, reply PASSWORD. You can do that from { $minutes } minute before the start.
       *[other] On the day, reply PASSWORD. You can do that from { $minutes } minutes before the start.
    }

## STATUS.
status_none = I have no request from this chat yet. To ask for a place, answer my questions. I ask them when you write to me.
status_on_hold =
    We have your request. Its number is { $case }.
    We need more time to decide. You hear from us by { $day }.
status_waiting =
    { $days ->
        [one] We have your request. Its number is { $case }. A person rings within { $days } working day.
       *[other] We have your request. Its number is { $case }. A person rings within { $days } working days.
    }
status_unfinished = Your request { $case } waits for your answer to my question here.
status_member = You have a place. On the day, reply PASSWORD. Reply RING ME for a person.
status_closed =
    Your request is closed. You can talk to us about it. Reply RING ME, or ring { $phone }.
    You can also complain. Reply COMPLAIN.
