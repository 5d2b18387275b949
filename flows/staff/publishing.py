"""PUBLISH: a new version of the Group Agreement, proposed by a manager and agreed to by one more (H5.1)."""

from flows.chat import Chat
from flows.facts import StaffFacts
from flows.staff.acts.publishing import AgreementState, ProposeAgreement, PublishAgreement, ReadAgreement
from flows.staff.lists import finish, is_sure


async def publish(chat: Chat, facts: StaffFacts) -> None:
    """H5.1: until two people have said yes, the published version holds."""
    state = await chat.act("read_agreement", ReadAgreement())
    if state.same_name:
        await chat.say("staff_publish_same_name", version=state.configured)
    elif not state.is_new:
        await chat.say("staff_publish_nothing", version=state.in_force)
    elif state.proposed_by == facts.handle:
        await chat.say("staff_publish_waits", version=state.configured)
    elif state.proposed_by is None:
        await _propose(chat, state)
    else:
        await _agree(chat, state, state.proposed_by)


async def _propose(chat: Chat, state: AgreementState) -> None:
    await _show(chat, state)
    if await is_sure(chat, "staff_publish_propose", "staff_publish_propose", version=state.configured):
        done = await chat.act("propose_agreement", ProposeAgreement(state.configured))
        await finish(chat, done, "staff_publish_proposed", version=state.configured)


async def _agree(chat: Chat, state: AgreementState, by: str) -> None:
    await _show(chat, state)
    if await is_sure(chat, "staff_publish_agree", "staff_publish_agree", version=state.configured, by=by):
        done = await chat.act("publish_agreement", PublishAgreement(state.configured))
        await finish(chat, done, "staff_publish_done", version=state.configured, n=state.members)


async def _show(chat: Chat, state: AgreementState) -> None:
    await chat.say("staff_publish_versions", version=state.configured, current=state.in_force)
    await chat.say("agreement_text", agreement=state.text)
