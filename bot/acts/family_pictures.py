"""G11.1: somebody says that a picture they sent shows other people: of a member managers hear, nobody is suspended."""

from collections.abc import Mapping

from bot.acts.family_group import group_of
from bot.acts.once import Perform, once
from bot.moment import Moment
from flows.family.acts import Done
from flows.family.acts.care import ReportPicture
from flows.policy import Role
from flows.policy.breaches import goes_to_a_manager
from storage import breaches, outbox, people, staff
from storage.breaches import FAMILY, Report

POINT = "other"


def report_picture(moment: Moment, _command: ReportPicture) -> Done:
    """A report for a manager to decide; on a phone of several adults it names nobody: nobody knows who sent it.

    Whoever is in no group was asked the same, and has met nobody: there is nothing to report.
    """
    work, group = moment.work, group_of(moment)
    if not goes_to_a_manager(people.standings(work, moment.contact)):
        return Done()
    theirs = people.on_contact(work, moment.contact.home_id)
    person_id = theirs[0].id if len(theirs) == 1 else None
    words = moment.texts.say(moment.organisation.languages[0], "staff_picture_words")
    report = Report("breach", person_id, None if group is None else group.id, POINT, words, FAMILY)
    code, is_new = breaches.add(work, moment.own_id("breach"), report)
    managers = staff.by_role(work, Role.MANAGER) if is_new else []
    for line in staff.lines(work, [one.id for one in managers]):
        outbox.tell(work, line, "staff_picture_reported", breach=code)
    return Done()


ACTS: Mapping[type, Perform] = {ReportPicture: once(report_picture)}
