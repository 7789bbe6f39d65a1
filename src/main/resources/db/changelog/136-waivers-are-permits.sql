--liquibase formatted sql

--changeset slipway:waivers-are-permits
--comment The number of the old row stays until its facts and its decision have followed it.
alter table permits add column waiver_id bigint unique;

insert into permits (waiver_id, version, kind, model, release_key, release_name, package_digest, reason, follow_up,
    expires_at, status, requested_by, requested_at, decided_at, result, closed_by, closed_at)
select w.id, w.version, 'waiver', 'WAIVER', w.release_key, r.name, w.package_digest, w.justification, w.follow_up,
    w.expires_at, if(w.status = 'FOLLOWED_UP', 'CLOSED', w.status), w.requested_by, w.requested_at, w.decided_at,
    w.result, w.closed_by, w.closed_at
  from quality_waivers w join releases r on r.release_key = w.release_key order by w.id;

insert into permit_subjects (permit_id, position, subject)
select p.id, f.position - 1, f.fact
  from permits p join quality_waivers w on w.id = p.waiver_id
  join json_table(concat('["', replace(w.facts, ',', '","'), '"]'), '$[*]'
       columns (position for ordinality, fact varchar(100) path '$')) f;

insert into permit_votes (permit_id, position, person, role, approved, reason, voted_at)
select p.id, 0, w.decided_by, 'SERVICE_OWNER', w.status <> 'REFUSED', w.reason, w.decided_at
  from permits p join quality_waivers w on w.id = p.waiver_id where w.decided_by is not null;

alter table permits drop column waiver_id;
drop table quality_waivers;
