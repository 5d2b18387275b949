# What each adult agrees to: five points, the whole agreement, camera and own risk. The agreement's text is configuration.

agreement_audio =
    You can listen to the Group Agreement too. One of us reads it aloud:
    { $audio }
for_adult = For { $screen_name }. The next messages are for you.
agreement_to_read = There is something to read and agree to before the next password.
agreement_new_version = Our Group Agreement has changed. Please read the new one. Then you can have the next password.
agreement_nothing_open = There is nothing to agree to now. All is done.
agreement_thanks = Thank you. That is all. On the day, reply PASSWORD.

## The five points, each on a line of its own.
points =
    Please look at these five points.
    1. { point_keep_invitation }
    2. { point_no_screenshots }
    3. { point_no_recording }
    4. { point_camera_shows }
    5. { point_video_off }
point_keep_invitation = Please do not share this invitation. It is only for you.
point_no_screenshots = Please take no screenshots. Other families have not said yes to a picture.
point_no_recording = Please do not record. This means video, sound and notes made by a computer.
point_camera_shows = Please think about what your camera shows.
point_video_off = You can have your video off at any time. You can still join in. The leader can turn off a video too.
agreement_text = { $agreement }
camera_advice =
    Strangers may see what is behind you. Sit where nothing behind you is private.
    Private things are, for example, letters, photos, school badges or your street.
agreement_question =
    Do you agree to the Group Agreement?
    Please answer for yourself only.
    .questions = asking a question first

## Own risk.
own_risk_care =
    We do all we can to keep you and your name safe.
    We cannot promise that nothing will go wrong online.
    You join at your own risk.
    If joining upsets you, or you lose something, we cannot be held responsible.
own_risk_rights = This does not take away any rights that the law gives you.
own_risk_question = Do you understand that you join at your own risk?
    .questions = asking a question first

## Not yet, or no.
agreement_call =
    A person will ring you and answer your question. You can also ring { $phone }.
    My question stays open until then.
agreement_no =
    Thank you for telling us. Without this you cannot join. That is fine.
    If you change your mind, write RING ME or ring { $phone }.
agreement_not_kept = I could not keep this answer. Please write RING ME, and a person will help you.

## NOT ME: what staff wrote down was not theirs.
not_me_nothing =
    Nobody has written down a yes for you that counts now.
    Write RING ME for a person, or ring { $phone }.
not_me_done =
    Thank you for telling us. That yes does not count any more.
    You did nothing wrong.
    I ask you myself before your next password.
not_me_rings =
    Somebody else rings you by the next working day.
    You can also ring { $phone }.
    If someone may get hurt, write HELP, or call { $emergency }.
