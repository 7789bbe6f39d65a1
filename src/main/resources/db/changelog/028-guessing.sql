--liquibase formatted sql

--changeset slipway:attempts-by-place
-- The address becomes the place: a network, a known device, or the own session. A row with admits_at is no failure: from
-- then on the next attempt for this account from this place is judged, however often others fail.
alter table sign_in_attempts
    add column admits_at datetime(3) null,
    add key sign_in_attempts_place (account, address, attempted_at);

--changeset slipway:known-devices
create table known_devices (
    id           bigint      not null auto_increment,
    user_name    varchar(50) not null,
    secret_hash  char(64)    not null comment 'SHA-256 of what its cookie holds',
    created_at   datetime(3) not null,
    last_used_at datetime(3) not null,
    primary key (id),
    unique key known_devices_once (user_name, secret_hash),
    constraint known_devices_person foreign key (user_name) references people (user_name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:guessing-episodes
create table guessing_episodes (
    id        bigint      not null auto_increment,
    user_name varchar(50) not null,
    began_at  datetime(3) not null,
    last_at   datetime(3) not null,
    failures  int         not null,
    read_at   datetime(3) null comment 'when the person was told at a sign-in',
    primary key (id),
    key guessing_episodes_person (user_name, last_at),
    constraint guessing_episodes_person foreign key (user_name) references people (user_name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
