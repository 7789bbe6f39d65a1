--liquibase formatted sql

--changeset slipway:signing-keys
create table signing_keys (
    purpose varchar(40) not null,
    secret  binary(32)  not null,
    primary key (purpose)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:unsent-forms
create table unsent_forms (
    user_name varchar(50) not null comment 'one form for each person: the latest',
    form      mediumtext  not null comment 'JSON',
    kept_at   datetime(3) not null,
    primary key (user_name),
    key unsent_forms_kept_at (kept_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
