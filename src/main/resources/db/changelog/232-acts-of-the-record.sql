--liquibase formatted sql

--changeset slipway:acts-of-the-record
alter table audit_entries add column act bigint null comment 'what was written in one transaction is one act; it is not sealed: it only says what is told together';
