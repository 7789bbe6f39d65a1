--liquibase formatted sql

--changeset slipway:longest-waiting-first
-- What waits longest is read in the order of this index. It serves the announcement of what has come, too.
alter table work_items drop index work_items_by_arrival,
    add index work_items_by_arrival (state, created_at, id, assignee, role, business_key);

--changeset slipway:days-in-a-phase
alter table releases add phase_at datetime(3) comment 'since when it is in its phase; null if an older node registered it';
update releases r set phase_at = coalesce((select a.at from audit_entries a where a.release_key = r.release_key
    and a.action = 'phase.begun' order by a.sequence desc limit 1), r.registered_at);

--changeset slipway:deviations-of-ended-releases
-- What differed when a release ended, as io.slipway.review.Deviation names it: known at its end and kept, so that lists
-- find it by an index. The same is read here from the facts of those that ended before.
alter table releases add deviations json not null default '[]',
    add deviated boolean as (deviations <> '[]') stored,
    add key releases_by_deviation (deviated, schedule_at, id);
create table ended_deviations (release_key varchar(41) not null, kind varchar(24) not null, place int not null,
    primary key (release_key, kind)) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
insert into ended_deviations
    select release_key, 'ROLLED_BACK', 0 from releases where ended and rolled_back_at is not null;
insert ignore into ended_deviations
    select r.release_key, 'FAILED_ATTEMPT', 1 from releases r join deployments d on d.release_key = r.release_key
     where r.ended and d.status in ('RETRIED', 'FAILED', 'REFUTED');
insert ignore into ended_deviations
    select r.release_key, 'STARTED_OUTSIDE', 2 from releases r join deployments d on d.release_key = r.release_key
     where r.ended and (d.started_at < r.planned_start or d.started_at >= r.planned_end);
insert ignore into ended_deviations
    select r.release_key, 'FINISHED_LATE', 3 from releases r join deployments d on d.release_key = r.release_key
     where r.ended and d.started_at >= r.planned_start and d.started_at < r.planned_end and d.finished_at > r.planned_end;
insert ignore into ended_deviations
    select r.release_key, 'NO_EVIDENCE', 4 from releases r join test_assessments t on t.release_key = r.release_key
     where r.ended and t.verdict = 'PASSED' and not exists (select 1 from evidence e where e.release_key = r.release_key);
insert ignore into ended_deviations
    select r.release_key, if(p.kind = 'freeze-exception', 'FREEZE_EXCEPTION', 'WAIVED'), if(p.kind = 'freeze-exception', 6, 5)
      from releases r join permits p on p.release_key = r.release_key
     where r.ended and p.status in ('GRANTED', 'EXPIRED', 'CLOSED');
insert ignore into ended_deviations
    select r.release_key, 'SUPPORT_SHORT', 7 from releases r join support_periods s on s.release_key = r.release_key
     where r.ended and s.status = 'HANDED_OVER' and s.decided_at < s.ends_at;
insert ignore into ended_deviations
    select r.release_key, 'SUPPORT_EXTENDED', 8 from releases r join support_periods s on s.release_key = r.release_key
      join support_extensions x on x.support_period_id = s.id
     where r.ended;
update releases r join (select release_key, json_arrayagg(kind order by place) kinds from ended_deviations
    group by release_key) e on e.release_key = r.release_key set r.deviations = e.kinds;
drop table ended_deviations;

--changeset slipway:who-asked-for-it
alter table work_items add asked_by varchar(255) comment 'whose act brought it about',
    add index work_items_by_asker (state, asked_by, due_at, id, phase);
update work_items w set asked_by = (select r.owner from releases r where r.release_key = w.business_key)
 where state = 'OPEN';

--changeset slipway:open-incidents
alter table incidents add index incidents_open (resolved, id);
