--liquibase formatted sql

--changeset slipway:announcements
create table announcements (
    id bigint not null auto_increment,
    version int not null,
    release_key varchar(41) not null,
    audience varchar(500) not null,
    channel varchar(200) not null,
    text text not null,
    announced_at datetime(3) not null,
    recorded_by varchar(64) not null,
    recorded_at datetime(3) not null,
    primary key (id),
    key announcements_by_release (release_key, id),
    constraint announcements_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:go-decisions
create table go_decisions (
    id bigint not null auto_increment,
    version int not null,
    release_key varchar(41) not null,
    is_go boolean not null,
    reason text,
    checklist json not null comment 'the eight items as they were at the decision',
    decided_by varchar(64) not null,
    decided_at datetime(3) not null,
    resolution text,
    resolved_by varchar(64),
    resolved_at datetime(3),
    withdrawn boolean not null,
    primary key (id),
    key go_decisions_by_release (release_key, id),
    constraint go_decisions_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:backups
create table backups (
    id bigint not null auto_increment,
    version int not null,
    release_key varchar(41) not null,
    location varchar(500) not null,
    taken_at datetime(3) not null,
    verified_at datetime(3) not null,
    recorded_by varchar(64) not null,
    recorded_at datetime(3) not null,
    primary key (id),
    key backups_by_release (release_key, id),
    constraint backups_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:deployments
create table deployments (
    id bigint not null auto_increment,
    version int not null,
    release_key varchar(41) not null,
    attempt int not null,
    environment varchar(80) not null,
    started_at datetime(3) not null,
    finished_at datetime(3) not null,
    notes text not null,
    status varchar(16) not null,
    deployed_by varchar(64) not null,
    verification text,
    verified_by varchar(64),
    verified_at datetime(3),
    decision_reason text,
    decided_by varchar(64),
    decided_at datetime(3),
    restored_baseline text,
    restored_by varchar(64),
    restored_at datetime(3),
    rolled_back_at datetime(3),
    primary key (id),
    unique key deployments_by_attempt (release_key, attempt),
    key deployments_by_environment (environment, started_at),
    constraint deployments_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
