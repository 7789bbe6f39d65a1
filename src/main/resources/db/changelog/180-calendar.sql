--liquibase formatted sql

--changeset slipway:releases-in-time
alter table releases
    add column changed_at datetime(3) comment 'when it was stored last; null for those stored before this was kept',
    add key releases_by_time (schedule_at, planned_end, support_days);

--changeset slipway:support-periods-in-time
alter table support_periods add key support_periods_by_time (ends_at, started_at);
