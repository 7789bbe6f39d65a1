--liquibase formatted sql

--changeset slipway:item-life
alter table configuration_items
    add column status varchar(16) not null default 'LIVE',
    add column edition varchar(80) not null default '' comment 'its own version, as its makers count',
    add column attributes text not null default '{}' comment 'JSON, name to value',
    add column confirmed_at datetime(3) not null default '2000-01-01 00:00:00' comment 'last confirmed; the default means never',
    add column confirmed_by varchar(64),
    add key configuration_items_by_confirmation (active, confirmed_at, item_key, type, owner),
    add key configuration_items_by_type_confirmed (active, type, confirmed_at, item_key),
    add key configuration_items_by_owner_confirmed (active, owner, confirmed_at, item_key);
update configuration_items set status = 'RETIRED' where active = false;

--changeset slipway:item-relations
create table item_relations (
    source_id bigint not null,
    kind varchar(16) not null,
    target_id bigint not null,
    primary key (source_id, kind, target_id),
    key item_relations_by_target (target_id, kind, source_id),
    constraint item_relations_source foreign key (source_id) references configuration_items (id),
    constraint item_relations_target foreign key (target_id) references configuration_items (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:audit-entries-by-subject
alter table audit_entries add key audit_entries_subject (subject_type, subject, sequence);
