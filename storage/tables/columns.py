"""What the columns of all tables are made of. Columns that end in `_sealed` hold ciphertext (storage/crypto.py)."""

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, LargeBinary, MetaData, Text, text
from sqlalchemy.dialects.postgresql import UUID

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "fk": "%(table_name)s_%(column_0_name)s_fk",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ix": "%(table_name)s_%(column_0_N_name)s_idx",
    }
)


def own_id() -> Column[object]:
    """The row's own id, made before the insert."""
    return Column("id", UUID(as_uuid=True), primary_key=True)


def link(name: str, target: str, *, null: bool = True, index: bool = False) -> Column[object]:
    """The id of a row of another table."""
    return Column(name, UUID(as_uuid=True), ForeignKey(f"{target}.id"), nullable=null, index=index)


def when(name: str, *, null: bool = True, index: bool = False) -> Column[object]:
    """A moment, with its time zone."""
    return Column(name, DateTime(timezone=True), nullable=null, index=index)


def sealed(name: str, *, null: bool = True) -> Column[object]:
    """Ciphertext (storage/crypto.py); its name ends in `_sealed`."""
    return Column(f"{name}_sealed", LargeBinary, nullable=null)


def word(name: str, *, null: bool = True, default: str | None = None) -> Column[object]:
    """A short text that is nobody's own words."""
    return Column(name, Text, nullable=null, server_default=default)


def flag(name: str) -> Column[object]:
    """True or false; false unless said."""
    return Column(name, Boolean, nullable=False, server_default=text("false"))


def count(name: str, start: int = 0) -> Column[object]:
    """A whole number that begins at `start`."""
    return Column(name, Integer, nullable=False, server_default=text(str(start)))
