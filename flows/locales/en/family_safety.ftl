# HELP, the calm reply to a disclosure, and RING ME. No "do not worry", no promise of secrecy.

help_emergency =
    If someone is in danger now, call { $emergency }.
    If you cannot speak on a mobile, stay on the line and press { $number }.
help_choice = What do you need?
    .hurt = someone may get hurt
    .how = how this works
    .ring_me = a call from a person
how_this_works =
    I am a computer. I help you to join a group and to get its password.
    Staff of { $organisation } read what you write.
words_that_work =
    You can always write these words.
    PASSWORD for the link and the password on the day.
    LEAKED if someone else may have the password.
    UNHAPPY to tell the leader something.
    COMPLAIN to complain.
    RING ME for a person.
words_about_you =
    CHANGE to change a detail.
    LEAVE to leave the group.
    MY DATA and PRIVACY for what we keep about you.
    STOP if we should not write first.
    BACK for the question before.
    LANGUAGE for another language.
neutral_first_line = Thank you. Here is some information.
concern_thanks = Thank you for telling us. This matters.
concern_emergency =
    If someone is in danger now, call { $emergency }.
    If you cannot speak on a mobile, stay on the line and press { $number }.
concern_told =
    I am a computer. I have told our safeguarding person.
    They will contact you as soon as they can. I cannot say exactly when.
concern_may_tell_others = We may need to tell others to keep people safe.
concern_helpline =
    You can also call a helpline:
    { $helpline }
concern_more = Thank you. I pass this on too.
safe_to_write = Is it safe to write to you here?
safe_to_write_yes = Thank you. Our safeguarding person may write to you here, or ring you.

## A3: words that no list knows, but that may be about harm.
unease_why = I am a computer, and I may be wrong. Some of your words made me want to ask.
unease = Is somebody being hurt, or is somebody afraid? In danger now, ring { $emergency }.
    .yes = yes
    .no = no
    .ring_me = please ring me
unease_no = Thank you. If that changes, write HELP.

## RING ME.
ring_promised =
    A person will ring you. You can also ring { $phone }.
    In danger, write HELP.
ring_time =
    When is it safe to ring you?
    If you cannot hear on a phone, write that. Then we send a text message, and meet by video or in person.
ring_time_kept = Thank you. We will ring you at a safe time.
ring_any_time = Thank you. We will ring you.

## What is better said than written (I2.3).
talk_instead =
    Thank you for trusting us with this. Talking is safer than writing here.
    So please do not write more about it here.
talk_instead_call = Shall a person ring you?
talk_instead_no = That is fine. You can write RING ME later, or ring { $phone }.
