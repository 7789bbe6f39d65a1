--liquibase formatted sql

--changeset slipway:made-for-demo
alter table audit_entries add column made_for_demo boolean not null default false comment 'whether nobody did it: the demo profile made it, as part of its past';
