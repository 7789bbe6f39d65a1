--liquibase formatted sql

--changeset slipway:plans
create table plans (
    release_id bigint not null,
    plan mediumtext not null comment 'canonical YAML; those older than this table as JSON, which is YAML too',
    revision int not null comment 'submissions and amendments so far',
    digest char(64) comment 'SHA-256 of the plan as last submitted or amended',
    change_digest char(64) comment 'digest of the plan as far as an authorised change is bound to it',
    risk varchar(8) comment 'as the policy assessed it; null before the first submission',
    window_required boolean not null,
    freeze_binding boolean not null,
    review_required boolean not null,
    minimum_support_days int not null,
    approvals varchar(500) not null comment 'role:minimum, separated by commas',
    submitted_by varchar(64),
    submitted_at datetime(3),
    approved_at datetime(3),
    primary key (release_id),
    constraint plans_release foreign key (release_id) references releases (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'the plan of each release as it now stands';

--changeset slipway:plans-of-releases
insert into plans (release_id, plan, revision, digest, change_digest, risk, window_required, freeze_binding,
       review_required, minimum_support_days, approvals, submitted_by, submitted_at, approved_at)
select r.id,
       json_object('name', r.name, 'type', lower(r.type), 'model', lower(r.model), 'environment', r.environment,
              'scope', r.scope,
              'services', json_compact((select json_arrayagg(s.service) from release_services s where s.release_id = r.id)),
              'configuration_items', json_compact((select json_arrayagg(i.item) from release_items i where i.release_id = r.id)),
              'schema_change', if(r.schema_change, 'true', 'false'),
              'planned_start', date_format(r.planned_start, '%Y-%m-%dT%H:%i:%s.%fZ'),
              'planned_end', date_format(r.planned_end, '%Y-%m-%dT%H:%i:%s.%fZ'),
              'dependencies', json_compact((select json_arrayagg(json_object('kind', lower(d.kind), 'release', d.other_key))
                                 from release_dependencies d where d.release_id = r.id)),
              'rollback_criteria', r.rollback_criteria, 'rollback_plan', r.rollback_plan, 'backups', r.backups,
              'communication_plan', r.communication_plan,
              'announcements', json_compact((select json_arrayagg(json_object(
                                       'audience', json_compact(concat('[', replace(json_quote(a.audience), ', ', '","'), ']')),
                                       'channel', lower(a.channel), 'anchor', lower(a.anchor), 'minutes', a.minutes,
                                       'text', a.message) order by a.place)
                                  from release_announcements a where a.release_id = r.id)),
              'support_days', r.support_days,
              'approvers', json_compact((select json_arrayagg(a.user_name) from release_approvers a where a.release_id = r.id)),
              'people', json_compact((select json_arrayagg(json_object('role', p.role, 'person', p.user_name))
                           from release_people p where p.release_id = r.id))),
       r.revision, r.plan_digest, r.change_digest, r.risk, r.window_required, r.freeze_binding, r.review_required,
       r.minimum_support_days, r.plan_approvals, r.submitted_by, r.submitted_at, r.approved_at
  from releases r;

--changeset slipway:releases-without-plans
alter table releases
    drop column revision,
    drop column scope,
    drop column rollback_criteria,
    drop column rollback_plan,
    drop column communication_plan,
    drop column schema_change,
    drop column backups,
    drop column plan_digest,
    drop column change_digest,
    drop column risk,
    drop column window_required,
    drop column freeze_binding,
    drop column review_required,
    drop column minimum_support_days,
    drop column plan_approvals,
    drop column submitted_by,
    drop column submitted_at,
    drop column approved_at;
drop table release_announcements;
drop table release_approvers;

--changeset slipway:planning-events
-- What waits for its listener at the time of the change names the events' package.
update EVENT_PUBLICATION set EVENT_TYPE = replace(EVENT_TYPE, 'io.slipway.release.Plan', 'io.slipway.planning.Plan')
 where EVENT_TYPE like 'io.slipway.release.Plan%';

--changeset slipway:steps-of-plans
update work_items set form = concat('planning/', substring(form, length('release/') + 1))
 where form in ('release/complete-plan', 'release/approve-plan');
