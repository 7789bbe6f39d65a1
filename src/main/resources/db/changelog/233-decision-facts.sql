--liquibase formatted sql

--changeset slipway:decision-facts
-- What decided a step when it was decided; the digest of the content stands in the record as well.
create table decision_facts (
    work_item_id varchar(64)  not null,
    release_key  varchar(64)  not null,
    step_name    varchar(200) not null,
    form         varchar(100) not null,
    decided_by   varchar(50)  not null,
    decided_at   datetime(3)  not null,
    how          varchar(20)  not null comment 'SHOWN, CHANGED since it was shown and for the better, NOT_SHOWN, BY_RULE',
    content      mediumtext   not null,
    digest       char(64)     not null,
    primary key (work_item_id),
    key decision_facts_release (release_key, decided_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
