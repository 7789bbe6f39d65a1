--liquibase formatted sql

--changeset slipway:monitoring-sources
create table monitoring_sources (
    source     varchar(40)  character set utf8mb4 collate utf8mb4_bin not null,
    version    int          not null,
    name       varchar(200) not null,
    kind       varchar(12)  not null comment 'HTTP, PROMETHEUS or ALERTS',
    address    varchar(500) not null,
    credential varchar(60)  not null comment 'name of a secret; empty for none',
    retired    boolean      not null,
    primary key (source)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'systems that are asked how services do';

--changeset slipway:checks
create table checks (
    id                bigint       not null auto_increment,
    subject           varchar(80)  character set utf8mb4 collate utf8mb4_bin not null,
    live              boolean      null comment 'true while it is watched, then null',
    release_key       varchar(41)  not null,
    environment       varchar(40)  character set utf8mb4 collate utf8mb4_bin not null,
    service           varchar(200) not null,
    kind              varchar(12)  not null,
    source            varchar(40)  character set utf8mb4 collate utf8mb4_bin not null,
    rule              text         not null comment 'as JSON',
    begun_at          datetime(3)  not null,
    ended_at          datetime(3)  null,
    verdict           varchar(12)  null comment 'null until it is judged',
    reason            varchar(500) not null,
    measured          int          not null,
    succeeded         int          not null,
    failed            int          not null,
    inconclusive      int          not null,
    errors            int          not null,
    success_streak    int          not null,
    error_streak      int          not null,
    due_at            datetime(3)  null,
    leased_until      datetime(3)  null,
    primary key (id),
    unique key checks_live (subject, live),
    key checks_by_subject (subject, id),
    key checks_due (due_at, id),
    constraint checks_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what is measured after a deployment, and the verdict';

--changeset slipway:check-readings
create table check_readings (
    id        bigint       not null auto_increment,
    check_id  bigint       not null,
    taken_at  datetime(3)  not null,
    outcome   varchar(12)  not null,
    value     varchar(100) null comment 'null if there was none',
    threshold varchar(100) not null comment 'the condition that decided, as it stands in the plan',
    query     varchar(500) not null,
    note      varchar(500) not null,
    told_by   varchar(64)  not null,
    delivery  varchar(100) character set utf8mb4 collate utf8mb4_bin null comment 'by which a pushed result is known again',
    primary key (id),
    unique key check_readings_once (check_id, delivery),
    key check_readings_by_check (check_id, id),
    constraint check_readings_check foreign key (check_id) references checks (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what was measured';
