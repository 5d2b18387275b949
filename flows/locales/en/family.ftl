# What families are told outside a conversation: by a word that works anywhere, by what staff do, by the clock.

# Before whatever is sent to a phone that several people use. Texts for one adult say it themselves.
addressed = For { $names }.

## Things that are no answer.
not_a_text_photo =
    I cannot look at pictures, so I did not keep it.
    Please write it in words. Please never send a photo of ID.
not_a_text_voice =
    I cannot listen to voice messages, so I did not keep it.
    Please write, or reply RING ME and a person will ring you.
not_a_text_sticker = I cannot read stickers. Please write your answer in words.
not_a_text_video =
    I cannot watch videos, so I did not keep it.
    Nobody may record a session. Please write it in words.
not_a_text_file =
    I cannot open files, so I did not keep it.
    Please write it in words. Please never send ID.
picture_reminder =
    Please send no pictures or news of other families, here or anywhere.
    They have not said yes to it.
picture =
    I could not see it, so I ask. Did it show only your own family?
    If you are in a group and it showed others, a manager hears of it.
    Nothing else changes.
    .yes = Yes, only my own family
    .no = No, other people too
picture_own = Thank you. All is well.
picture_told =
    Thank you for saying so. I kept no picture.
    If you are in a group, a manager hears of it. They may talk with you.
cannot_say_who = I cannot talk about who is or is not in a group.

## Where we are.
still_waiting =
    A person is still looking at your request. You will hear from us here.
    Reply STATUS to see where it is. Reply RING ME for a person.
parked_sorry =
    Sorry, something went wrong here. It is not your fault.
    A person has been told. You can also write RING ME, or HELP if someone may get hurt.
nothing_before = There is no question before this one. Please go on from here.
back_to_question = Now back to my question.
welcome_back = Welcome back. We go on where you stopped.
unknown_after_end =
    Thank you for your message. I am a computer and know only some words.
    Reply PASSWORD for the password. Reply UNHAPPY to tell the leader something.
    Reply CHANGE to change a detail. Reply MY DATA to see what we keep, or to have it deleted.
    Reply HELP and then 2 for all the words.
    Reply RING ME for a person. Reply HELP if someone may get hurt.
barred_fixed =
    I can only help you with three things here.
    Reply COMPLAIN to complain.
    Reply MY DATA to ask about what we keep about you.
    Reply HELP if someone may get hurt.
restricted_notice =
    For now only some words work here. A manager has decided this.
    Your place stays the same. You can still write PASSWORD, LEAKED and LEAVE.
    Write COMPLAIN if you do not agree. Write HELP if someone may get hurt.
restricted_fixed =
    For now only some words work here.
    Reply COMPLAIN to complain, or UNHAPPY if something is wrong in the group.
    Reply MY DATA to ask about what we keep about you.
    Reply HELP if someone may get hurt.
unrestricted_notice = You can write to us here as before.

## STOP, START, CLEAR.
stopped =
    I will not write to you first any more. I still answer what you write.
    Reply START to hear from us again.
started = Thank you. You will hear from us again.
stopped_only_here = This is about this chat. I may still write to your other phone or app. If you do not want that, write STOP there too.
clear_line = Thank you. Have a good day.

## A session, from first notice to the end. No word of it says what kind of group it is.
meeting_today = Your group is today. Reply PASSWORD.
meeting_starts =
    Your group starts on { $when }.
    Reply PASSWORD to get the link and the password.
reply_password = There is news about today. Reply PASSWORD.
meeting_link =
    For { $screen_name }. This is the link for today. Please do not pass it on.
    { $link }
meeting_password =
    For { $screen_name }. This is the password for today:
    { $password }
    In words: { $password_words }.
    It works only today. Please do not pass it on.
    Use the name { $screen_name } on the screen.
    Think about what your camera shows. Your video can stay off.
    If you think someone else has this password, reply LEAKED.
    Your reference: { $reference }
## A group that meets by a Signal or WhatsApp call: a link and no password.
meeting_call =
    For { $screen_name }. There is no password for this call.
    Follow the link when your group starts. Then wait. The leader lets you in.
    Use the name { $screen_name } on the screen.
    Think about what your camera shows. Your video can stay off.
    If you think someone else has this link, reply LEAKED.
    Your reference: { $reference }
agreement_short =
    Our Group Agreement in short:
    Keep your invitation and your password to yourself.
    Take no screenshots and record nothing.
    Think about what your camera shows. You can have your video off.
    Tell the leader, or reply UNHAPPY, if something is wrong.
screen_name_set =
    The leader has changed your name on the screen. It is now { $screen_name }.
    Reply CHANGE if you want another one.
password_changing = The link or the password is being changed. Please wait. We will write to you.
password_changed =
    The password has changed. The old one does not work any more.
    You did nothing wrong. The new one follows.
link_changed =
    The link has changed. The old one does not work any more.
    You did nothing wrong. The new one follows.
meeting_moved =
    Your group has moved. It is now on { $when }.
    An earlier link or password does not work any more. On the day, reply PASSWORD.
meeting_cancelled =
    Your group on { $day } will not take place. We are sorry.
    An earlier link or password does not work any more.
meeting_late_only =
    { $minutes ->
        [one] Your group starts { $minutes } minute late today.
       *[other] Your group starts { $minutes } minutes late today.
    }
meeting_late =
    { $minutes ->
        [one] Your group starts { $minutes } minute late today. The link and the password stay the same.
       *[other] Your group starts { $minutes } minutes late today. The link and the password stay the same.
    }

## Decisions about somebody's place. No reason is given here, and never who said something.
case_declined =
    We cannot offer you a place in a group.
    You can talk to us about it. Reply RING ME, or ring { $phone }.
    You can also complain. Reply COMPLAIN.
    Reply MY DATA to ask about what we keep about you.
broken_point =
    { $point ->
        [keep_invitation] Keep your invitation and password to yourself.
        [no_screenshots] Take no screenshots.
        [no_recording] Do not record.
        [be_kind] Be kind.
        [keep_private] What you hear in the group stays in the group.
       *[other] Another point. A person can tell you which one.
    }
suspended_notice =
    For { $screen_name }. From { $since } you cannot join the group.
    We think this point of the Group Agreement was broken:
    { broken_point }
    A manager will decide. We will write to you here.
    You can complain. Reply COMPLAIN. Reply RING ME for a person.
barred_notice =
    For { $screen_name }. A manager has decided about this point of the Group Agreement:
    { broken_point }
    From { $since } on you are barred. That means you cannot come back to the group.
    It does not change the rights the law gives you.
    You can complain. Reply COMPLAIN.
    Reply MY DATA to ask about what we keep about you.
restored_notice =
    For { $screen_name }. The manager has decided. You can join the group again.
    On the day, reply PASSWORD. If you are unhappy about this, reply COMPLAIN.
unbarred_notice =
    For { $screen_name }. A manager has decided that you can join the group again.
    On the day, reply PASSWORD.
readmitted_family =
    A manager has looked at this again. Now a person decides about your place.
    There is nothing that you must do.
readmitted_notice =
    A manager has looked at this again. You can ask for a place again.
    Reply RING ME, and a person will talk with you about it.
excluded_notice =
    We can no longer offer you a place in a group.
    You can talk to us about it. Ring { $phone }.
    You can also complain. Reply COMPLAIN.
    Reply MY DATA to ask about what we keep about you.
invitation_expiring =
    Your invitation ends on { $day }. Until then you can still answer my questions here.
    Reply RING ME if you want to talk to a person.
membership_active = All is done. You have a place now. On the day, reply PASSWORD.
frozen_notice =
    Your phone has changed, or you have not written for a long time.
    For your safety we need to talk to you first.
    A person will ring you. You can also reply RING ME.
unfrozen_notice =
    Thank you for talking to us. You can use this chat as before.
    You can set a PIN in the settings of this app. Then it is hard to take your number from you.

## Somebody records or takes screenshots (H3.4).
recording_thanks =
    Thank you for telling us. You did the right thing.
    Nobody may record a session or take screenshots.
recording_refused =
    I did not keep it. Nobody may record a session.
    A person has been told and looks at it today.
    If you want to talk to us, write RING ME.
recording_told =
    A person has been told and looks at it today.
    You do not have to speak to anyone about it. Write RING ME if you want to talk to us.

## Complaints, calls and phones.
complaint_acknowledged =
    Your complaint { $code } has been read by { $handler }.
    You will have an answer by { $answer_by }. Complaining does not change your place.
complaint_answered =
    This is our answer to your complaint { $code }:
    { $details }
complaint_after_first =
    If you are not happy with it, write MY COMPLAINT.
    Then somebody else looks at it again.
complaint_after_review =
    We have looked at it twice. This is our last answer.
    You can still talk to us. Ring { $phone }.
complaint_progress =
    Your complaint { $code } takes longer. This is why:
    { $details }
    You will have an answer by { $answer_by }. We are sorry.
complaint_handed_on =
    Somebody else looks at your complaint { $code } now. It is { $handler }.
    We are sorry that you had to wait.
    You will hear from a person by { $acknowledge_by }.
complaint_late =
    Your complaint { $code } takes longer than we said. We are sorry.
    You will have an answer by { $answer_by }.
call_booked = A person will ring you. They will say this number first: { $code }
phone_confirmed =
    This phone is confirmed now. You can use it from today.
    Once you have a place, reply PASSWORD on the day.
contact_confirmed =
    This is confirmed now. You can write to us here too. I answer where you write.
    All else I send to your { $channel ->
        [whatsapp] WhatsApp
       *[other] Signal
    } only.
contact_added =
    You can write to us from one more phone or app now.
    Was this not you? Then write RING ME now, or ring { $phone }.
contact_removed_here =
    This chat was taken off. I send nothing here any more.
    If that was not you, ring { $phone }.

## A one-to-one (I1). Whoever is meant reads about it with MY MEETING.
one_to_one_waits =
    For { $screen_name }. We would like to talk with you, just the two of us.
    Reply MY MEETING to read about it.

## An adult who said yes to staff by voice is told so on their own phone.
heard_agreement =
    { $method ->
        [call] For { $screen_name }. { $by } wrote down that you said yes to the Group Agreement on the phone.
        [video] For { $screen_name }. { $by } wrote down that you said yes to the Group Agreement on video.
       *[in_person] For { $screen_name }. { $by } wrote down that you said yes to the Group Agreement when you met.
    }
    Was that not you? Write NOT ME.
heard_own_risk =
    { $method ->
        [call] For { $screen_name }. { $by } wrote down that you understand the advice about risk. You said so on the phone.
        [video] For { $screen_name }. { $by } wrote down that you understand the advice about risk. You said so on video.
       *[in_person] For { $screen_name }. { $by } wrote down that you understand the advice about risk. You said so when you met.
    }
    Was that not you? Write NOT ME.
