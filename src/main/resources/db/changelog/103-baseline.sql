--liquibase formatted sql

--changeset slipway:baselines
create table baselines (
    id bigint not null auto_increment,
    release_key varchar(41) not null,
    attempt int not null,
    moment varchar(8) not null,
    taken_at datetime(3) not null,
    taken_by varchar(64) not null,
    items int not null,
    left_out int not null comment 'items beyond the most that a baseline holds',
    primary key (id),
    unique key baselines_by_release (release_key, attempt, moment)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:baseline-items
create table baseline_items (
    baseline_id bigint not null,
    item_key varchar(64) not null,
    record mediumtext not null comment 'JSON: every field of the item, its attributes and its relations, as they were',
    primary key (baseline_id, item_key),
    key baseline_items_by_item (item_key, baseline_id),
    constraint baseline_items_baseline foreign key (baseline_id) references baselines (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:baseline-items-kept splitStatements:false
create trigger baseline_items_no_update before update on baseline_items for each row
    signal sqlstate '45000' set message_text = 'A baseline is never changed';
