--liquibase formatted sql

--changeset slipway:policy-decisions
create table policy_decisions (
    id            bigint        not null auto_increment,
    version       int           not null,
    release_key   varchar(41)   not null comment 'no foreign key: policy knows no releases',
    decision      varchar(64)   not null comment 'id of the decision table',
    table_version int           not null,
    matched_rows  varchar(2000) not null comment 'ids of the rows that counted, with commas between them',
    inputs        json          not null,
    outputs       json          not null,
    decided_by    varchar(64)   not null,
    decided_at    datetime(3)   not null,
    primary key (id),
    key policy_decisions_by_release (release_key, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
