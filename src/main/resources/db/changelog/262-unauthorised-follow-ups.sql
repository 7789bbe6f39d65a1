--liquibase formatted sql

-- What was done about deployments that nobody had allowed: written once, by whom and when.

--changeset slipway:unauthorised-follow-ups
create table unauthorised_follow_ups (
    id bigint not null auto_increment,
    kind varchar(8) not null comment 'REPORT, a reported deployment, or EVENT, one of no release',
    thing bigint not null,
    text varchar(2000) not null,
    link varchar(41) null comment 'key of a release, or number of a change',
    written_by varchar(50) not null,
    written_at datetime(3) not null,
    primary key (id),
    key unauthorised_follow_ups_thing (kind, thing, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
