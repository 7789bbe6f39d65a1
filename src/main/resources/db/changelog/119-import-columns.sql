--liquibase formatted sql

--changeset slipway:import-columns
alter table item_imports add column passed_over json null comment 'titles of columns that nothing was read from';
