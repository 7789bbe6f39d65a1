--liquibase formatted sql

--changeset slipway:work-item-escalations
alter table work_items
    add column escalated_at datetime(3) comment 'since when the next level has it as well, because it is overdue',
    add column escalated_to varchar(32) comment 'the role of the next level',
    add index work_items_by_escalation (state, escalated_to, due_at, id, phase);
