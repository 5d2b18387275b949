"""The first tables, and the audit trail's guard. Frozen: a later change is a migration of its own."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# X1: rows of the audit trail are added, chained once, and never changed or removed.
_GUARD = """
CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.position IS NULL AND OLD.hash IS NULL AND NEW.position IS NOT NULL AND NEW.hash IS NOT NULL
            AND to_jsonb(OLD) - 'position' - 'hash' = to_jsonb(NEW) - 'position' - 'hash'
        THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'The audit trail only grows.' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
"""


def upgrade() -> None:
    op.execute("CREATE SEQUENCE phone_rev")

    op.create_table(
        "audit",
        sa.Column("n", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("object_kind", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Text(), nullable=False),
        sa.Column("clause", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("policy_version", sa.Text(), nullable=False),
        sa.Column(
            "tx", sa.BigInteger(), server_default=sa.text("(pg_current_xact_id()::text)::bigint"), nullable=False
        ),
        sa.Column("position", sa.BigInteger(), nullable=True),
        sa.Column("hash", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("n", name=op.f("audit_pk")),
        sa.UniqueConstraint("position", name=op.f("audit_position_key")),
    )
    op.create_table(
        "deeds",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("deeds_pk")),
    )
    op.create_table(
        "inbox",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("n", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("address_token", sa.LargeBinary(), nullable=False),
        sa.Column("frame_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Text(), server_default="new", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("inbox_pk")),
        sa.UniqueConstraint("channel", "key", name=op.f("inbox_channel_key_key")),
    )
    op.create_index(
        "inbox_new_idx",
        "inbox",
        ["channel", "address_token", "n"],
        unique=False,
        postgresql_where=sa.text("status = 'new'"),
    )
    op.create_table(
        "lanes",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lease", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("lanes_pk")),
    )
    op.create_table(
        "marks",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("marks_pk")),
    )
    op.create_table(
        "phone_messages",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("n", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="text", nullable=False),
        sa.Column("template", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), server_default="sent", nullable=False),
        sa.Column("buttons", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("edited", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("deleted", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outbox_id", sa.UUID(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("phone_messages_pk")),
        sa.UniqueConstraint("n", name=op.f("phone_messages_n_key")),
        sa.UniqueConstraint("outbox_id", name=op.f("phone_messages_outbox_id_key")),
    )
    op.create_index(op.f("phone_messages_rev_idx"), "phone_messages", ["rev"], unique=False)
    op.create_table(
        "phones",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("handle", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("shares_with", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("phones_pk")),
        sa.UniqueConstraint("handle", name=op.f("phones_handle_key")),
    )
    op.create_table(
        "contacts",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("lane_id", sa.UUID(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("address_token", sa.LargeBinary(), nullable=False),
        sa.Column("reply_to_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("language", sa.Text(), server_default="en", nullable=False),
        sa.Column("shared", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("silent", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_inbound_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["lane_id"], ["lanes.id"], name=op.f("contacts_lane_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("contacts_pk")),
        sa.UniqueConstraint("channel", "address_token", name=op.f("contacts_channel_address_token_key")),
    )
    op.create_index(op.f("contacts_lane_id_idx"), "contacts", ["lane_id"], unique=False)
    op.create_table(
        "families",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("silent", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("flagged", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("safe_times_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("excluded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["lanes.id"], name=op.f("families_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("families_pk")),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("handle", sa.Text(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("roles", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("qualified_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("policies_version", sa.Text(), nullable=True),
        sa.Column("policies_confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["lanes.id"], name=op.f("staff_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("staff_pk")),
        sa.UniqueConstraint("handle", name=op.f("staff_handle_key")),
    )
    op.create_table(
        "timers",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("lane_id", sa.UUID(), nullable=True),
        sa.Column("subject_id", sa.UUID(), nullable=False),
        sa.Column("step", sa.Text(), server_default="", nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["lane_id"], ["lanes.id"], name=op.f("timers_lane_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("timers_pk")),
        sa.UniqueConstraint("kind", "subject_id", "step", name=op.f("timers_kind_subject_id_step_key")),
    )
    op.create_index("timers_due_idx", "timers", ["due_at"], unique=False, postgresql_where=sa.text("done_at IS NULL"))
    op.create_table(
        "cards",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.UUID(), nullable=False),
        sa.Column("contact_id", sa.UUID(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("cards_contact_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("cards_pk")),
    )
    op.create_index(op.f("cards_subject_id_idx"), "cards", ["subject_id"], unique=False)
    op.create_table(
        "concerns",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("contact_id", sa.UUID(), nullable=True),
        sa.Column("raised_by", sa.UUID(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("about_staff", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("not_to", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("paged", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("danger", sa.Text(), nullable=True),
        sa.Column("safe_to_write", sa.Boolean(), nullable=True),
        sa.Column("pages", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledged_by", sa.UUID(), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["acknowledged_by"], ["staff.id"], name=op.f("concerns_acknowledged_by_fk")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("concerns_contact_id_fk")),
        sa.ForeignKeyConstraint(["raised_by"], ["staff.id"], name=op.f("concerns_raised_by_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("concerns_pk")),
        sa.UniqueConstraint("code", name=op.f("concerns_code_key")),
    )
    op.create_table(
        "conversations",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("contact_id", sa.UUID(), nullable=False),
        sa.Column("lane_id", sa.UUID(), nullable=False),
        sa.Column("flow", sa.Text(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("state_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("conversations_contact_id_fk")),
        sa.ForeignKeyConstraint(["lane_id"], ["lanes.id"], name=op.f("conversations_lane_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("conversations_pk")),
    )
    op.create_index(
        "conversations_open_idx",
        "conversations",
        ["contact_id", "depth"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "groups",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("leader_id", sa.UUID(), nullable=True),
        sa.Column("second_id", sa.UUID(), nullable=True),
        sa.Column("moderator_id", sa.UUID(), nullable=True),
        sa.Column("platform", sa.Text(), server_default="zoom", nullable=False),
        sa.Column("online", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["leader_id"], ["staff.id"], name=op.f("groups_leader_id_fk")),
        sa.ForeignKeyConstraint(["moderator_id"], ["staff.id"], name=op.f("groups_moderator_id_fk")),
        sa.ForeignKeyConstraint(["second_id"], ["staff.id"], name=op.f("groups_second_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("groups_pk")),
        sa.UniqueConstraint("code", name=op.f("groups_code_key")),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("family_id", sa.UUID(), nullable=False),
        sa.Column("contact_id", sa.UUID(), nullable=True),
        sa.Column("number", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("full_name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("name_token", sa.LargeBinary(), nullable=False),
        sa.Column("screen_name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("screen_token", sa.LargeBinary(), nullable=True),
        sa.Column("own_code_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("adult", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("people_contact_id_fk")),
        sa.ForeignKeyConstraint(["family_id"], ["families.id"], name=op.f("people_family_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("people_pk")),
    )
    op.create_index(op.f("people_contact_id_idx"), "people", ["contact_id"], unique=False)
    op.create_index(op.f("people_family_id_idx"), "people", ["family_id"], unique=False)
    op.create_index(op.f("people_name_token_idx"), "people", ["name_token"], unique=False)
    op.create_table(
        "staff_codes",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("code_token", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.UUID(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("staff_codes_staff_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("staff_codes_pk")),
        sa.UniqueConstraint("code_token", name=op.f("staff_codes_code_token_key")),
    )
    op.create_table(
        "acceptances",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("person_id", sa.UUID(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("contact_id", sa.UUID(), nullable=True),
        sa.Column("inbox_id", sa.UUID(), nullable=True),
        sa.Column("staff_id", sa.UUID(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("acceptances_contact_id_fk")),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("acceptances_inbox_id_fk")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("acceptances_person_id_fk")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("acceptances_staff_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("acceptances_pk")),
        sa.UniqueConstraint("person_id", "what", "version", name=op.f("acceptances_person_id_what_version_key")),
    )
    op.create_index(op.f("acceptances_person_id_idx"), "acceptances", ["person_id"], unique=False)
    op.create_table(
        "buttons",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("card_id", sa.UUID(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["card_id"], ["cards.id"], name=op.f("buttons_card_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("buttons_pk")),
    )
    op.create_index(op.f("buttons_card_id_idx"), "buttons", ["card_id"], unique=False)
    op.create_table(
        "cases",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("family_id", sa.UUID(), nullable=False),
        sa.Column("contact_id", sa.UUID(), nullable=False),
        sa.Column("group_id", sa.UUID(), nullable=True),
        sa.Column("road", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("claimed_by", sa.UUID(), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("known", sa.Boolean(), nullable=True),
        sa.Column("known_ground_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("known_by", sa.UUID(), nullable=True),
        sa.Column("flagged", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("look_alike", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("contact_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.UUID(), nullable=True),
        sa.Column("seconded_by", sa.UUID(), nullable=True),
        sa.Column("half", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("details_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["claimed_by"], ["staff.id"], name=op.f("cases_claimed_by_fk")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("cases_contact_id_fk")),
        sa.ForeignKeyConstraint(["decided_by"], ["staff.id"], name=op.f("cases_decided_by_fk")),
        sa.ForeignKeyConstraint(["family_id"], ["families.id"], name=op.f("cases_family_id_fk")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("cases_group_id_fk")),
        sa.ForeignKeyConstraint(["known_by"], ["staff.id"], name=op.f("cases_known_by_fk")),
        sa.ForeignKeyConstraint(["seconded_by"], ["staff.id"], name=op.f("cases_seconded_by_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("cases_pk")),
        sa.UniqueConstraint("code", name=op.f("cases_code_key")),
    )
    op.create_index(op.f("cases_family_id_idx"), "cases", ["family_id"], unique=False)
    op.create_index("cases_open_idx", "cases", ["status", "opened_at"], unique=False)
    op.create_table(
        "complaints",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="complaint", nullable=False),
        sa.Column("contact_id", sa.UUID(), nullable=True),
        sa.Column("group_id", sa.UUID(), nullable=True),
        sa.Column("about", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("hide_name", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("handler_id", sa.UUID(), nullable=True),
        sa.Column("stage", sa.Text(), server_default="1", nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledge_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("answer_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("complaints_contact_id_fk")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("complaints_group_id_fk")),
        sa.ForeignKeyConstraint(["handler_id"], ["staff.id"], name=op.f("complaints_handler_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("complaints_pk")),
        sa.UniqueConstraint("code", name=op.f("complaints_code_key")),
    )
    op.create_table(
        "meetings",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("group_id", sa.UUID(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), server_default="planned", nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leader_id", sa.UUID(), nullable=True),
        sa.Column("second_id", sa.UUID(), nullable=True),
        sa.Column("moderator_id", sa.UUID(), nullable=True),
        sa.Column("leader_confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("second_confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("moderator_confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("link_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("password_version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("platform_version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("checklist", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("meetings_group_id_fk")),
        sa.ForeignKeyConstraint(["leader_id"], ["staff.id"], name=op.f("meetings_leader_id_fk")),
        sa.ForeignKeyConstraint(["moderator_id"], ["staff.id"], name=op.f("meetings_moderator_id_fk")),
        sa.ForeignKeyConstraint(["second_id"], ["staff.id"], name=op.f("meetings_second_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("meetings_pk")),
        sa.UniqueConstraint("code", name=op.f("meetings_code_key")),
    )
    op.create_index(op.f("meetings_group_id_idx"), "meetings", ["group_id"], unique=False)
    op.create_index(op.f("meetings_starts_at_idx"), "meetings", ["starts_at"], unique=False)
    op.create_table(
        "tries",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("person_id", sa.UUID(), nullable=False),
        sa.Column("correct", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("tries_person_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("tries_pk")),
    )
    op.create_index(op.f("tries_person_id_idx"), "tries", ["person_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("meeting_id", sa.UUID(), nullable=False),
        sa.Column("person_id", sa.UUID(), nullable=False),
        sa.Column("noted_by", sa.UUID(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("attendance_meeting_id_fk")),
        sa.ForeignKeyConstraint(["noted_by"], ["staff.id"], name=op.f("attendance_noted_by_fk")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("attendance_person_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("attendance_pk")),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("attendance_meeting_id_person_id_key")),
    )
    op.create_index(op.f("attendance_meeting_id_idx"), "attendance", ["meeting_id"], unique=False)
    op.create_table(
        "breaches",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="breach", nullable=False),
        sa.Column("person_id", sa.UUID(), nullable=True),
        sa.Column("group_id", sa.UUID(), nullable=True),
        sa.Column("meeting_id", sa.UUID(), nullable=True),
        sa.Column("point", sa.Text(), nullable=True),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("reported_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.UUID(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["decided_by"], ["staff.id"], name=op.f("breaches_decided_by_fk")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("breaches_group_id_fk")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("breaches_meeting_id_fk")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("breaches_person_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("breaches_pk")),
        sa.UniqueConstraint("code", name=op.f("breaches_code_key")),
    )
    op.create_table(
        "callbacks",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("contact_id", sa.UUID(), nullable=False),
        sa.Column("case_id", sa.UUID(), nullable=True),
        sa.Column("safe_time_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("owner_id", sa.UUID(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.UUID(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("callbacks_case_id_fk")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("callbacks_contact_id_fk")),
        sa.ForeignKeyConstraint(["done_by"], ["staff.id"], name=op.f("callbacks_done_by_fk")),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name=op.f("callbacks_owner_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("callbacks_pk")),
        sa.UniqueConstraint("code", name=op.f("callbacks_code_key")),
    )
    op.create_table(
        "checks",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("case_id", sa.UUID(), nullable=False),
        sa.Column("person_id", sa.UUID(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("staff_id", sa.UUID(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("checks_case_id_fk")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("checks_person_id_fk")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("checks_staff_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("checks_pk")),
    )
    op.create_index(op.f("checks_case_id_idx"), "checks", ["case_id"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("code_token", sa.LargeBinary(), nullable=False),
        sa.Column("code_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("purpose", sa.Text(), server_default="invitation", nullable=False),
        sa.Column("group_id", sa.UUID(), nullable=True),
        sa.Column("case_id", sa.UUID(), nullable=True),
        sa.Column("family_id", sa.UUID(), nullable=True),
        sa.Column("person_id", sa.UUID(), nullable=True),
        sa.Column("contact_id", sa.UUID(), nullable=True),
        sa.Column("invited_by", sa.UUID(), nullable=True),
        sa.Column("text_version", sa.Text(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("spent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("invitations_case_id_fk")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("invitations_contact_id_fk")),
        sa.ForeignKeyConstraint(["family_id"], ["families.id"], name=op.f("invitations_family_id_fk")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("invitations_group_id_fk")),
        sa.ForeignKeyConstraint(["invited_by"], ["staff.id"], name=op.f("invitations_invited_by_fk")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("invitations_person_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("invitations_pk")),
        sa.UniqueConstraint("code_token", name=op.f("invitations_code_token_key")),
    )
    op.create_table(
        "meeting_keys",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("key_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["meetings.id"], name=op.f("meeting_keys_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("meeting_keys_pk")),
    )
    op.create_table(
        "memberships",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("person_id", sa.UUID(), nullable=False),
        sa.Column("group_id", sa.UUID(), nullable=False),
        sa.Column("case_id", sa.UUID(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.UUID(), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("memberships_case_id_fk")),
        sa.ForeignKeyConstraint(["decided_by"], ["staff.id"], name=op.f("memberships_decided_by_fk")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("memberships_group_id_fk")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("memberships_person_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("memberships_pk")),
        sa.UniqueConstraint("person_id", "group_id", name=op.f("memberships_person_id_group_id_key")),
    )
    op.create_index(op.f("memberships_group_id_idx"), "memberships", ["group_id"], unique=False)
    op.create_index(op.f("memberships_person_id_idx"), "memberships", ["person_id"], unique=False)
    op.create_table(
        "passwords",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("meeting_id", sa.UUID(), nullable=False),
        sa.Column("group_id", sa.UUID(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("secret_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("secret_token", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dead_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("rotated_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("passwords_group_id_fk")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("passwords_meeting_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("passwords_pk")),
        sa.UniqueConstraint("group_id", "secret_token", name=op.f("passwords_group_id_secret_token_key")),
        sa.UniqueConstraint("meeting_id", "version", name=op.f("passwords_meeting_id_version_key")),
    )
    op.create_index(op.f("passwords_meeting_id_idx"), "passwords", ["meeting_id"], unique=False)
    op.create_index("passwords_secret_token_idx", "passwords", ["secret_token"], unique=False)
    op.create_table(
        "referrals",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("case_id", sa.UUID(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("role_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("organisation_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("work_contact_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("may_contact", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("referrals_case_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("referrals_pk")),
    )
    op.create_index(op.f("referrals_case_id_idx"), "referrals", ["case_id"], unique=False)
    op.create_table(
        "releases",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("password_id", sa.UUID(), nullable=False),
        sa.Column("meeting_id", sa.UUID(), nullable=False),
        sa.Column("person_id", sa.UUID(), nullable=False),
        sa.Column("contact_id", sa.UUID(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("identified", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("agreement_version", sa.Text(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("releases_contact_id_fk")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], name=op.f("releases_meeting_id_fk")),
        sa.ForeignKeyConstraint(["password_id"], ["passwords.id"], name=op.f("releases_password_id_fk")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("releases_person_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("releases_pk")),
        sa.UniqueConstraint("reference", name=op.f("releases_reference_key")),
    )
    op.create_index(op.f("releases_meeting_id_idx"), "releases", ["meeting_id"], unique=False)
    op.create_index(op.f("releases_password_id_idx"), "releases", ["password_id"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("n", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("lane_id", sa.UUID(), nullable=False),
        sa.Column("contact_id", sa.UUID(), nullable=False),
        sa.Column("act", sa.Text(), server_default="send", nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("params_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("buttons", postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("label", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.UUID(), nullable=True),
        sa.Column("card_id", sa.UUID(), nullable=True),
        sa.Column("of_id", sa.UUID(), nullable=True),
        sa.Column("answer", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("status", sa.Text(), server_default="due", nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("provider_ref", sa.Text(), nullable=True),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["card_id"], ["cards.id"], name=op.f("outbox_card_id_fk")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("outbox_contact_id_fk")),
        sa.ForeignKeyConstraint(["lane_id"], ["lanes.id"], name=op.f("outbox_lane_id_fk")),
        sa.ForeignKeyConstraint(["of_id"], ["outbox.id"], name=op.f("outbox_of_id_fk")),
        sa.ForeignKeyConstraint(["release_id"], ["releases.id"], name=op.f("outbox_release_id_fk")),
        sa.PrimaryKeyConstraint("id", name=op.f("outbox_pk")),
    )
    op.create_index("outbox_contact_idx", "outbox", ["contact_id", "n"], unique=False)
    op.create_index(
        "outbox_due_idx",
        "outbox",
        ["lane_id", "n"],
        unique=False,
        postgresql_where=sa.text("status IN ('due', 'sending')"),
    )
    op.create_index("outbox_ref_idx", "outbox", ["contact_id", "provider_ref"], unique=False)
    op.create_index(
        "outbox_release_idx", "outbox", ["release_id"], unique=False, postgresql_where=sa.text("release_id IS NOT NULL")
    )
    op.execute(_GUARD)
