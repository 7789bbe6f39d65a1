--liquibase formatted sql

--changeset slipway:bake-rounds
alter table run_waves add column round int not null default 0 comment 'how often somebody decided to watch it on';
