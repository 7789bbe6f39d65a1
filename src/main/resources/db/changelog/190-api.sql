--liquibase formatted sql

--changeset slipway:api-calls
create table api_calls (
    caller          varchar(60)  character set ascii collate ascii_bin not null comment 'token:7 or person:rosa',
    idempotency_key varchar(128) character set ascii collate ascii_bin not null,
    target          char(64)     not null comment 'SHA-256 of method and address',
    begun_at        datetime(3)  not null,
    fingerprint     char(64)     null comment 'SHA-256 of the body; null while the call is being answered',
    status          smallint     null,
    headers         text         null comment 'those of the answer that are given again, as JSON',
    body            mediumblob   null,
    primary key (caller, idempotency_key),
    key api_calls_by_time (begun_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
