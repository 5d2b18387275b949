# COMPLAIN, MY COMPLAINT and UNHAPPY.

complain_welcome =
    You can complain, and thank you for telling us.
    Complaining will not change your place.
complaint_danger = Is someone in danger, or has someone been hurt?
    .not_sure = not sure
complaint_about = What is your complaint about?
    .group = a group
    .staff = somebody who works for us
    .data = your personal information
    .other = something else
    .nursery = a nursery
complaint_named = Who is it about? That person will not see your complaint.
complaint_hide_name =
    We can see your number. Only the person who looks at your complaint sees it.
    To complain without a name, ring { $phone } instead.
    Shall we hide your name from everybody else?
complaint_hide_name_aloud =
    You need not say who you are.
    Only the person who looks at your complaint reads it.
    We can ring you back only if we know your number.
    Shall we hide your name from everybody else?
complaint_words = Please write in your own words what happened, in one message.
complaint_received =
    Thank you. We have your complaint. Its number is { $code }.
    { $handler } deals with it.
    You will hear from a person by { $acknowledge_by }.
    You will have an answer by { $answer_by }.
complaint_outside = { $lines }
complaint_changes_nothing =
    Complaining does not change your place.
    Write MY COMPLAINT and its number, from any phone, to see where it is.
    Write HELP if someone may get hurt.
complaint_talk = Shall somebody ring you soon, to put it right? Your complaint goes on as well.
complaint_talk_promised = Thank you. A person rings you by the next working day. It is nobody that you complained about.
complaint_talk_not_now = There is nobody who could ring you about this now. Your complaint goes on.
complaint_number_unknown = We do not know the number { $code }. Please look at it again.
complaint_is_answered_there = This complaint has been answered, in the chat that it came from.
complaint_is_none = There is no complaint from this chat. Write COMPLAIN to make one.
complaint_is_received = We have your complaint. You will hear from a person by { $when }.
complaint_is_read = A person is looking at your complaint. You will have an answer by { $when }.
complaint_is_late = Your complaint takes longer than we said. We are sorry. The next date is { $when }.
complaint_is_answered = Your complaint has been answered.
complaint_is_final =
    Your complaint has been looked at twice. This was our last answer.
    You can still talk to us. Ring { $phone }.
complaint_review =
    Are you unhappy with the answer? Then somebody else can look at it again.
    Do you want that?
complaint_review_no = All right. Write MY COMPLAINT if you change your mind.
complaint_review_words = What is still wrong? Please write it in one message.
complaint_review_late =
    The time to ask is over. We still look at it if there is a reason.
    What is still wrong, and why do you ask only now? Please write it in one message.
complaint_review_asked =
    Thank you. Somebody else looks at your complaint { $code } now.
    That is { $handler }.
    You will hear from a person by { $acknowledge_by }.
    You will have an answer by { $answer_by }.
complaint_review_not_now = That is not possible now. Write MY COMPLAINT to see where it is.

## A family without a phone of its own: whoever speaks for it hears all it says (X5).
complaint_heard =
    A person on our staff hears what you say now, and writes it down.
    They never deal with your complaint.
    Do you want to tell somebody else?
    .another = yes, somebody else rings me
    .go_on = no, I tell it now
complaint_another_rings =
    Thank you. Somebody else rings you by the next working day.
    You can also ring { $phone }. Ask for another person.
    If someone may get hurt, say so at any time, or call { $emergency }.
complaint_not_here =
    I can say nothing about a complaint in this call.
    Somebody else rings you by the next working day. They can tell you more.
    You can also ring { $phone }. Ask for another person.
    If someone may get hurt, say so at any time, or call { $emergency }.
complaint_another_not_now = There is nobody who could ring you about this now. Please ring { $phone }, and ask for another person.

## UNHAPPY.
unhappy_welcome = Thank you for telling us. A person will read it.
unhappy_about_leader = Is it about the leader of the group? Then somebody else reads it.
unhappy_words = What is wrong? Please write it in one message.
unhappy_told_leader = Thank you. The leader has been told.
unhappy_told_another = Thank you. Somebody else has been told, not the leader.
unhappy_other_ways =
    Write COMPLAIN if you want to complain.
    Write RING ME for a person. Write HELP if someone may get hurt.
