--liquibase formatted sql

--changeset slipway:permits
create table permits (
    id bigint not null auto_increment,
    version int not null,
    kind varchar(32) not null comment 'such as freeze-exception: a feature contributes each',
    model varchar(32) not null comment 'the process model by which it runs: those from before this table finish by their own',
    release_key varchar(41) not null,
    release_name varchar(200) not null,
    package_digest varchar(64) not null comment 'it counts for this package and no other; empty if for any',
    reason text not null,
    follow_up text not null comment 'what was promised to be done afterwards; empty if nothing was',
    expires_at datetime(3) not null,
    status varchar(16) not null,
    requested_by varchar(64) not null,
    requested_at datetime(3) not null,
    decided_at datetime(3),
    worth boolean,
    result text comment 'what was learned, or what became of the follow-up',
    closed_by varchar(64),
    closed_at datetime(3),
    primary key (id),
    key permits_by_release (release_key, kind, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

create table permit_subjects (
    permit_id bigint not null,
    position int not null,
    subject varchar(100) not null comment 'what may be passed: the id of a freeze, the name of a fact',
    primary key (permit_id, position),
    key permit_subjects_by_subject (subject, permit_id),
    constraint permit_subjects_permit foreign key (permit_id) references permits (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

create table permit_votes (
    permit_id bigint not null,
    position int not null,
    person varchar(64) not null,
    role varchar(32) not null,
    approved boolean not null,
    reason text,
    voted_at datetime(3) not null,
    primary key (permit_id, position),
    constraint permit_votes_permit foreign key (permit_id) references permits (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:freeze-exceptions-are-permits
insert into permits (id, version, kind, model, release_key, release_name, package_digest, reason, follow_up, expires_at,
    status, requested_by, requested_at, decided_at, worth, result, closed_by, closed_at)
select id, version, 'freeze-exception', 'FREEZE_EXCEPTION', release_key, release_name, '', reason, '', expires_at,
    if(status = 'REVIEWED', 'CLOSED', status), requested_by, requested_at, decided_at, worth, lesson, reviewed_by,
    reviewed_at
  from freeze_exceptions order by id;

insert into permit_subjects (permit_id, position, subject)
select exception_id, row_number() over (partition by exception_id order by period_id) - 1, period_id
  from freeze_exception_freezes;

insert into permit_votes (permit_id, position, person, role, approved, reason, voted_at)
select exception_id, position, person, role, approved, reason, voted_at from freeze_exception_votes;

drop table freeze_exception_votes;
drop table freeze_exception_freezes;
drop table freeze_exceptions;
