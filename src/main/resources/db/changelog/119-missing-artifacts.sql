--liquibase formatted sql

--changeset slipway:missing-artifacts
create table missing_artifacts (
    digest char(64) not null,
    source varchar(300) not null comment 'who tells that it was deleted',
    deleted_at datetime(3) not null,
    primary key (digest)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
