--liquibase formatted sql

--changeset slipway:audit-by-subject
-- The record is searched by a thing's key alone as well, and by who did what: each may be frequent, and both together rare.
alter table audit_entries
    add key audit_entries_key (subject, at),
    add key audit_entries_actor_action (actor, action, at);
