--liquibase formatted sql

--changeset slipway:work-item-escalations
alter table work_items
    add column escalated_at datetime(3) comment 'since when the next level has it as well, because it is overdue',
    add column escalated_to varchar(32) comment 'the role of the next level',
    add index work_items_by_escalation (state, escalated_to, due_at, id, phase);

--changeset slipway:backup-scopes
alter table backups
    add column covers json comment 'services and items that it covers; null where that was not asked',
    add column spared json comment 'those that need none',
    add column spared_reason varchar(1000);
