--liquibase formatted sql

--changeset slipway:run-places
-- What each running process instance has at which element: written in the engine's transaction, see decision 0033.
-- Without an element it is the run itself, without a definition what it adds to the sum of all models.
create table run_places (
    run varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    definition varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    element varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    due_at datetime(3) not null comment 'the far future where no task is due',
    tokens int not null default 0,
    suspended int not null default 0,
    timers int not null default 0,
    retrying int not null default 0,
    failed int not null default 0,
    tasks int not null default 0 comment 'open work items that are due then',
    since datetime(3) comment 'since when the oldest token waits',
    started_at datetime(3) not null comment 'when the run started: what lists sort by',
    primary key (run, definition, element, due_at),
    index run_places_by_start (definition, element, started_at, run, due_at, suspended, retrying, failed, tasks),
    index run_places_by_since (definition, element, since),
    index run_places_by_due (due_at, definition, element, tasks)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:place-counts
-- The sums of run_places, by the hour in which tasks are due: each transaction adds what it changes, and rows are added
-- up from time to time. Nothing else is ever changed, so that nobody waits for anybody.
create table place_counts (
    id bigint not null auto_increment,
    definition varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    element varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    due_hour datetime not null,
    tokens int not null,
    suspended int not null,
    timers int not null,
    retrying int not null,
    failed int not null,
    tasks int not null,
    primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
