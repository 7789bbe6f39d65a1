--liquibase formatted sql

--changeset slipway:deployment-runs
create table deployment_runs (
    id           bigint       not null auto_increment,
    release_key  varchar(41)  not null,
    number       int          not null comment 'counts the runs of a release, from 1',
    attempt      int          null comment 'the attempt to deploy that it is; null for a rehearsal',
    environment  varchar(80)  not null,
    run_type     varchar(10)  not null comment 'LIVE or REHEARSAL',
    model        varchar(16)  not null,
    plan_digest  char(64)     not null comment 'of the plan that it keeps to',
    plan         mediumtext   not null comment 'the waves of that plan, as JSON',
    state        varchar(12)  not null,
    running      boolean      null comment 'true until it ends, then null',
    starts_at    datetime(3)  null comment 'when its first step was to start, by the plan or since re-baselined',
    ends_at      datetime(3)  null comment 'when its last step was to end',
    window_end   datetime(3)  null,
    begun_at     datetime(3)  not null,
    begun_by     varchar(64)  not null,
    ended_at     datetime(3)  null,
    ended_by     varchar(64)  null,
    ending       varchar(2000) null,
    halted_at    datetime(3)  null,
    halted_by    varchar(64)  null,
    halt_reason  varchar(2000) null,
    primary key (id),
    unique key deployment_runs_once (release_key, number),
    key deployment_runs_running (running, id),
    key deployment_runs_by_environment (environment, id),
    constraint deployment_runs_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'a plan carried out, live or to rehearse it';

--changeset slipway:run-waves
create table run_waves (
    id           bigint       not null auto_increment,
    run_id       bigint       not null,
    wave         varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
    position     int          not null comment 'from 1',
    label        varchar(200) not null,
    state        varchar(12)  not null,
    instance     varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
    begun_at     datetime(3)  null,
    baking_at    datetime(3)  null comment 'when its bake began',
    baked        bigint       not null default 0 comment 'milliseconds of its bake that count, up to looked_at',
    looked_at    datetime(3)  null comment 'until when its bake was counted',
    held_by      varchar(12)  null comment 'what holds its bake: HALT, LINE or FREEZE',
    outlook      varchar(500) null comment 'why the next one does not start yet',
    judge_at     datetime(3)  null comment 'when it is looked at again by itself',
    over_at      datetime(3)  null,
    decided_by   varchar(64)  null,
    reason       varchar(2000) null,
    primary key (id),
    unique key run_waves_once (run_id, wave),
    key run_waves_by_instance (instance),
    constraint run_waves_run foreign key (run_id) references deployment_runs (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what became of the waves of a run';

--changeset slipway:run-steps
create table run_steps (
    id             bigint       not null auto_increment,
    run_id         bigint       not null,
    wave           varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
    step           varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
    place          int          not null comment 'within the run, from 1',
    name           varchar(200) not null,
    kind           varchar(16)  not null,
    state          varchar(10)  not null,
    settled        boolean      not null comment 'whether nothing is to be decided about it any more',
    retries        int          not null comment 'how often it was tried again',
    planned_start  datetime(3)  null,
    planned_end    datetime(3)  null,
    ready_at       datetime(3)  null,
    started_at     datetime(3)  null,
    ended_at       datetime(3)  null,
    started_source varchar(10)  null comment 'how that is known: PERSON, CALLBACK, POLL, TIMER or PORTAL',
    ended_source   varchar(10)  null,
    done_by        varchar(64)  null,
    note           varchar(4000) null,
    evidence       varchar(4000) null,
    left_out       varchar(2000) null comment 'targets that were left out of it, one a line',
    instance       varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
    waits_for      varchar(80)  null,
    wake_at        datetime(3)  null comment 'when it is looked at again by itself',
    primary key (id),
    unique key run_steps_once (run_id, step),
    key run_steps_by_instance (instance),
    key run_steps_open (run_id, settled, wave),
    constraint run_steps_run foreign key (run_id) references deployment_runs (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what became of the steps of a run';

--changeset slipway:run-events
create table run_events (
    id         bigint       not null auto_increment,
    run_id     bigint       not null,
    kind       varchar(40)  not null,
    wave       varchar(60)  character set utf8mb4 collate utf8mb4_bin null,
    step       varchar(60)  character set utf8mb4 collate utf8mb4_bin null,
    at         datetime(3)  not null,
    told_by    varchar(64)  not null,
    source     varchar(10)  not null,
    reason     varchar(4000) null,
    facts      varchar(4000) null comment 'what was seen at that second',
    primary key (id),
    key run_events_by_run (run_id, id),
    constraint run_events_run foreign key (run_id) references deployment_runs (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what happened in a run, in its order';
