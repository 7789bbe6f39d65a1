--liquibase formatted sql

--changeset slipway:releases-in-time
alter table releases
    add column changed_at datetime(3) comment 'when it was stored last; null for those stored before this was kept',
    add key releases_by_time (schedule_at, planned_end, support_days);

--changeset slipway:support-periods-in-time
alter table support_periods add key support_periods_by_time (ends_at, started_at);

--changeset slipway:calendar-subscriptions
create table calendar_subscriptions (
    id bigint not null auto_increment,
    user_name varchar(50) not null,
    slot tinyint not null comment '1 to 5: nobody has more of them',
    name varchar(60) not null,
    layers varchar(100) not null comment 'what it shows, separated by commas',
    token_hash char(64) not null comment 'SHA-256 of the token in its address',
    created_at datetime(3) not null,
    last_used_at datetime(3) comment 'written at most once an hour',
    primary key (id),
    unique key calendar_subscriptions_by_token (token_hash),
    unique key calendar_subscriptions_by_person (user_name, slot),
    constraint calendar_subscriptions_slot check (slot between 1 and 5),
    constraint calendar_subscriptions_person foreign key (user_name) references people (user_name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
