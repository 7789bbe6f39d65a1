--liquibase formatted sql

--changeset slipway:release-units-by-artifact
alter table release_units add key release_units_by_artifact (digest, id);

--changeset slipway:api-calls
create table api_calls (
    caller          varchar(80)  character set utf8mb4 collate utf8mb4_bin not null comment 'token:7 or person:rosa',
    idempotency_key varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
    target          char(64)     not null comment 'SHA-256 of method and address',
    begun_at        datetime(3)  not null,
    fingerprint     char(64)     null comment 'SHA-256 of the body; null while the call is being answered',
    status          smallint     null,
    headers         text         null comment 'those of the answer that are given again, as JSON',
    body            mediumblob   null,
    primary key (caller, idempotency_key),
    key api_calls_by_time (begun_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:received-events
create table received_events (
    id           bigint       not null auto_increment,
    source       varchar(300) character set utf8mb4 collate utf8mb4_bin not null,
    event_id     varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    type         varchar(200) not null,
    subject      varchar(500) character set utf8mb4 collate utf8mb4_bin not null,
    change_id    varchar(200) character set utf8mb4 collate utf8mb4_bin null comment 'the change that it waits for',
    happened_at  datetime(3)  null,
    received_at  datetime(3)  not null,
    received_via varchar(100) not null comment 'the token that brought it, or that it was signed',
    state        varchar(20)  not null,
    reason       varchar(500) not null,
    release_key  varchar(64)  null,
    content      mediumtext   not null,
    primary key (id),
    unique key received_events_once (source, event_id),
    key received_events_by_state (state, id),
    key received_events_by_release (release_key, id),
    key received_events_by_subject (subject, id),
    key received_events_by_change (change_id, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
