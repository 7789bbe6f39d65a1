--liquibase formatted sql

--changeset slipway:rollbacks
create table rollbacks (
    id          bigint        not null auto_increment,
    release_key varchar(41)   not null,
    run_id      bigint        null comment 'the run that was live last; null if it was deployed in one piece',
    wave        varchar(60)   character set utf8mb4 collate utf8mb4_bin null comment 'the only wave that is taken back; null for all',
    running     boolean       null comment 'true until it ends, then null: one at a time',
    late        boolean       not null comment 'whether it was ordered although it did not fit any more',
    ordered_at  datetime(3)   not null,
    ordered_by  varchar(64)   not null,
    reason      varchar(2000) not null,
    ended_at    datetime(3)   null,
    outcome     varchar(10)   null comment 'DONE or GIVEN_UP',
    follow_up   varchar(41)   null comment 'the release that fixes it forward instead',
    primary key (id),
    unique key rollbacks_once (release_key, running),
    key rollbacks_by_release (release_key, id),
    key rollbacks_running (running, id),
    constraint rollbacks_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what was taken back of a release, and how that ended';

--changeset slipway:ways-back
create table ways_back (
    id          bigint        not null auto_increment,
    rollback_id bigint        not null,
    run_id      bigint        not null,
    turn        int           not null comment 'in which order it is taken back, from 1',
    wave        varchar(60)   character set utf8mb4 collate utf8mb4_bin not null,
    step        varchar(60)   character set utf8mb4 collate utf8mb4_bin not null,
    label       varchar(200)  not null,
    how         varchar(4000) null comment 'null where nobody said how; empty where nothing is to be done',
    minutes     int           not null,
    state       varchar(6)    not null comment 'OPEN, DONE or FAILED',
    tries       int           not null,
    offered_at  datetime(3)   null,
    settled_at  datetime(3)   null,
    taken_by    varchar(64)   null comment 'null where there was nothing to do',
    by_tool     boolean       not null default false comment 'whether a tool takes it back, or did',
    remark      varchar(4000) null,
    instance    varchar(64)   character set utf8mb4 collate utf8mb4_bin null comment 'the process that waits for its tool',
    primary key (id),
    unique key ways_back_once (run_id, step),
    key ways_back_by_rollback (rollback_id, turn),
    constraint ways_back_rollback foreign key (rollback_id) references rollbacks (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'the steps of rollbacks, last first';

--changeset slipway:rollback-deadlines
create table rollback_deadlines (
    run_id   bigint      not null,
    deadline datetime(3) not null,
    told_at  datetime(3) not null,
    primary key (run_id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'of which runs it was told that the deadline of their rollback comes near';
