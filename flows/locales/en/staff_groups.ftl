# GROUP, INVITE and REFERRAL: groups, their seats, and the codes by which families come.

staff_groups_none = You have no group yet. Write GROUP to make one, or ask a manager for a seat.
staff_line_group =
    { $n }. { $group }: leader { $leader ->
        [none] MISSING
       *[other] { $leader }
    }, second { $second ->
        [none] MISSING
       *[other] { $second }
    }, { $adults ->
        [one] { $adults } adult
       *[other] { $adults } adults
    }
staff_line_member = { $n }. { $name }
staff_line_platform =
    { $n }. { $platform ->
        [zoom] Zoom
        [signal_call] Signal call
        [whatsapp_call] WhatsApp call
       *[other] { $platform }
    }

staff_group = What do you want to do with a group?
    .seats = Change a seat
    .make = Make a group
    .online = Say whether it meets online
    .theme = Say whether sensitive things may come up
staff_group_which =
    Which group?
    { $lines }
staff_group_seat = Which seat?
    .leader = Leader
    .second = Second
    .moderator = Moderator
staff_group_who =
    Who takes the seat?
    { $lines }
staff_group_seated = Done. The seat in { $group } has a new holder.
staff_group_name = What is the group called?
staff_group_platform =
    Where does it meet?
    { $lines }
staff_group_leader =
    Who leads it? A practitioner with a current qualification mark.
    { $lines }
staff_group_second =
    Who is the second? Somebody else.
    { $lines }
staff_group_made = The group { $name } is made. Its code is { $group }.
staff_group_seats_open = A seat in { $group } is still empty. Nobody can be invited yet. Write GROUP { $group }.
staff_group_complete = Leader and second of { $group } are in place. Write INVITE { $group } to invite a family.

staff_invite_which =
    Invite into which group?
    { $lines }
staff_invitation = One invitation to { $group }, for one family. It works once, until { $when }. I never write to a family first: pass on the next message yourself. Did it go to the wrong person? Write REVOKE.
staff_referral = One code, for one family, until { $when }. Send the next message to the referrer, who hands it on to the family. The family must write to us themselves. Did it go to the wrong person? Write REVOKE.
staff_hand_on_referral = For the family. { $organisation } has groups for families. You can ask for a place: write to our message helper, and send it this code: { $code }. It works once, for your family only. A person then rings you.
staff_hand_on_referral_links =
    For the family. { $organisation } has groups for families. You can ask for a place: write to our message helper, and send it this code: { $code }. It works once, for your family only. A person then rings you. You can write here:
    { $lines }
staff_hand_on = Hello from { $organisation }. Please write to our message helper, and send it this code: { $code }. It is only for you. Please do not pass it on.
staff_hand_on_links =
    Hello from { $organisation }. Please write to our message helper, and send it this code: { $code }. It is only for you. Please do not pass it on. You can write here:
    { $lines }
staff_group_theme_set = Written down for { $group }. It holds for the meetings you plan from now on.

staff_revoke_none = No code is out that you can take back.
staff_line_code_out =
    { $kind ->
        [referrer] { $n }. For a referrer
       *[group] { $n }. { $group }
    }: made { $since }, works until { $until }
staff_revoke_which =
    Which code do you take back? Nobody has used these yet. If you have the code itself, write REVOKE and the code instead.
    { $lines }
staff_revoke_sure = After this the code works for nobody, and whoever tries it is not told why. Take it back?
    .yes = Yes, take it back
    .no = No
staff_revoke_done = Done. The code works no longer. Write INVITE or REFERRAL for a new one.
