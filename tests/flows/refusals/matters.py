from flows.policy import Label, Role
from flows.policy.agreement import (
    POINTS,
    AcceptFacts,
    InvitationText,
    PublishFacts,
    invitation_text_complete,
    may_accept_agreement,
    may_propose_agreement,
    may_publish_agreement,
)
from flows.policy.breaches import (
    BreachDecisionFacts,
    BreachFacts,
    may_decide_breach,
    may_report_breach,
    may_see_breach,
)
from flows.policy.complaints import (
    AnswerFacts,
    AskReviewFacts,
    ProgressFacts,
    ReadOutFacts,
    SeeComplaintFacts,
    SeeConcernFacts,
    may_acknowledge_complaint,
    may_ask_review,
    may_close_complaint,
    may_close_concern,
    may_count_complaints,
    may_raise_concern,
    may_read_out,
    may_see_complaint,
    may_see_concern,
    may_write_progress,
)
from flows.policy.confidentiality import CarryFacts, may_carry
from flows.policy.incidents import (
    IncidentFacts,
    may_close_incident,
    may_report_incident,
    may_see_incident,
    may_work_on_incident,
)
from tests.flows.refusals.table import (
    HOUR,
    LEADER,
    MANAGER,
    MODERATOR,
    NOW,
    OTHER_MANAGER,
    OUTSIDER,
    SAFEGUARDING,
    SECOND,
    Table,
    changed,
    row,
    staff,
)

INVITATION = InvitationText(
    words="Be kind.\nhttps://charity.example/privacy\nhttps://charity.example/notice",
    agreement="Be kind.",
    points=frozenset(POINTS),
    privacy_policy="https://charity.example/privacy",
    privacy_policy_host="charity.example",
    privacy_notice="https://charity.example/notice",
    camera_advice=True,
    own_risk_advice=True,
    secrets=frozenset({"12345678", "https://meet.example/j/1"}),
)
ANSWER = AcceptFacts(
    what="agreement",
    heard="Agree.",
    kind="text",
    yes=frozenset({"AGREE"}),
    asked_at=NOW,
    sent_at=NOW + HOUR,
    shown_version="3",
    current_version="3",
    themselves=True,
    own_risk_shown=True,
)
DECISION = BreachDecisionFacts(MANAGER, reported_by="mina", decided=False, outcome="upheld")
COMPLAINT = SeeComplaintFacts(staff("carla", Role.COMPLAINTS_LEAD), "carla", frozenset({"lena"}))
CONCERN = SeeConcernFacts(SAFEGUARDING, paged=False, named=frozenset({"lena"}))
SECRET = CarryFacts(Label.SECRET, "whatsapp", "family", release_stands=True, asked=True, asked_now=True, shared=True)

INCIDENT = IncidentFacts(MANAGER, frozenset({"lena"}))

TABLES = (
    Table(
        invitation_text_complete,
        INVITATION,
        (
            row("G4.1", "agreement_text_missing", agreement="Another text."),
            row("G4.1", "agreement_text_missing", agreement=""),
            *(row("G4.2", "points_missing", points=frozenset(POINTS) - {point}) for point in POINTS),
            row("G4.3", "privacy_link_missing", privacy_policy=""),
            row("G4.3", "privacy_link_host", privacy_policy_host="elsewhere.example"),
            row("G4.3", "privacy_notice_missing", privacy_notice="https://charity.example/other"),
            row("G4.4", "camera_advice_missing", camera_advice=False),
            row("G4.4", "own_risk_advice_missing", own_risk_advice=False),
            row("G2.4", "secret_in_invitation", secrets=frozenset({"Be kind"})),
        ),
    ),
    Table(
        may_accept_agreement,
        ANSWER,
        (
            row("G4.5", "not_asked_that", what="privacy"),
            row("G4.5", "not_asked_that", asked_at=None),
            row("H5.1", "agreement_changed", current_version="4"),
            row("H5.1", "agreement_changed", shown_version=None),
            row("G10.1", "own_risk_not_shown", own_risk_shown=False),
            row("G4.5", "each_for_themselves", themselves=False),
            row("G4.5", "write_the_words", kind="reaction"),
            row("G4.5", "answered_before_asked", sent_at=NOW),
            *(
                row("G4.5", "write_the_words", heard=heard)
                for heard in (
                    "maybe",
                    "disagree",
                    "agree agree",
                    "👍",
                    "ok ok",
                    "yes",
                    "",
                    "I agree",
                    "agree?",
                )
            ),
        ),
    ),
    Table(
        may_accept_agreement,
        changed(ANSWER, {"heard": "", "by_phone_with": SECOND}),
        (
            row("X5", "not_the_team", by_phone_with=OUTSIDER),
            row("H2.1", "policies", by_phone_with=changed(SECOND, {"policies_current": False})),
            row("G4.5", "write_the_words", by_phone_with=None),
        ),
    ),
    Table(
        may_propose_agreement,
        PublishFacts(MANAGER, None, "4", frozenset({"1", "2", "3"}), text_given=True),
        (
            row("H5.1", "only_manager", actor=LEADER),
            row("H5.1", "agreement_text_missing", text_given=False),
            row("H5.1", "version_used", version="3"),
        ),
    ),
    Table(
        may_publish_agreement,
        PublishFacts(MANAGER, LEADER, "4", frozenset({"1", "2", "3"}), text_given=True),
        (
            row("H5.1", "only_manager", actor=OUTSIDER),
            row("H5.1", "agreement_text_missing", text_given=False),
            row("H5.1", "version_used", version="3"),
            row("H5.1", "version_used", version=""),
            row("H5.1", "needs_one_more", seconded_by=None),
            row("H5.1", "needs_one_more", seconded_by=MANAGER),
            row("H5.1", "needs_one_more", seconded_by=changed(LEADER, {"policies_current": False})),
        ),
    ),
    Table(
        may_report_breach,
        BreachFacts(MODERATOR, person_chosen=True, point_given=True),
        (
            row("A1", "not_staff_of_group", actor=OUTSIDER),
            row("G11.3", "person_missing", person_chosen=False),
            row("G11.1", "point_missing", point_given=False),
        ),
    ),
    Table(
        may_report_incident,
        changed(OUTSIDER, {"policies_current": False}),
        (row("H2.4", "staff_left", left=True),),
    ),
    Table(
        may_see_incident,
        INCIDENT,
        (
            row("A1", "no_such_incident", actor=LEADER),
            row("A1", "no_such_incident", kept_from=frozenset({"magda"})),
        ),
    ),
    Table(may_work_on_incident, INCIDENT, (row("A4", "already_done", closed=True),)),
    Table(
        may_close_incident,
        changed(INCIDENT, {"risk": "risk", "regulator_told": True}),
        (
            row("H3.4", "incident_not_assessed", risk=None),
            row("H3.4", "regulator_first", regulator_told=False),
            row("A4", "already_done", closed=True),
        ),
    ),
    Table(
        may_see_breach,
        DECISION,
        (
            row("G11.1", "named_human", actor=None),
            row("G11.1", "only_manager", actor=LEADER),
            row("G11.1", "reporter_decides", reported_by="magda"),
            row("G12.4", "no_such_breach", kept_from=frozenset({"magda"})),
        ),
    ),
    Table(
        may_decide_breach,
        DECISION,
        (
            row("G11.1", "named_human", actor=None),
            row("G11.1", "only_manager", actor=LEADER),
            row("G11.1", "reporter_decides", reported_by="magda"),
            row("A4", "already_decided", decided=True),
            row("G11.2", "breach_outcome", outcome="warned"),
            row("G11.3", "person_missing", names_person=False),
        ),
    ),
    Table(
        may_see_complaint,
        COMPLAINT,
        (
            row("G12.4", "no_such_complaint", actor=LEADER),
            row("G12.4", "no_such_complaint", actor=MANAGER),
            row("G12.4", "no_such_complaint", handler=None),
            row("G12.4", "no_such_complaint", named=frozenset({"carla"})),
        ),
    ),
    Table(
        may_read_out,
        ReadOutFacts("complaint_answered", "carla", frozenset({"lena"})),
        (row("G12.4", "no_such_complaint", speaker="lena"),),
    ),
    Table(
        may_acknowledge_complaint,
        AnswerFacts(COMPLAINT, closed=False),
        (
            row("G12.4", "no_such_complaint", complaint__handler="magda"),
            row("A4", "already_done", closed=True),
        ),
    ),
    Table(
        may_close_complaint,
        AnswerFacts(COMPLAINT, closed=False, outcome="partly_upheld"),
        (
            row("A4", "already_done", closed=True),
            row("G12.5", "complaint_outcome", outcome=None),
            row("G12.5", "complaint_outcome", outcome="ignored"),
        ),
    ),
    Table(
        may_write_progress,
        ProgressFacts(COMPLAINT, closed=False, is_later=True),
        (
            row("G12.5", "date_not_later", is_later=False),
            row("A4", "already_done", closed=True),
        ),
    ),
    Table(
        may_ask_review,
        AskReviewFacts(answered=True, is_first_stage=True, in_time=True, reason_given=False),
        (
            row("G12.2", "not_answered_yet", answered=False),
            row("G12.2", "review_was_final", is_first_stage=False),
            row("G12.2", "review_needs_reason", in_time=False),
        ),
    ),
    Table(
        may_ask_review,
        AskReviewFacts(answered=True, is_first_stage=True, in_time=False, reason_given=True),
        (row("G12.2", "review_needs_reason", reason_given=False),),
    ),
    Table(may_count_complaints, MANAGER, (row("G12.2", "only_manager", roles=frozenset()),)),
    Table(
        may_see_concern,
        CONCERN,
        (
            row("A3", "no_such_concern", actor=LEADER),
            row("A3", "no_such_concern", actor=OTHER_MANAGER),
            row("A3", "no_such_concern", named=frozenset({"sofia"})),
        ),
    ),
    Table(
        may_close_concern,
        changed(CONCERN, {"actor": MANAGER, "paged": True}),
        (row("A4", "already_done", closed=True), row("A3", "no_such_concern", paged=False)),
    ),
    Table(
        may_raise_concern,
        changed(OUTSIDER, {"policies_current": False}),
        (row("H2.4", "staff_left", left=True),),
    ),
    Table(
        may_carry,
        CarryFacts(Label.PUBLIC, "telegram", "staff_channel"),
        (
            row("H2.3", "pointers_only", label=Label.PERSONAL),
            row("H2.3", "pointers_only", label=Label.SECRET, capacities=frozenset({"leader"})),
            row("H2.3", "pointers_only", label=Label.SEALED, channel="signal"),
            row("H2.3", "channel_not_private", label=Label.PERSONAL, audience="family"),
            row("H2.3", "channel_not_private", label=Label.PERSONAL, audience="staff"),
            row("G6.7", "secret_here", label=Label.SECRET, audience="family", release_stands=True),
            row("G6.7", "secret_here", label=Label.SECRET, audience="staff", capacities=frozenset({"leader"})),
        ),
    ),
    Table(
        may_carry,
        CarryFacts(Label.PERSONAL, "signal", "family"),
        (
            row("G5.2", "not_the_readers_own", own=False),
            row("G6.7", "preview", in_preview=True),
            row("A3", "sealed", label=Label.SEALED),
        ),
    ),
    Table(
        may_carry,
        SECRET,
        (
            row("G6.4", "release_over", release_stands=False),
            row("G6.4", "not_asked", asked=False),
            row("G6.5", "ask_again", asked_now=False),
            row("G6.5", "ask_again", asked_now=False, shared=False, silent=True),
            row("G6.7", "preview", in_preview=True),
            row("G6.7", "secret_here", channel="sms"),
            row("G6.7", "secret_here", channel="email"),
        ),
    ),
    Table(
        may_carry,
        CarryFacts(Label.SEALED, "signal", "staff", frozenset({"handler"})),
        (
            row("A3", "sealed", capacities=frozenset({"leader", "manager"})),
            row("H2.3", "line_frozen", line_frozen=True),
            row("H2.3", "line_frozen", line_frozen=True, label=Label.PUBLIC),
            row("H2.3", "line_frozen", line_frozen=True, label=Label.PERSONAL, asked_now=True),
            row("A3", "sealed", channel="whatsapp"),
            row("G6.7", "secret_here", label=Label.SECRET, capacities=frozenset({"assistant"})),
        ),
    ),
)
