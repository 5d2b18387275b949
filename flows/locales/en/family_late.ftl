# What a family hears when staff are late. No parameters.
case_on_hold =
    We need more time to decide about your place.
    You did nothing wrong. There is nothing that you must do.
    You hear from us by { $day }.
    Reply RING ME to talk to a person, or ring { $phone }.
case_late =
    Your request takes longer than we said. We are sorry.
    A person will ring you soon. Reply RING ME to give us a safe time.

# Requests about data, to whoever asked (X4).
data_answered =
    About your request { $code }:
    { $words }
data_erased =
    We are deleting what we keep about you. We do it in ten minutes.
    After that, this chat does not know you.
data_stays_barred = We keep your name and this address. This is because you cannot come back to the group.
data_stays_complaints = We keep your complaint for as long as our rules say.
data_stays_agreements = We keep the date when you agreed to our rules. Your name is not with it.
data_stays_audit = We keep a list of what we did. There are no names in it.
data_ask_again = You can ask us why. You can also complain to the ICO.
