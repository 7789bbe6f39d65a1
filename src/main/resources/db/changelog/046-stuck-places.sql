--liquibase formatted sql

--changeset slipway:stuck-places
-- Few of many places fail, are tried again or stand still: lists of them do not read the others.
alter table run_places
    add column stuck boolean as (failed + retrying + suspended > 0) persistent,
    drop index run_places_by_start,
    add index run_places_by_start (definition, element, started_at, run, due_at, tasks),
    add index run_places_by_trouble (definition, element, stuck, started_at, run, failed, retrying, suspended);
