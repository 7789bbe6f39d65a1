--liquibase formatted sql

-- A package gets a row of its own, with the id of its release. One statement to a change set, since the server commits
-- after each.

--changeset slipway:packages
create table packages (
    id bigint not null comment 'of its release',
    release_key varchar(41) not null,
    documentation varchar(500) not null,
    scripts varchar(500) not null,
    assembled_at datetime(3),
    missing varchar(500) not null,
    version int not null,
    primary key (id),
    unique key packages_by_release (release_key),
    constraint packages_release foreign key (id) references releases (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:packages-of-releases
insert into packages (id, release_key, documentation, scripts, assembled_at, missing, version)
select r.id, r.release_key, r.documentation, r.scripts, r.assembled_at, r.missing, 0
  from releases r
 where r.documentation <> '' or r.scripts <> '' or r.assembled_at is not null or r.missing <> ''
    or exists (select 1 from release_units u where u.release_id = r.id);

--changeset slipway:releases-without-packages
alter table releases drop column documentation, drop column scripts, drop column assembled_at, drop column missing;

--changeset slipway:steps-of-packages
update work_items set form = 'packaging/deliver-units' where form = 'release/deliver-units';
