--liquibase formatted sql

--changeset slipway:calls-given-up
alter table api_calls add column acted boolean not null default false comment 'whether a transaction of the call was committed' after begun_at;
