--liquibase formatted sql

--changeset slipway:licences-in-full
alter table bills_of_materials
    add column components_listed boolean null comment 'null: read before all licences were kept, and to be read again' after component_count;
alter table bill_components
    modify column licences mediumtext not null comment 'one to a line; names behind a tab';
