"""Who may answer a request about data, and what must be known before anything is shown or erased."""

from dataclasses import dataclass

from flows.policy.staff import Actor, Role, staff_account_works
from flows.policy.verdict import Verdict, judge


@dataclass(frozen=True)
class DataFacts:
    """One request. `checked`: who asks was checked again, live. `held_back`: why nothing is deleted for now.

    `shut_out`: it is about a name or number of somebody who is barred or excluded.
    `frozen`: it is about the number that a frozen phone of theirs is checked on.
    """

    actor: Actor
    is_request: bool
    checked: bool = True
    closed: bool = False
    held_back: tuple[str, ...] = ()
    shut_out: bool = False
    frozen: bool = False


def may_see_data_request(facts: DataFacts) -> Verdict:
    """X4: requests about data are the data lead's; to everybody else there are none."""
    return staff_account_works(facts.actor) and judge(
        (Role.DATA_LEAD in facts.actor.roles, "X4", "refused_only_data_lead"),
        (facts.is_request, "X4", "refused_no_such_request"),
    )


def may_show_data(facts: DataFacts) -> Verdict:
    """X4: nothing is gathered or answered before it was checked again who asks."""
    return may_see_data_request(facts) and judge(
        (not facts.closed, "A4", "refused_already_done"),
        (facts.checked, "X4", "refused_reverify_first"),
    )


def may_correct(facts: DataFacts) -> Verdict:
    """X4, G11.5, G7.2: it is corrected, unless a bar knows somebody by it: under another one they would come back.

    Nor is the number that was known before a phone changed: whoever has that phone now may have given the other one.
    """
    return may_show_data(facts) and judge(
        (not facts.shut_out, "G11.5", "refused_name_of_bar"),
        (not facts.frozen, "G7.2", "refused_number_of_frozen"),
    )


def may_erase_data(facts: DataFacts) -> Verdict:
    """X4: nothing that is still open is erased: a complaint, a concern, a breach, or what somebody holds back."""
    return may_show_data(facts) and judge((not facts.held_back, "X4", "refused_held_back"))
