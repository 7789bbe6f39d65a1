--liquibase formatted sql

--changeset slipway:support-periods
create table support_periods (
    id bigint not null auto_increment,
    version int not null,
    release_key varchar(41) not null,
    started_at datetime(3) not null,
    ends_at datetime(3) not null,
    status varchar(16) not null,
    priority1 int not null comment 'open incidents of priority 1',
    priority2 int not null,
    priority3 int not null,
    priority4 int not null,
    handover_accepted boolean not null,
    decided_by varchar(64),
    decided_at datetime(3),
    reason text,
    primary key (id),
    unique key support_periods_by_release (release_key),
    key support_periods_by_end (status, ends_at),
    constraint support_periods_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:support-criteria
create table support_criteria (
    support_period_id bigint not null,
    position int not null,
    criterion varchar(40) not null,
    met boolean not null,
    note varchar(500) not null,
    primary key (support_period_id, position),
    constraint support_criteria_period foreign key (support_period_id) references support_periods (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:support-extensions
create table support_extensions (
    support_period_id bigint not null,
    position int not null,
    days int not null,
    reason text not null,
    decided_by varchar(64) not null,
    decided_at datetime(3) not null,
    primary key (support_period_id, position),
    constraint support_extensions_period foreign key (support_period_id) references support_periods (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
