--liquibase formatted sql

--changeset slipway:quality-waivers
create table quality_waivers (
    id bigint not null auto_increment,
    version int not null,
    release_key varchar(41) not null,
    package_digest char(64) not null comment 'a waiver counts for this package and no other',
    facts varchar(500) not null comment 'names of facts, with commas between them',
    justification text not null,
    follow_up text not null,
    expires_at datetime(3) not null,
    status varchar(16) not null,
    requested_by varchar(64) not null,
    requested_at datetime(3) not null,
    decided_by varchar(64),
    decided_at datetime(3),
    reason text,
    result text,
    closed_by varchar(64),
    closed_at datetime(3),
    primary key (id),
    key quality_waivers_by_release (release_key, id),
    constraint quality_waivers_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
