--liquibase formatted sql

--changeset slipway:item-imports
create table item_imports (
    id bigint not null auto_increment,
    file_name varchar(200) not null,
    format varchar(16) not null,
    content longtext not null comment 'JSON: the rows as they were read; emptied once they are applied',
    row_count int not null,
    state varchar(16) not null,
    uploaded_by varchar(64) not null,
    uploaded_at datetime(3) not null,
    ended_by varchar(64),
    ended_at datetime(3),
    added int not null default 0,
    changed int not null default 0,
    primary key (id),
    key item_imports_by_time (uploaded_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
