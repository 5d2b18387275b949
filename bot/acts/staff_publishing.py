"""A new version of the Group Agreement: a manager proposes it, one more publishes it (H5.1)."""

from collections.abc import Mapping
from uuid import UUID

from bot.acts.actor import actor, actor_of
from bot.acts.once import Perform, once
from bot.moment import Moment
from bot.organisation_parts import Agreement
from bot.published import is_of
from flows.family.acts import Done
from flows.policy import Refused, Role
from flows.policy.agreement import PublishFacts, may_propose_agreement, may_publish_agreement
from flows.staff.acts.publishing import AgreementState, ProposeAgreement, PublishAgreement, ReadAgreement
from storage import agreement_versions, agreements, outbox, staff
from storage.agreement_versions import Version

ABOVE = (Role.MANAGER, Role.CHIEF_EXECUTIVE, Role.CHAIR, Role.TRUSTEE)


def read_agreement(moment: Moment, _command: ReadAgreement) -> AgreementState:
    """H5.1: what is published beside what doorstep.toml holds."""
    work, configured = moment.work, moment.configured.agreement
    current = agreement_versions.in_force(work)
    is_new = current is None or not is_of(current, configured)
    waiting = _waiting(moment, configured)
    proposed_by = None if waiting is None or waiting.proposed_by is None else waiting.proposed_by
    spoken = moment.contact.language if moment.contact.language in configured.text else next(iter(configured.text))
    return AgreementState(
        in_force="" if current is None else current.version,
        configured=configured.version,
        text=configured.text[spoken],
        is_new=is_new,
        same_name=is_new and configured.version in agreement_versions.published_names(work),
        proposed_by=None if proposed_by is None else staff.handle(work, proposed_by),
        members=agreements.active_people(work),
    )


def propose_agreement(moment: Moment, command: ProposeAgreement) -> Done | Refused:
    """H5.1, A1: it waits for a second person; those who may be one are told."""
    work, configured = moment.work, moment.configured.agreement
    verdict = may_propose_agreement(_facts(moment, configured, command.version))
    if isinstance(verdict, Refused) or moment.staff_id is None:
        refused = verdict if isinstance(verdict, Refused) else Refused("H5.1", "refused_only_manager")
        return work.refuse(refused, "propose", "agreement", "agreement")
    agreement_versions.propose(work, configured.version, configured.points, configured.text, moment.staff_id)
    work.record("propose", "agreement", "agreement", clause="H5.1")
    for line in staff.lines(work, _seconds(moment, moment.staff_id)):
        outbox.tell(work, line, "staff_publish_waiting", version=configured.version)
    return Done()


def publish_agreement(moment: Moment, command: PublishAgreement) -> Done | Refused:
    """H5.1, A1: from now on this version is asked of everybody before their next password."""
    work, configured = moment.work, moment.configured.agreement
    waiting = _waiting(moment, configured)
    if waiting is None or waiting.proposed_by is None or moment.staff_id is None:
        return work.refuse(Refused("A4", "refused_already_done"), "publish", "agreement", "agreement")
    verdict = may_publish_agreement(_facts(moment, configured, command.version, waiting.proposed_by))
    if isinstance(verdict, Refused):
        return work.refuse(verdict, "publish", "agreement", waiting.id)
    if not agreement_versions.publish(work, waiting, moment.staff_id):
        return work.refuse(Refused("A4", "refused_already_done"), "publish", "agreement", waiting.id)
    work.record("publish", "agreement", waiting.id, clause="H5.1")
    for line in staff.lines(work, [waiting.proposed_by]):
        outbox.tell(work, line, "staff_published", version=waiting.version)
    return Done()


def _waiting(moment: Moment, configured: Agreement) -> Version | None:
    """Read what waits; a proposal whose words were changed in doorstep.toml since counts no more."""
    waiting = agreement_versions.proposed(moment.work)
    return waiting if waiting is not None and is_of(waiting, configured) else None


def _facts(moment: Moment, configured: Agreement, shown: str, proposed_by: UUID | None = None) -> PublishFacts:
    """Gather who acts; the first of the two is the proposer, once there is one."""
    acting = actor(moment)
    first = acting if proposed_by is None else actor_of(moment.work, moment.organisation, proposed_by)
    return PublishFacts(
        actor=first,
        seconded_by=None if proposed_by is None else acting,
        version=configured.version if configured.version == shown else "",
        earlier_versions=agreement_versions.published_names(moment.work),
        text_given=all(words.strip() for words in configured.text.values()),
    )


def _seconds(moment: Moment, proposed_by: UUID) -> list[UUID]:
    """Find who may be the second person: those above first, and everybody where there is nobody else."""
    above = [one.id for one in staff.by_role(moment.work, *ABOVE) if one.id != proposed_by]
    return above or [one.id for one in staff.everybody(moment.work) if one.id != proposed_by]


ACTS: Mapping[type, Perform] = {
    ReadAgreement: read_agreement,
    ProposeAgreement: once(propose_agreement),
    PublishAgreement: once(publish_agreement),
}
