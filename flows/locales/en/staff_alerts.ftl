# FLAG: an alert on a family's file. Notices carry case codes only.

staff_flag_case = The file of which case? Its code, like F-7Q2X.
staff_flag_on_sure = Put an alert on the file of { $case }? Two people then decide about this family and about anybody like them. Their phones go silent: I write nothing there by myself that shows they belong to a group. Write no reason here.
staff_flag_off_sure = There is an alert on the file of { $case }. Take it off? Silent phones stay silent.
staff_flag_on = Done. There is an alert on the file of { $case }. Only somebody else can take it off.
staff_flag_off = Done. The alert on the file of { $case } is gone.
staff_flag_is_on = There is an alert on the file of { $case } now. Two people decide about this family. Say nothing about it to anybody.
staff_flag_is_off = The alert on the file of { $case } was taken off.
staff_flagged_named = Somebody outside the family named an adult of { $case }, which has a file alert. They learned nothing. Say nothing to anybody who asks; speak to the safeguarding lead.
