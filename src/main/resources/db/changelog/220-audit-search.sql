--liquibase formatted sql

--changeset slipway:audit-by-time
-- The record is searched by who, by what was done and by kind of thing, each within a time and the latest first.
alter table audit_entries
    drop key audit_entries_actor,
    drop key audit_entries_action,
    add key audit_entries_actor (actor, at),
    add key audit_entries_action (action, at),
    add key audit_entries_kind (subject_type, at);
