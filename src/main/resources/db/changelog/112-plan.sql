--liquibase formatted sql

--changeset slipway:plan-columns
alter table releases
    add column environment varchar(40) not null default 'production',
    add column schema_change boolean not null default false,
    add column backups text not null default '',
    add column plan_digest char(64) comment 'SHA-256 of the plan as last submitted or amended',
    add column risk varchar(8) comment 'as the policy assessed it; null before the first submission',
    add column window_required boolean not null default false,
    add column freeze_binding boolean not null default true,
    add column review_required boolean not null default true,
    add column minimum_support_days int not null default 0,
    add column plan_approvals varchar(500) not null default '' comment 'role:minimum, separated by commas';

--changeset slipway:release-services-end
alter table release_services
    add column ends_at datetime(3) not null default '9999-01-01 00:00:00' comment 'planned end, or the place in the schedule while there is none',
    add key release_services_by_time (service, ended, schedule_at, ends_at, release_id);
update release_services s join releases r on r.id = s.release_id set s.ends_at = coalesce(r.planned_end, s.schedule_at);

--changeset slipway:release-items
create table release_items (
    release_id bigint not null,
    item varchar(64) not null comment 'key of a configuration item',
    ended boolean not null comment 'as in releases: collisions by item need it here',
    schedule_at datetime(3) not null comment 'as in releases: collisions by item need it here',
    ends_at datetime(3) not null comment 'planned end, or the place in the schedule while there is none',
    primary key (release_id, item),
    key release_items_by_time (item, ended, schedule_at, ends_at, release_id),
    constraint release_items_release foreign key (release_id) references releases (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:release-people
create table release_people (
    release_id bigint not null,
    role varchar(24) not null,
    user_name varchar(64) not null,
    ended boolean not null comment 'as in releases: collisions by person need it here',
    schedule_at datetime(3) not null comment 'as in releases: collisions by person need it here',
    ends_at datetime(3) not null comment 'planned end, or the place in the schedule while there is none',
    primary key (release_id, role, user_name),
    key release_people_by_time (user_name, ended, schedule_at, ends_at, release_id),
    constraint release_people_release foreign key (release_id) references releases (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:release-dependencies
create table release_dependencies (
    release_id bigint not null,
    other_key varchar(41) not null,
    kind varchar(16) not null,
    primary key (release_id, other_key),
    key release_dependencies_by_other (other_key, kind, release_id),
    constraint release_dependencies_release foreign key (release_id) references releases (id),
    constraint release_dependencies_other foreign key (other_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:release-announcements
create table release_announcements (
    release_id bigint not null,
    place int not null,
    audience varchar(1000) not null comment 'roles and mail addresses, separated by commas',
    channel varchar(16) not null,
    anchor varchar(8) not null,
    minutes int not null comment 'after the anchor; negative before it',
    message text not null,
    primary key (release_id, place),
    constraint release_announcements_release foreign key (release_id) references releases (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:plan-revisions
create table plan_revisions (
    id bigint not null auto_increment,
    release_key varchar(41) not null,
    revision int not null,
    digest char(64) not null,
    plan mediumtext not null comment 'canonical YAML, of which the digest is',
    written_by varchar(64) not null,
    written_at datetime(3) not null,
    approved_at datetime(3),
    reason varchar(2000) comment 'why an approved plan was amended',
    primary key (id),
    unique key plan_revisions_by_release (release_key, revision),
    constraint plan_revisions_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:work-items-named
alter table work_items add column named boolean not null default false comment 'given to a person by the model, who cannot give it back';
update work_items set named = true where decision is not null and assignee is not null;

--changeset slipway:plan-change-digest
alter table releases add column change_digest char(64) comment 'digest of the plan as far as an authorised change is bound to it';
update releases set change_digest = plan_digest;
