--liquibase formatted sql

--changeset slipway:mail-leases
-- Until when a sender has a mail, by the database's clock: the clocks of nodes may differ by more than a lease lasts.
alter table notifications add column leased_until datetime(3) null;

--changeset slipway:event-leases
-- When an event was last brought to its listener, by the database's clock.
alter table EVENT_PUBLICATION
    add column KEPT_AT datetime(6) not null default current_timestamp(6),
    add column BROUGHT_AT datetime(6) not null default current_timestamp(6);

--changeset slipway:node-clocks
-- How far the clock of each node is ahead of the database's.
alter table engine_nodes add column clock_ahead_millis bigint not null default 0;
