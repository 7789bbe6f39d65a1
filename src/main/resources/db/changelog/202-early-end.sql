--liquibase formatted sql

--changeset slipway:support-early-end
alter table support_periods
    add column least_ends_at datetime(3) comment 'before that only the service owner ends it; null where nobody can be asked' after ends_at,
    add column early_end_asked_by varchar(64),
    add column early_end_asked_at datetime(3),
    add column early_end_reason text;
