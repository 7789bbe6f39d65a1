--liquibase formatted sql

--changeset slipway:release-items-by-item
alter table release_items add key release_items_by_item (item, release_id);
alter table release_services add key release_services_by_service (service, release_id);
