--liquibase formatted sql

--changeset slipway:drafts-of-parts
-- A long form is filled in by parts, each with a draft of its own.
alter table task_drafts
    add column part varchar(24) not null default '' comment 'part of the form; empty for the whole' after task_id,
    drop primary key,
    add primary key (user_name, task_id, part);
