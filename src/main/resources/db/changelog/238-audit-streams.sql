--liquibase formatted sql

--changeset slipway:audit-streams
-- How far the systems outside have taken the record.
create table audit_streams (
    name varchar(20) not null comment 'syslog or webhook',
    generation int not null comment 'of the log',
    next_index bigint not null comment 'place of the row that comes next, from 0',
    due_at datetime(3) not null comment 'tried again from then on',
    leased_until datetime(3) not null comment 'a node is at it',
    failures int not null comment 'one after the other',
    taken_at datetime(3) null,
    problem varchar(200) null comment 'of the last time',
    primary key (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
