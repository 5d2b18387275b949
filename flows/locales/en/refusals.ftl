# Why something is refused: what is missing, and what would work. Ids come from flows/policy; staff read them after WHY.

## Accounts and roles
refused_staff_left = This account is closed. A manager can open a new one.
refused_policies = Please confirm the data protection and confidentiality policies first: write POLICIES. Then try again.
refused_named_human = Only a named member of staff can decide this. The bot never does it by itself.
refused_not_here = This cannot be shown here. Ask for it on your private line.
refused_theme_unanswered = Please say first whether sensitive personal things may come up in this group.
refused_not_live = Only what somebody says to you now can be written for them: by phone, by video or in person.
refused_spoken_for = A colleague is writing for this family now. Please try again later.
refused_hear_leader = Only the leader of the group or a manager can hear an adult agree. Ask one of them.
refused_hear_no_phone = This family has no phone of its own. Write FOR and its T- code; CASE shows it.
refused_ring_back = Anybody can ring and say a name. Hang up, ring the number in CASE, and begin again.
refused_digits_said = These are not the four digits that were agreed with this adult. Hang up. If they forgot them, agree new ones on a call to the number in CASE.
refused_flagged_voice = This family has an alert on its file, so a voice is not enough. Meet this adult, or see them on video. They can also answer on their own phone.
refused_cannot_be_told = This adult cannot be told on their own phone now, so nobody can agree for them. They write the word themselves. After STOP, START lets us write to them again.
refused_disowned = This adult said that an earlier yes was not theirs. They write the word themselves now.
refused_speaks_for_another = You are writing for another family now. Write OVER first.
refused_not_the_team = This is for the team of that group. Look at the code again, if you wrote one. Or ask its leader, its second or a manager.
refused_not_staff_of_group = This is for staff of that group, or a manager. Look at the code again: WEEK shows your meetings. Or ask its leader to give you a seat.
refused_behind_glass = This family has a group, so its case is for that group's team. You can open it with BREAK GLASS and its code: you say why, and others hear of it.
refused_glass_role = Only a manager, the safeguarding lead or deputy, or the data lead can open a case this way. If it cannot wait, ring one of them.
refused_glass_not_needed = You may read this case as it is: write CASE and its code.
refused_glass_closed = This case cannot be opened this way now. There can be several reasons, and I give none to anybody. If it cannot wait, ring another manager or the safeguarding lead. They hear that you asked.
refused_say_why = You are not in this group's team. Say why you need to see this. Your reason is kept on record.
refused_only_manager = Only a manager can do this. Ask a manager.
refused_only_leader = Only the leader of the group can do this, or whoever stands in for the leader.
refused_no_such_request = There is no open request with this code. Write DATA to see those that wait.
refused_held_back = Something still holds deletion back: an open complaint, concern or breach, or your own hold. Close it first.
refused_only_data_lead = Only the data lead can answer a request about someone's data. Pass it on.
refused_already_done = This is already done. There is nothing more to do here.
refused_reporter_decides = You reported this, so somebody else must decide. Ask another manager.
refused_decider_lifts = You decided this yourself, so somebody else must lift it. Ask another manager.
refused_reason_missing = A short reason is missing. Write it; only a few people may read it.

## Invitations
refused_only_leader_invites = Only the leader of the group or a manager can invite. Ask one of them.
refused_group_not_online = This group does not meet online. A manager can change that.
refused_group_paused = This group is paused. It needs a leader and a second before it can go on.
refused_no_leader = The group has no leader. A manager must seat a qualified practitioner first.
refused_no_second = The group has no second. Seat a practitioner or an assistant first.
refused_shut_out = This family or person has no place here now. A manager can change that.
refused_code = This code does not work. A code works once, for one person, for some days. Please ask for a new one.
refused_no_code_out = No code like this is out that you can take back. Who gave it out can, the leader of its group, or a manager. Write REVOKE to see yours.
refused_code_used = Somebody has used this code already, so it cannot be taken back. It lets nobody in by itself: a person still decides.
refused_code_over = This code works no longer. There is nothing to take back.
refused_too_many_codes = There were many wrong codes in the last hour. Codes are looked at again in an hour.
refused_agreement_text_missing = The Group Agreement is not in it in full. Add the whole text.
refused_points_missing = One of the five points is missing from the invitation. All five must stand there.
refused_privacy_link_missing = The link to the privacy policy is missing. Add it to the invitation.
refused_privacy_link_host = The privacy policy link does not lead to our own website. Correct it in the settings.
refused_privacy_notice_missing = The link to the privacy notice for groups is missing. Add it to the invitation.
refused_camera_advice_missing = The advice about the camera is missing from the invitation. Add it.
refused_own_risk_advice_missing = The advice about joining at your own risk is missing from the invitation. Add it.
refused_secret_in_invitation = An invitation never holds a meeting link or a password. Take it out.

## Checking a family
refused_case_closed = This case is closed. A family can ask again at any time.
refused_claimed_by_another = A colleague has already taken this case. Speak to them.
refused_claim_first = Take this case first. Then you can record what you found.
refused_ground_missing = How do we know this family? Say which group, nursery or activity, and roughly when.
refused_call_method = A live contact is a call, a video call or a meeting in person. Choose one.
refused_call_outcome = Say how the call went: reached, or no answer.
refused_identity_method = Choose how the identity was checked. Never keep a copy or a number of a document.
refused_identity_result = Say what came of it: confirmed, not confirmed, or doubt.
refused_suitability_outcome = Say whether the group suits this family: suitable, or not suitable.
refused_suitability_reason = Add a short reason for the answer about suitability. Only a few people may read it.
refused_referrer_outcome = Say what came of it: confirmed, not confirmed, not reached, or not asked. Write no history.
refused_family_said_no = The family asked us not to speak to this person. Respect that, unless someone's safety needs it.

## Alerts on a file
refused_only_flaggers = Only a manager or the safeguarding lead puts an alert on a file, or takes it off.
refused_own_flag = You put this alert there, so somebody else must take it off.

## Deciding about a family
refused_only_leader_decides = Only the leader of the group or a manager decides. Ask one of them.
refused_already_decided = This was already decided. Nothing has changed.
refused_needs_both = This takes two people who say the same: the leader and a manager. One of them is not enough. Yours is kept, and the other one is asked.
refused_no_such_case = There is no case with this code. Please look at the code again: a family hears its own with STATUS.
refused_hold_reason = To put a case on hold takes a short reason. Write it; the team of the case reads it.
refused_hold_too_long = A case is put on hold for some working days only. Choose fewer; it can be put on hold again.
refused_already_excluded = This family is excluded already. BARS shows it, and who decided.
refused_second_asked = Kept, and not done yet. Something about this family is open, so two managers shut it out together. What is open I say to nobody. Another manager was told, and decides with EXCLUDE. Nothing changes until then. If it cannot wait, BREACH suspends one person at once.
refused_family_not_in_group = This family is not in that group. Write EXCLUDE and its code again to see in which it is.
refused_excluded_family = This family is excluded. A manager must lift that first.
refused_barred_person = This person is barred from the group. A manager must lift that first.
refused_group_missing = Choose the group that the family joins. Then decide.
refused_known_or_not = Say first whether we know this family or not.
refused_contact_missing = Nobody has spoken to this family yet. Ring them, or meet them, and record it.
refused_identity_missing = The identity of every adult must be confirmed. Check it and record it.
refused_suitability_missing = It is not yet recorded whether the group suits this family. Record it.
refused_not_suitable = The record says that the group does not suit this family. Change the record first, or decline.

## Groups and seats
refused_candidate_left = This person's account is closed. Choose a colleague.
refused_leader_practitioner = A leader must be a practitioner. Choose one, or make this person the second.
refused_leader_qualification = The leader has no current qualification mark. A manager can set one.
refused_second_role = A second must be a practitioner or an assistant. Choose one.
refused_same_person = One person cannot hold two seats. Choose somebody else.
refused_only_manager_seats = Only a manager seats a leader. The leader can fill the other seats.
refused_only_leader_makes_group = Only a manager makes a group, or a practitioner who may lead it.
refused_platform_missing = Say where the meeting takes place: choose a platform.
refused_platform_unknown = This platform is not on the list. Choose one that is, or ask a manager to add it.
refused_own_mark = Nobody marks their own qualification. Ask another manager.
refused_own_account = You cannot close your own account. Ask another manager.
refused_qualification_text = Say what the qualification is.
refused_qualification_date = The mark must end on a day that is still to come.

## Meetings
refused_time_past = This time is past. Choose one that is still to come.
refused_time_order = The meeting must end after it starts. Check the times.
refused_sensitive_unanswered = Answer first: could sensitive personal things come up? Yes, no or not sure.
refused_platform_not_private = Sensitive things may come up. Use a Signal or WhatsApp call. A manager can allow another way, with a reason.
refused_buddy_missing = A second member of staff must know about this meeting. Name one.
refused_not_large = This is only for large sessions. There are not enough adults expected.
refused_participants_free = First restrict chat, screen sharing and unmuting for participants.
refused_extra_step = Tick at least one more step that keeps people safe.
refused_meeting_cancelled = This meeting was cancelled or moved. Its password is dead.
refused_meeting_over = This meeting is over.
refused_leader_not_confirmed = The leader has not confirmed being there. The leader, or a cover, must confirm.
refused_second_not_confirmed = The second has not confirmed being there. They, or a cover, must confirm.
refused_only_moderator = Only the moderator of this meeting ticks that list.
refused_no_moderator = So many adults are expected that a moderator is needed. Seat a third person.
refused_moderator_not_confirmed = The moderator has not confirmed being there.
refused_not_your_seat = This seat is not yours. Only its holder can say "I am here".
refused_recording_not_off = Switch off recording, in the computer and in the cloud, and all AI notes. Then tick it.
refused_late_another_day = Members are told on the day itself. To change the day or the time: MOVE.
refused_has_begun = It has begun already. Nobody was told anything.
refused_start_too_early = It is too early to start this meeting. Begin it when people come in.
refused_report_incomplete = Not all seven points are ticked. A manager will see that.

## Passwords
refused_no_password_yet = There is no password for this meeting yet.
refused_rotation_waits = The password is being changed. The new one must be set on the platform first.
refused_platform_not_ready = The platform does not have this password yet. Set it there and confirm it.
refused_waiting_room = Switch on the waiting room, then tick it.
refused_no_room = The platform does not have this meeting from me. Begin it there as usual.
refused_not_on_list = This name is not on the list for the meeting.
refused_name_twice = Somebody with this name is inside already.
refused_link_missing = The meeting link is missing. Write READY again and send it.
refused_link_elsewhere = This link does not lead to the app that this meeting is held on. Make the link in that app, and send it here.
refused_link_same = This is the old link, and it may be known. Begin a new meeting and send its link.
refused_link_has_password = This link has the password inside. Send a link without it.
refused_password_replaced = This password was replaced by a newer one. Use the newer one.
refused_excluded = There is no password for this family: it has no place here now. A manager can speak to them.
refused_barred = There is no password for this person: they are barred from the group. They can complain.
refused_suspended = There is no password while a manager decides about a report. That will be soon.
refused_left = This person has left the group. They can ask to join again.
refused_not_approved = A member of staff has to say yes to this person first.
refused_not_active = This person is not a member of the group yet. Some step of joining is open.
refused_not_verified = This person's identity is not confirmed yet. Staff must check it.
refused_not_agreed = This person has not agreed to the Group Agreement yet. Each adult agrees for themselves.
refused_agreement_changed = The Group Agreement has a new version. It must be read and agreed to first.
refused_risk_not_understood = The advice about joining at your own risk was not answered yet.
refused_not_own_contact = This phone does not belong to this person. They must ask from their own.
refused_line_frozen = This phone has changed, so nothing is shown here. Ask for a new STAFF code and write it.
refused_contact_frozen = This contact has changed, or was silent for long. For safety, staff must speak to the person first.
refused_several_phones = More than one code for a phone of this family is open. Ask the adult to read to you the code in their chat. Then write PHONE and that code.
refused_flagged_phone = There is an alert on the file of this family. Tell a manager whom you spoke to; then the manager confirms the phone.
refused_number_in_doubt = Another phone or app of this person has changed, and this one may be on the same number. Staff must speak to the person first.
refused_contact_held = This contact waits until a member of staff has cleared it.
refused_own_digits = This phone is shared. The person's own four digits are needed first.
refused_not_asked = The password goes only to somebody who asks for it. They can write PASSWORD.
refused_too_early = It is too early for the password. It comes shortly before the session.
refused_too_late = The session is over, so there is no password any more.
refused_speak_first = Speak to the person first, then clear the contact.

## The agreement
refused_not_asked_that = There was no such question, so there is no answer to it yet.
refused_own_risk_not_shown = The advice about joining at your own risk must be read first.
refused_each_for_themselves = Each adult answers for themselves. Nobody can agree for another.
refused_write_the_words = Please write exactly the words that were asked for. Nothing else counts as a yes.
refused_answered_before_asked = This was written before the question was asked. Please answer again.
refused_version_used = This version name was used before. Choose a new one.
refused_needs_one_more = A second member of staff must agree to the new version.

## Names on screen
refused_screen_name_length = Please choose a short name with letters in it.
refused_screen_name_surname = That holds a part of the full name. A first name or a made-up name is safer.
refused_screen_name_staff = That is like the name of a member of staff. Please choose another one.
refused_screen_name_initials = That shows a letter of the family name. A first name alone is safer. The leader can allow it.
refused_screen_name_taken = That name cannot be used here. Please choose another one.
refused_screen_name_rude = That name could hurt somebody. Please choose another one, or ask the leader.

## Breaches
refused_person_missing = Say which person it is about. A report is always about one person.
refused_point_missing = Say which point of the Group Agreement was broken.
refused_breach_outcome = Say upheld, or not upheld. There is nothing in between.

## Complaints, concerns and data
refused_no_such_complaint = There is no complaint with this code for you. Write COMPLAINTS to see yours.
refused_complaint_outcome = Say upheld, partly upheld, or not upheld.
refused_date_not_later = The new date must still be to come. Choose a later day.
refused_not_answered_yet = The complaint has no answer yet. A review comes after it.
refused_review_was_final = It was looked at twice. That answer is the last one here.
refused_review_needs_reason = The time to ask for a review is over. Say why it is asked for only now.
refused_no_such_incident = There is no data incident with this code for you. Write INCIDENTS to see those that are open.
refused_incident_not_assessed = Nobody has judged the risk yet. Do that first. Then close it.
refused_regulator_first = There is a risk, so the regulator must be told first. Note that you did. Then close it.
refused_no_such_concern = There is no concern with this code for you. Write CONCERNS to see those that are open.
refused_no_such_breach = There is no report of a breach with this code. Write BREACHES to see those that wait.
refused_no_such_bar = Nobody is barred or excluded under this code now. Write BARS to see who is.
refused_name_of_bar = This adult is barred or excluded, and is known by this name or number. Ask a manager to look at that first: they write BARS.
refused_number_of_frozen = A phone of this family is frozen, and its team rings the number known before. Let them open the phone first. Then correct the number.
refused_reverify_first = Check who is asking first. Never answer just to the phone that asked.
refused_warned = The safeguarding lead decides about this phone first. It can be opened after that: ask them.
refused_no_number_known = I know no other number of theirs. See them by video or in person, or ask the referrer's agency for a number.
refused_recheck_first = Speak to the person live and make sure it is them. Then open the contact again.
refused_confirm_live = Speak to the person live first. Then confirm that the phone is theirs.

## What may be said where
refused_membership_question = I cannot talk about who is or is not in a group.
refused_only_three_doors = I cannot help with that here. You can write HELP, COMPLAIN or MY DATA.
refused_pointers_only = The staff channel carries case numbers and buttons only. Details are on your private line.
refused_channel_not_private = This channel is not private enough for personal details. Use Signal, or ring.
refused_secret_here = A link or a password never goes this way. Use the private line.
refused_sealed = These words are sealed. Only the person who handles the matter may read them.
refused_not_the_readers_own = These details belong to somebody else. They are not sent.
refused_preview = These words would show on a locked screen. They are not sent like that.
refused_release_over = This password may not be given any more. It was not sent.
refused_ask_again = For safety the new password is sent only when it is asked for. They can write PASSWORD.
refused_restricted = A manager lets this family write in a few ways only.
refused_stopped = This person wrote STOP. Only what they ask for is sent.
refused_unsafe_to_write = It may not be safe to write to this person. The safeguarding lead chooses the way.
refused_picture = Please do not send pictures of documents or files. It was not kept.
refused_recording = Nothing may be recorded, and recordings are not kept here.
refused_voice_note = I cannot listen. Please write, or write RING ME and a person rings you.

## One-to-ones
refused_not_their_one_to_one = This one-to-one is with somebody else, or they have not said yes to it yet.
refused_call_without_password = This is a call, so it has no password. Ring the verified number.
refused_one_to_one_unanswered = The family has not said yes yet. Ask them to write MY MEETING, or ring them.
refused_not_recognised = Do not go on unless you know the voice or the face. Ring the number that you had before.
refused_not_begun = This one-to-one has not begun. Write ONE when it does.
refused_use_one = This is a one-to-one. Write ONE and its code. To move it, cancel it and propose a new one.
