--liquibase formatted sql

--changeset slipway:work-items
-- What waits for people, and what they decided: kept by the engine's task events, in the engine's transaction.
-- Every view of the task list is one index, read in its order: see WorkItemSearch.
create table work_items (
    id varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    business_key varchar(64) not null,
    subject varchar(255) not null,
    definition varchar(128) character set utf8mb4 collate utf8mb4_bin not null,
    process varchar(128) not null,
    step varchar(128) not null,
    step_name varchar(255) not null,
    phase varchar(32) not null,
    role varchar(32) not null,
    assignee varchar(255),
    priority int not null,
    due_at datetime(3) not null,
    follow_up_at datetime(3),
    created_at datetime(3) not null,
    state varchar(16) not null,
    ended_at datetime(3),
    ended_by varchar(255),
    outcome varchar(64),
    reason text,
    form varchar(128) not null,
    duty varchar(32),
    decision varchar(191) character set utf8mb4 collate utf8mb4_bin,
    version int not null default 0,
    primary key (id),
    index work_items_by_role (state, role, due_at, id, phase),
    index work_items_by_nobody (state, role, assignee, due_at, id, phase),
    index work_items_by_assignee (state, assignee, due_at, id, phase),
    index work_items_by_follow_up (state, assignee, follow_up_at, id, phase),
    index work_items_by_doer (state, ended_by, ended_at, id, phase),
    index work_items_by_release (business_key, state, created_at, id),
    fulltext index work_items_by_words (subject, step_name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:work-item-arrivals
alter table work_items add index work_items_by_arrival (state, created_at, assignee, role);

--changeset slipway:work-item-words
-- The words of open work items, to search them: the database's full text index takes a second for a common word
-- (src/docs/benchmarks.md).
alter table work_items drop index work_items_by_words;
create table work_item_words (
    id varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    word varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    primary key (id, word),
    index work_item_words_by_word (word, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
