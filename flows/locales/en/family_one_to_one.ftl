# MY MEETING: a talk with one member of staff. One idea a message.

one_to_one_none = There is no talk planned with you now. Write RING ME for a person.
one_to_one_invitation =
    { $staff } would like to talk with you alone.
    It is on { $when }.
## G4.2: the five points, as they are said where there are only two.
one_to_one_points =
    Please look at these five points.
    1. { point_keep_invitation }
    2. Please take no screenshots.
    3. { point_no_recording }
    4. { point_camera_shows }
    5. You can have your video off at any time. You can also end the talk at any time.
one_to_one_question =
    Do you agree to this for the talk?
    You can say no. It does not change your place.
    .questions = asking a question first
one_to_one_no = Thank you for telling us. The talk will not take place. That is fine.
one_to_one_settled = Your talk with { $staff } is on { $when }.
one_to_one_call =
    { $platform ->
        [whatsapp_call] { $staff } rings you on WhatsApp. There is no password.
       *[other] { $staff } rings you on Signal. There is no password.
    }
    Do you know the voice or the face? If not, end the call.
one_to_one_password = Reply PASSWORD on the day. You get the link and the password then.
talk_today = Your talk is today. Reply PASSWORD.
talk_cancelled = Your talk on { $day } will not take place. We are sorry.
talk_late =
    { $minutes ->
        [one] Your talk starts { $minutes } minute late today.
       *[other] Your talk starts { $minutes } minutes late today.
    }
