--liquibase formatted sql

--changeset slipway:ruled-steps
create table ruled_steps (
    work_item_id varchar(64) not null comment 'an open work item that passes by a rule once every fact is green',
    next_at datetime(3) not null comment 'when its facts are looked at again',
    tries int not null,
    primary key (work_item_id),
    key ruled_steps_due (next_at, work_item_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
