--liquibase formatted sql

--changeset slipway:deployment-halts
create table deployment_halts (
    id bigint not null auto_increment,
    release_key varchar(41) not null,
    held boolean comment 'true while it is held, then null: a release is held once at a time',
    held_at datetime(3) not null,
    stopped_by varchar(64) not null,
    stopped_at datetime(3) not null,
    reason text not null,
    ended_at datetime(3),
    ended varchar(12) comment 'WENT_ON or ROLLED_BACK',
    primary key (id),
    unique key deployment_halts_once (release_key, held),
    key deployment_halts_held (held, id),
    constraint deployment_halts_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
