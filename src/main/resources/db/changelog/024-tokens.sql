--liquibase formatted sql

--changeset slipway:access-tokens
create table access_tokens (
    id            bigint        not null auto_increment,
    name          varchar(60)   not null,
    owner         varchar(50)   not null,
    prefix        varchar(12)   not null comment 'its first characters, by which people recognise it',
    token_hash    char(64)      not null comment 'SHA-256 of the token',
    roles         varchar(300)  not null comment 'at most these of the roles of its owner, separated by commas',
    writes        boolean       not null,
    releases      varchar(1000) not null comment 'keys of the releases it may be used for, separated by line ends',
    services      varchar(2000) not null comment 'services it may be used for, separated by line ends',
    created_by    varchar(50)   not null,
    created_at    datetime(3)   not null,
    expires_at    datetime(3)   not null,
    last_used_at  datetime(3)   null comment 'written at most once a minute',
    revoked_by    varchar(50)   null,
    revoked_at    datetime(3)   null,
    revoke_reason varchar(300)  null,
    primary key (id),
    unique key access_tokens_by_token (token_hash),
    key access_tokens_by_owner (owner, id),
    constraint access_tokens_owner foreign key (owner) references people (user_name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:audit-by-token
alter table audit_entries
    add column token varchar(60) null comment 'name of the token by which the actor acted' after actor_name;
