--liquibase formatted sql

--changeset slipway:environments
create table environments (
    environment varchar(40)  character set utf8mb4 collate utf8mb4_bin not null comment 'key of its configuration item',
    version     int          not null,
    kind        varchar(16)  not null,
    production  boolean      not null,
    position    int          not null comment 'its place on the way to production, from 1',
    zone        varchar(60)  not null,
    partner     varchar(40)  character set utf8mb4 collate utf8mb4_bin null comment 'what it is compared with',
    ready_days  int          not null comment 'how long a confirmation holds; 0 if none is asked',
    ready_at    datetime(3)  null,
    ready_by    varchar(64)  null,
    ready_note  varchar(1000) null,
    primary key (environment),
    key environments_by_position (position, environment)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'where releases are deployed';

--changeset slipway:environment-holds
create table environment_holds (
    id          bigint       not null auto_increment,
    environment varchar(40)  character set utf8mb4 collate utf8mb4_bin not null,
    release_key varchar(41)  null,
    purpose     varchar(500) not null,
    asked_by    varchar(64)  not null,
    asked_at    datetime(3)  not null,
    held        boolean      null comment 'true while it is held, then null: one holds it at a time',
    queued      boolean      null comment 'true while it waits or is held, then null',
    held_at     datetime(3)  null,
    ended_at    datetime(3)  null,
    ended_by    varchar(64)  null,
    end_reason  varchar(1000) null,
    primary key (id),
    unique key environment_holds_once (environment, held),
    key environment_holds_queue (environment, queued, id),
    key environment_holds_by_release (release_key, queued, id),
    constraint environment_holds_environment foreign key (environment) references environments (environment),
    constraint environment_holds_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'who has an environment to themselves, and who waits for it';

--changeset slipway:environment-bookings
create table environment_bookings (
    id            bigint       not null auto_increment,
    environment   varchar(40)  character set utf8mb4 collate utf8mb4_bin not null,
    release_key   varchar(41)  null,
    purpose       varchar(500) not null,
    alone         boolean      not null comment 'whether nobody else may be there meanwhile',
    starts_at     datetime(3)  not null,
    ends_at       datetime(3)  not null,
    booked_by     varchar(64)  not null,
    booked_at     datetime(3)  not null,
    cancelled     boolean      not null,
    cancelled_at  datetime(3)  null,
    cancelled_by  varchar(64)  null,
    cancel_reason varchar(1000) null,
    primary key (id),
    key environment_bookings_by_time (environment, cancelled, ends_at, id),
    key environment_bookings_all (cancelled, ends_at, starts_at),
    key environment_bookings_by_release (release_key, cancelled, id),
    constraint environment_bookings_environment foreign key (environment) references environments (environment),
    constraint environment_bookings_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'when an environment is wanted, for what';

--changeset slipway:running-services
create table running_services (
    id            bigint       not null auto_increment,
    environment   varchar(80)  not null,
    service       varchar(200) not null,
    newest        boolean      null comment 'true for the newest fact, then null',
    fact_source   varchar(12)  not null comment 'RUN, REPORT, ROLLBACK or UNKNOWN',
    since         datetime(3)  not null,
    release_key   varchar(41)  null,
    attempt       int          null,
    version       varchar(500) null comment 'units and their versions, or what a tool calls it',
    digest        char(64)     null,
    as_delivered  boolean      null comment 'whether a reported digest is one of the package; null if nobody knows',
    told_by       varchar(300) not null,
    doubt_release varchar(41)  null comment 'the release that is changing it, or failed to',
    doubt_since   datetime(3)  null,
    primary key (id),
    unique key running_services_once (service, environment, newest),
    key running_services_now (newest, service, environment),
    key running_services_by_environment (environment, newest, service),
    key running_services_history (service, environment, since, id),
    key running_services_by_release (release_key, environment, service)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what runs where, and how that is known';

--changeset slipway:running-services-so-far
insert into running_services (environment, service, newest, fact_source, since, release_key, attempt, version, told_by)
select x.environment, x.service, true, 'RUN', x.finished_at, x.release_key, x.attempt, x.version, coalesce(x.verified_by, x.deployed_by)
  from (select d.environment, s.service, d.finished_at, d.release_key, d.attempt, d.verified_by, d.deployed_by,
               (select left(group_concat(u.name, ' ', u.version order by u.name separator ', '), 500)
                  from release_units u where u.release_id = r.id) version,
               row_number() over (partition by d.environment, s.service order by d.finished_at desc, d.id desc) place
          from deployments d
          join releases r on r.release_key = d.release_key
          join release_services s on s.release_id = r.id
         where d.status = 'VERIFIED' and d.finished_at is not null) x
 where x.place = 1;
