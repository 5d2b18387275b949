from flows.policy.deciding import (
    AloneFacts,
    DecisionFacts,
    ExclusionFacts,
    HoldFacts,
    is_approval_complete,
    is_decline_complete,
    is_ready_to_approve,
    may_approve,
    may_decide_alone,
    may_decline,
    may_exclude,
    may_hold,
    may_readmit,
    may_see_bars,
    may_see_readings,
)
from flows.policy.guessing import GuessFacts, may_try_code
from flows.policy.joining import (
    AgainFacts,
    CallFacts,
    IdentityFacts,
    InviteFacts,
    KnownFacts,
    RedeemFacts,
    ReferrerFacts,
    ReviewFacts,
    RevokeFacts,
    SuitabilityFacts,
    TakeUpFacts,
    may_ask_again,
    may_claim,
    may_invite,
    may_mark_known,
    may_record_call,
    may_record_identity,
    may_record_referrer,
    may_record_suitability,
    may_redeem_invitation,
    may_review,
    may_revoke_code,
    may_see_case,
    may_see_case_clock,
    may_take_up,
)
from flows.policy.members import Standing
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
)

REVIEW = ReviewFacts(actor=SECOND, claimed_by=SECOND.handle, case_open=True, has_group=True)

NOT_KNOWN = DecisionFacts(
    actor=LEADER,
    case_open=True,
    group_chosen=True,
    known=False,
    ground_given=False,
    live_contact=True,
    identity_confirmed=True,
    suitable=True,
)
KNOWN = changed(NOT_KNOWN, {"known": True, "ground_given": True, "live_contact": False, "suitable": None})
FLAGGED = changed(NOT_KNOWN, {"flagged": True, "first_half": MANAGER})

WHO_DECIDES = (
    row("G3.7", "named_human", actor=None),
    row("A1", "only_leader_decides", actor=SECOND),
    row("A1", "only_leader_decides", actor=MODERATOR),
    row("A4", "already_decided", case_open=False),
    row("A1", "needs_both", first_half=LEADER),
)

TABLES = (
    Table(
        may_invite,
        InviteFacts(actor=LEADER, group_online=True, group_paused=False, leader_in_place=True, second_in_place=True),
        (
            row("G2.3", "only_leader_invites", actor=SECOND),
            row("G2.3", "only_leader_invites", actor=OUTSIDER),
            row("H1.2", "group_not_online", group_online=False),
            row("G1.3", "group_paused", group_paused=True),
            row("G1.3", "no_leader", leader_in_place=False),
            row("G1.3", "no_second", second_in_place=False),
            row("G3.13", "shut_out", invitee_shut_out=True),
        ),
    ),
    Table(
        may_ask_again,
        AgainFacts(closed=True, standings=frozenset({Standing.LEFT})),
        (
            row("G2.2", "code", closed=False),
            row("G2.2", "code", standings=frozenset({Standing.LEFT, Standing.ACTIVE})),
        ),
    ),
    Table(
        may_redeem_invitation,
        RedeemFacts(
            exists=True,
            revoked=False,
            spent=False,
            expires_at=NOW + HOUR,
            now=NOW,
            bound_to="contact-1",
            contact="contact-1",
            shut_out=False,
        ),
        (
            row("G2.2", "code", exists=False),
            row("G2.2", "code", revoked=True),
            row("G2.2", "code", spent=True),
            row("G2.2", "code", expires_at=NOW),
            row("G2.2", "code", contact="contact-2"),
            row("G3.13", "code", shut_out=True),
        ),
    ),
    Table(
        may_revoke_code,
        RevokeFacts(actor=LEADER, exists=True, own=False, has_group=True, used=False, over=False),
        (
            row("G2.3", "no_code_out", exists=False),
            row("G2.3", "no_code_out", actor=SECOND),
            row("G2.3", "no_code_out", has_group=False),
            row("G2.2", "code_used", used=True),
            row("G2.2", "code_over", over=True),
        ),
    ),
    Table(
        may_see_case,
        REVIEW,
        (
            row("G5.1", "not_the_team", actor=OUTSIDER),
            row("G5.1", "behind_glass", actor=MANAGER),
            row("G5.1", "behind_glass", actor=SAFEGUARDING),
            row("G5.1", "not_the_team", actor=MODERATOR),
        ),
    ),
    Table(
        may_see_case_clock,
        changed(REVIEW, {"actor": MANAGER}),
        (row("G5.1", "not_the_team", actor=OUTSIDER), row("G5.1", "not_the_team", actor=MODERATOR)),
    ),
    Table(
        may_claim,
        changed(REVIEW, {"claimed_by": None}),
        (
            row("A4", "case_closed", case_open=False),
            row("A4", "claimed_by_another", claimed_by="lena"),
            row("G5.1", "not_the_team", actor=OUTSIDER),
        ),
    ),
    Table(
        may_review,
        REVIEW,
        (
            row("A4", "case_closed", case_open=False),
            row("A1", "claim_first", claimed_by=None),
            row("A1", "claim_first", claimed_by="lena"),
        ),
    ),
    Table(
        may_mark_known,
        KnownFacts(REVIEW, known=True, ground="the Tuesday group, last spring"),
        (
            row("G3.1", "ground_missing", ground=None),
            row("G3.1", "ground_missing", ground="  "),
            row("A1", "claim_first", review__claimed_by=None),
        ),
    ),
    Table(
        may_record_call,
        CallFacts(REVIEW, method="call", outcome="reached"),
        (
            row("G3.2", "call_method", method="text"),
            row("G3.2", "call_outcome", outcome=""),
            row("A1", "claim_first", review__claimed_by=None),
        ),
    ),
    Table(
        may_record_identity,
        IdentityFacts(REVIEW, method="id_seen", result="confirmed"),
        (
            row("G3.3", "identity_method", method="photo_kept"),
            row("G3.3", "identity_result", result="probably"),
            row("G3.12", "family_said_no", method="referrer_confirmed", family_said_no=True),
            row("A1", "claim_first", review__claimed_by=None),
        ),
    ),
    Table(
        may_record_suitability,
        SuitabilityFacts(REVIEW, outcome="suitable", reason_given=True),
        (
            row("G3.4", "suitability_outcome", outcome=""),
            row("G3.4", "suitability_reason", reason_given=False),
            row("A1", "claim_first", review__claimed_by=None),
        ),
    ),
    Table(
        may_record_referrer,
        ReferrerFacts(REVIEW, outcome="confirmed", family_said_no=False),
        (
            row("G3.10", "referrer_outcome", outcome="a long story"),
            row("G3.12", "family_said_no", family_said_no=True),
            row("A1", "claim_first", review__claimed_by=None),
        ),
    ),
    Table(may_approve, NOT_KNOWN, (*WHO_DECIDES, row("A1", "group_missing", group_chosen=False))),
    Table(
        is_ready_to_approve,
        NOT_KNOWN,
        (
            *WHO_DECIDES,
            row("G3.13", "excluded_family", excluded=True),
            row("G11.3", "barred_person", barred=True),
            row("G3.1", "known_or_not", known=None),
            row("G3.2", "contact_missing", live_contact=False),
            row("G3.5", "identity_missing", identity_confirmed=False),
            row("G3.5", "suitability_missing", suitable=None),
            row("G3.4", "not_suitable", suitable=False),
        ),
    ),
    Table(
        is_ready_to_approve,
        KNOWN,
        (
            row("G3.1", "ground_missing", ground_given=False),
            row("G7.2", "identity_missing", identity_confirmed=False),
        ),
    ),
    Table(
        is_approval_complete,
        FLAGGED,
        (
            row("A1", "needs_both", first_half=None),
            row("A1", "needs_both", first_half=LEADER),
            row("A1", "needs_both", actor=MANAGER, first_half=MANAGER),
            row("G3.2", "contact_missing", live_contact=False),
        ),
    ),
    Table(may_decline, NOT_KNOWN, (*WHO_DECIDES, row("G3.2", "contact_missing", live_contact=False))),
    Table(
        is_decline_complete,
        FLAGGED,
        (
            row("A1", "needs_both", first_half=None),
            row("A4", "already_decided", case_open=False),
        ),
    ),
    Table(
        may_try_code,
        GuessFacts(from_contact=4, on_channel=59, in_all=99),
        (
            row("G2.2", "too_many_codes", from_contact=5),
            row("G2.2", "too_many_codes", on_channel=60),
            row("G2.2", "too_many_codes", in_all=100),
        ),
    ),
    *(
        Table(
            judge,
            ExclusionFacts(actor=MANAGER, reason_given=True, reported_by=SECOND.handle),
            (
                row("G3.15", "named_human", actor=None),
                row("G3.13", "only_manager", actor=LEADER),
                row("A1", "reporter_decides", reported_by=MANAGER.handle),
                row("G3.13", "reason_missing", reason_given=False),
            ),
        )
        for judge in (may_exclude, may_readmit)
    ),
    Table(
        may_hold,
        HoldFacts(NOT_KNOWN, reason_given=True, days=20, longest=20),
        (
            row("G3.7", "hold_reason", reason_given=False),
            row("G3.8", "hold_too_long", days=21),
            row("G3.8", "hold_too_long", days=0),
            row("G3.2", "contact_missing", review__live_contact=False),
            row("A1", "only_leader_decides", review__actor=OUTSIDER),
        ),
    ),
    Table(may_exclude, ExclusionFacts(MANAGER, reason_given=True), (row("A4", "already_excluded", already=True),)),
    Table(
        may_readmit,
        ExclusionFacts(MANAGER, reason_given=True, reported_by=SECOND.handle, decided_by=OTHER_MANAGER.handle),
        (row("A1", "decider_lifts", decided_by=MANAGER.handle),),
    ),
    Table(may_take_up, TakeUpFacts(REVIEW, unfinished=True), (row("A4", "already_done", unfinished=False),)),
    Table(
        may_decide_alone,
        AloneFacts(MANAGER, guarded=True, named=False, asked=True, others=True),
        (row("A1", "second_asked", asked=False), row("A1", "second_asked", named=True, others=False)),
    ),
    Table(may_see_readings, MANAGER, (row("A1", "only_manager", roles=frozenset()),)),
    Table(may_see_bars, MANAGER, (row("A1", "only_manager", roles=frozenset()),)),
)
