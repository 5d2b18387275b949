"""The versions of the Group Agreement, with their whole text: one is in force, a later one waits for approval."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from storage.fixed import fixed
from storage.ids import new_id
from storage.tables import agreement_versions
from storage.work import Work

_PUBLISHED = agreement_versions.c.published_at.is_not(None)


@dataclass(frozen=True)
class Version:
    """One version, by language. Nothing of it is secret."""

    id: UUID
    version: str
    points: Mapping[str, Sequence[str]]
    texts: Mapping[str, str]
    proposed_by: UUID | None
    proposed_at: datetime
    seconded_by: UUID | None
    published_at: datetime | None

    def says(self, points: Mapping[str, Sequence[str]], texts: Mapping[str, str]) -> bool:
        """Tell whether these are its words, in every language that it has."""
        same_points = all(tuple(points.get(code, ())) == tuple(told) for code, told in self.points.items())
        return same_points and all(texts.get(code) == told for code, told in self.texts.items())


_FIELDS = [agreement_versions.c[name] for name in Version.__dataclass_fields__]
_IN_FORCE = fixed(select(*_FIELDS).where(_PUBLISHED).order_by(agreement_versions.c.n.desc()).limit(1))


def in_force(work: Work) -> Version | None:
    """Read the version that was published last."""
    return _one(work, _IN_FORCE)


def proposed(work: Work) -> Version | None:
    """Read the version that waits for a second person."""
    return _one(work, select(*_FIELDS).where(~_PUBLISHED).limit(1))


def published_names(work: Work) -> frozenset[str]:
    """List the names of all versions that were ever published."""
    found = select(agreement_versions.c.version).where(_PUBLISHED)
    return frozenset(work.connection.execute(found).scalars())


def begin(work: Work, version: str, points: Mapping[str, Sequence[str]], texts: Mapping[str, str]) -> bool:
    """Publish the first version of all; False where there is one already."""
    if in_force(work) is not None:
        return False
    row = _row(work, version, points, texts) | {"published_at": work.now}
    kept = insert(agreement_versions).values(row).on_conflict_do_nothing().returning(agreement_versions.c.id)
    return work.connection.execute(kept).first() is not None


def propose(
    work: Work, version: str, points: Mapping[str, Sequence[str]], texts: Mapping[str, str], staff_id: UUID
) -> None:
    """H5.1: a version waits for a second person; it takes the place of one that still waited."""
    work.connection.execute(delete(agreement_versions).where(~_PUBLISHED))
    row = _row(work, version, points, texts) | {"proposed_by": staff_id}
    work.connection.execute(insert(agreement_versions).values(row))


def publish(work: Work, version: Version, staff_id: UUID) -> bool:
    """H5.1: the second person agrees; False if somebody did meanwhile."""
    mine = (agreement_versions.c.id == version.id, ~_PUBLISHED)
    done = update(agreement_versions).where(*mine).values(seconded_by=staff_id, published_at=work.now)
    return work.connection.execute(done.returning(agreement_versions.c.id)).first() is not None


def add_language(work: Work, version: Version, code: str, points: Sequence[str], text: str) -> None:
    """Keep the same version in one more language; what is there already stays."""
    more = {"points": {**version.points, code: list(points)}, "texts": {**version.texts, code: text}}
    work.connection.execute(update(agreement_versions).where(agreement_versions.c.id == version.id).values(more))


def _row(work: Work, version: str, points: Mapping[str, Sequence[str]], texts: Mapping[str, str]) -> dict[str, Any]:
    told = {code: list(each) for code, each in points.items()}
    return {"id": new_id(), "version": version, "points": told, "texts": dict(texts), "proposed_at": work.now}


def _one(work: Work, query: Any) -> Version | None:
    row = work.connection.execute(query).mappings().one_or_none()
    return None if row is None else Version(**row)
