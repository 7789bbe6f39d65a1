--liquibase formatted sql

--changeset slipway:schedule-periods
create table schedule_periods (
    id bigint not null auto_increment,
    version int not null,
    kind varchar(16) not null,
    name varchar(120) not null,
    reason varchar(1000) not null,
    owner varchar(64) not null,
    services text not null comment 'one a line; none means all',
    environments text not null comment 'one a line; none means all',
    types varchar(60) not null comment 'one a line; none means all',
    zone varchar(64) not null,
    starts_local varchar(16) not null comment 'wall time of the first start',
    minutes int not null comment 'length in wall time',
    rule varchar(500) not null comment 'RFC 5545, without UNTIL; empty if it happens once',
    until_local varchar(16) comment 'wall time after which no occurrence starts',
    skipped text not null comment 'dates of starts that are left out, one a line',
    expanded_until datetime(3) not null comment 'occurrences are known so far',
    over_at datetime(3) not null comment 'end of the last occurrence; the year 9999 if there is none',
    created_by varchar(64) not null,
    created_at datetime(3) not null,
    ended_by varchar(64),
    ended_at datetime(3),
    end_reason varchar(1000),
    primary key (id),
    key schedule_periods_by_end (over_at, id),
    key schedule_periods_by_kind (kind, over_at, id),
    key schedule_periods_by_horizon (expanded_until)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:schedule-occurrences
create table schedule_occurrences (
    period_id bigint not null,
    starts_at datetime(3) not null,
    ends_at datetime(3) not null,
    kind varchar(16) not null,
    long_lasting boolean not null comment 'longer than a week: searched by its end, the others by their start',
    primary key (period_id, starts_at),
    key schedule_occurrences_short (long_lasting, starts_at, ends_at, kind),
    key schedule_occurrences_long (long_lasting, ends_at, starts_at, kind),
    key schedule_occurrences_next (period_id, ends_at, starts_at),
    constraint schedule_occurrences_period foreign key (period_id) references schedule_periods (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:freeze-exceptions
create table freeze_exceptions (
    id bigint not null auto_increment,
    version int not null,
    release_key varchar(41) not null,
    release_name varchar(200) not null,
    reason text not null,
    expires_at datetime(3) not null,
    status varchar(16) not null,
    requested_by varchar(64) not null,
    requested_at datetime(3) not null,
    decided_at datetime(3),
    worth boolean,
    lesson text,
    reviewed_by varchar(64),
    reviewed_at datetime(3),
    primary key (id),
    key freeze_exceptions_by_release (release_key, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

create table freeze_exception_freezes (
    exception_id bigint not null,
    period_id bigint not null,
    primary key (exception_id, period_id),
    key freeze_exception_freezes_by_period (period_id, exception_id),
    constraint freeze_exception_freezes_exception foreign key (exception_id) references freeze_exceptions (id),
    constraint freeze_exception_freezes_period foreign key (period_id) references schedule_periods (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

create table freeze_exception_votes (
    exception_id bigint not null,
    position int not null,
    person varchar(64) not null,
    role varchar(32) not null,
    approved boolean not null,
    reason text,
    voted_at datetime(3) not null,
    primary key (exception_id, position),
    constraint freeze_exception_votes_exception foreign key (exception_id) references freeze_exceptions (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:line-stops
create table line_stops (
    id bigint not null auto_increment,
    version int not null,
    still_stopped boolean comment 'true while it holds, then null: there is one at most',
    reason varchar(1000) not null,
    stopped_by varchar(64) not null,
    stopped_at datetime(3) not null,
    release_reason varchar(1000),
    released_by varchar(64),
    released_at datetime(3),
    primary key (id),
    unique key line_stops_one (still_stopped)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
