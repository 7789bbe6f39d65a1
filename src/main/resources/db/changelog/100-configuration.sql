--liquibase formatted sql

--changeset slipway:configuration-items
create table configuration_items (
    id bigint not null auto_increment,
    version int not null,
    item_key varchar(64) not null,
    name varchar(200) not null,
    type varchar(16) not null,
    criticality varchar(16) not null,
    owner varchar(64) not null comment 'user name',
    description varchar(2000) not null,
    active boolean not null,
    primary key (id),
    unique key configuration_items_by_key (item_key),
    unique key configuration_items_by_name (type, name),
    key configuration_items_by_start_of_name (name),
    key configuration_items_by_state (active, item_key),
    key configuration_items_by_type (active, type, item_key),
    key configuration_items_by_owner (active, owner, item_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
