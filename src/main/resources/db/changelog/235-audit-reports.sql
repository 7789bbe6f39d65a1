--liquibase formatted sql

--changeset slipway:what-was-deployed
alter table deployments
    add column digest char(64) comment 'of what was deployed, as an authorisation is bound to it; null for those from before this was kept',
    add key deployments_by_start (started_at, id);

--changeset slipway:when-changes-were-raised
-- Those from before it was kept have the time that the record says, or else that of their first decision.
alter table change_records add column raised_at datetime(3) not null default current_timestamp(3);
update change_records c join releases r on r.release_key = c.release_key
   set c.raised_at = coalesce(
           (select min(a.at) from audit_entries a where a.subject_type = 'change' and a.subject = c.number and a.action = 'change.raised'),
           (select min(d.decided_at) from change_decisions d where d.change_record_id = c.id), r.registered_at);
alter table change_records
    add key change_records_by_raising (raised_at, id),
    add key change_records_by_type_raised (type, raised_at, id);

--changeset slipway:populations
alter table releases add key releases_by_registered (registered_at, id);
alter table reported_deployments add key reported_deployments_by_time (happened_at, id);
alter table received_events add key received_events_by_time (received_at, id, state, type);
alter table permits add key permits_by_request (requested_at, id);
