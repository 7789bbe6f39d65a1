--liquibase formatted sql

--changeset slipway:releases-for-auditors
-- Finished and running releases in one order, and those that one person had a part in.
alter table releases add key releases_by_schedule_of_all (schedule_at, id);
alter table audit_entries add key audit_entries_of_person (actor, release_key);
