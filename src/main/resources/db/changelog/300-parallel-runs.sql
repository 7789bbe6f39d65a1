--liquibase formatted sql

--changeset slipway:reconciliation-cycles
create table reconciliation_cycles (
    id          bigint      not null auto_increment,
    run_id      bigint      not null,
    release_key varchar(41) not null,
    number      int         not null comment 'counts the cycles of a run, from 1',
    opened_at   datetime(3) not null,
    next_at     datetime(3) not null comment 'when the one after it is due',
    closed_at   datetime(3) null,
    closed_by   varchar(64) null,
    clean       boolean     null comment 'whether nothing was apart above its tolerance; null until it is closed',
    note        varchar(4000) null,
    primary key (id),
    unique key reconciliation_cycles_once (run_id, number),
    key reconciliation_cycles_by_release (release_key, id),
    constraint reconciliation_cycles_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'when an old and a new system were compared';

--changeset slipway:reconciliation-totals
create table reconciliation_totals (
    id          bigint         not null auto_increment,
    cycle_id    bigint         not null,
    point       varchar(200)   not null,
    grain       varchar(100)   not null comment 'for which site, product or account',
    old_total   decimal(28, 6) not null,
    new_total   decimal(28, 6) not null,
    tolerance   decimal(28, 6) not null,
    broken      boolean        not null comment 'whether both are further apart than tolerated',
    pushed      boolean        not null comment 'whether a tool sent it',
    told_by     varchar(64)    not null,
    told_at     datetime(3)    not null,
    owner       varchar(64)    null comment 'who finds out about the break',
    cause       varchar(16)    null,
    explanation varchar(1000)  null,
    primary key (id),
    unique key reconciliation_totals_once (cycle_id, point, grain),
    constraint reconciliation_totals_cycle foreign key (cycle_id) references reconciliation_cycles (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what both systems say';

--changeset slipway:cut-overs
create table cut_overs (
    run_id          bigint        not null,
    release_key     varchar(41)   not null,
    decided_at      datetime(3)   not null,
    decided_by      varchar(64)   not null,
    reason          varchar(2000) null,
    done_at         datetime(3)   null,
    cut_back_until  datetime(3)   null,
    cut_back_at     datetime(3)   null,
    cut_back_by     varchar(64)   null,
    cut_back_reason varchar(2000) null,
    written_since   varchar(4000) null comment 'what was written to the new system since',
    retired_at      datetime(3)   null,
    retired_by      varchar(64)   null,
    proof           varchar(4000) null comment 'that nobody uses the old system any more',
    primary key (run_id),
    key cut_overs_by_release (release_key, run_id),
    constraint cut_overs_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'when a new system took over, and until when the old one could again';
