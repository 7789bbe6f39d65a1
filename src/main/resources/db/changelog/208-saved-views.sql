--liquibase formatted sql

--changeset slipway:saved-views
-- What a list shows, under a name that somebody gave it: a person's own, or shared with everybody.
create table saved_views (
    id bigint not null auto_increment,
    list varchar(16) not null comment 'which list: tasks, releases',
    owner varchar(64) not null,
    name varchar(60) not null,
    query varchar(1000) character set utf8mb4 collate utf8mb4_bin not null comment 'the query of the address',
    shared boolean not null,
    primary key (id),
    unique key saved_views_once (owner, list, name),
    key saved_views_shared (list, shared, name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
