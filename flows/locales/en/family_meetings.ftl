# PASSWORD and LEAKED. The link and the password themselves are in family.ftl; they come through the gate.

which_adult =
    Who is this for? Please write the number.
    { $names }
own_code =
    For { $screen_name }. Please write your own four digits.
    You agreed them with us on the phone.
own_code_wrong = That did not work. Write PASSWORD to try again, or RING ME for a person.
own_code_missing =
    This phone is shared, so you need four digits of your own.
    We agree them with you on the phone. Please write RING ME.
password_nothing = I have no password for you now. Write RING ME for a person, or ring { $phone }.
password_off_today =
    There is no meeting for you today. We are sorry.
    An earlier link or password does not work any more.
password_not_yet =
    { $minutes ->
        [one] There is no password yet. Please write PASSWORD again { $minutes } minute before your group starts.
       *[other] There is no password yet. Please write PASSWORD again { $minutes } minutes before your group starts.
    }
    Sometimes it takes a little longer. Staff must make everything ready first.
password_talk_first =
    For your safety we need to talk to you first.
    A person will ring you. You can also write RING ME.
password_agree_first = First there is something to agree to. Please answer my question, or write RING ME.
leaked_changed =
    Thank you for telling us. You did the right thing.
    From now on we give the old link and password to nobody. They are being changed.
    Please wait. We will write to you.
leaked_noted =
    Thank you for telling us. You did the right thing.
    There is no password here that I can change. Write RING ME for a person.
