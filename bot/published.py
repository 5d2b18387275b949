"""The Group Agreement in force: the version that was published, whatever doorstep.toml holds by now (H5.1)."""

from bot.organisation_parts import Agreement, Organisation
from storage import agreement_versions
from storage.agreement_versions import Version
from storage.work import Work


def settle(work: Work, organisation: Organisation) -> None:
    """At the start: the first version of all is the configured one; a translation of the one in force is added."""
    configured = organisation.agreement
    is_first = agreement_versions.begin(work, configured.version, configured.points, configured.text)
    current = agreement_versions.in_force(work)
    if current is None:
        raise LookupError("the agreement just published is gone")
    if is_first:
        work.record("publish", "agreement", current.id, outcome="first", clause="H5.1")
    elif is_of(current, configured):
        for language in sorted(configured.text.keys() - current.texts.keys()):
            agreement_versions.add_language(
                work, current, language, configured.points[language], configured.text[language]
            )


def in_force(work: Work, organisation: Organisation) -> Organisation:
    """Return the organisation with the agreement that people are asked to accept now."""
    current = agreement_versions.in_force(work)
    if current is None or is_of(current, organisation.agreement):
        return organisation
    return organisation.model_copy(update={"agreement": _agreement(current, organisation)})


def is_of(version: Version, configured: Agreement) -> bool:
    """Tell whether a kept version is the configured one, word for word."""
    return version.version == configured.version and version.says(configured.points, configured.text)


def _agreement(current: Version, organisation: Organisation) -> Agreement:
    """A language that this version was never put into hears it in the first one that it has."""
    first = next(code for code in (*organisation.languages, *current.texts) if code in current.texts)
    spoken = {code: code if code in current.texts else first for code in organisation.languages}
    return Agreement(
        version=current.version,
        points={code: tuple(current.points[source]) for code, source in spoken.items()},
        text={code: current.texts[source] for code, source in spoken.items()},
    )
