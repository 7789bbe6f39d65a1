--liquibase formatted sql

--changeset slipway:release-numbers
create sequence release_numbers start with 1 increment by 1 nocache nocycle;

--changeset slipway:releases
create table releases (
    id bigint not null auto_increment,
    release_key varchar(41) not null,
    name varchar(120) not null,
    type varchar(16) not null,
    model varchar(16) not null,
    owner varchar(64) not null,
    phase varchar(24) not null,
    status varchar(16) not null,
    ended boolean not null,
    revision int not null,
    scope text not null,
    planned_start datetime(3),
    planned_end datetime(3),
    schedule_at datetime(3) not null comment 'planned start, or the far future while there is none: what lists sort by',
    rollback_criteria text not null,
    rollback_plan text not null,
    communication_plan text not null,
    support_days int not null,
    submitted_by varchar(64),
    submitted_at datetime(3),
    approved_at datetime(3),
    documentation varchar(500) not null,
    scripts varchar(500) not null,
    assembled_at datetime(3),
    missing varchar(500) not null,
    registered_at datetime(3) not null,
    ended_at datetime(3),
    rolled_back_at datetime(3),
    end_reason varchar(2000),
    version int not null,
    primary key (id),
    unique key releases_by_key (release_key),
    key releases_by_schedule (ended, schedule_at, id),
    key releases_by_type (ended, type, schedule_at, id),
    key releases_by_phase (ended, phase, schedule_at, id),
    key releases_by_owner (ended, owner, schedule_at, id),
    key releases_by_status (status, schedule_at, id),
    key releases_by_state_and_key (ended, release_key),
    key releases_by_registration (ended, id),
    fulltext key releases_by_words (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:release-services
create table release_services (
    release_id bigint not null,
    service varchar(80) not null,
    ended boolean not null comment 'as in releases: lists by service need it here',
    schedule_at datetime(3) not null comment 'as in releases: lists by service need it here',
    primary key (release_id, service),
    key release_services_by_schedule (service, ended, schedule_at, release_id),
    constraint release_services_release foreign key (release_id) references releases (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:release-approvers
create table release_approvers (
    release_id bigint not null,
    user_name varchar(64) not null,
    primary key (release_id, user_name),
    constraint release_approvers_release foreign key (release_id) references releases (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:release-units
create table release_units (
    id bigint not null auto_increment,
    release_id bigint not null,
    name varchar(80) not null,
    version varchar(60) not null,
    artifact varchar(500) not null,
    digest char(64) not null,
    source_commit varchar(40) not null,
    committed_at datetime(3) not null,
    delivered_by varchar(64) not null,
    delivered_at datetime(3) not null,
    primary key (id),
    unique key release_units_by_name (release_id, name),
    unique key release_units_by_digest (release_id, digest),
    constraint release_units_release foreign key (release_id) references releases (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
