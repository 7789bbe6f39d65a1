--liquibase formatted sql

--changeset slipway:articles
create table articles (
    id          bigint        not null auto_increment comment 'KB-<id> is its key',
    kind        varchar(20)   not null,
    state       varchar(20)   not null,
    archived    boolean       as (state = 'ARCHIVED') stored,
    version     int           not null comment 'the newest',
    title       varchar(200)  not null,
    symptom     varchar(1000) not null,
    body        mediumtext    not null comment 'Markdown of the newest version',
    words       varchar(2000) not null comment 'what it is about, to be found by',
    owner       varchar(64)   not null,
    audience    varchar(400)  null comment 'JSON of roles; null for everybody',
    review_days int           not null,
    review_due  datetime(3)   not null,
    reviewed_by varchar(64)   null,
    reviewed_at datetime(3)   null,
    helped      int           not null,
    failed      int           not null,
    runs        int           not null,
    primary key (id),
    key articles_by_state (archived, id),
    key articles_by_kind (archived, kind, id),
    key articles_by_review (archived, review_due, id),
    fulltext key articles_named (title, symptom, words),
    fulltext key articles_said (body)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what is known';

--changeset slipway:article-versions
create table article_versions (
    article_id bigint        not null,
    version    int           not null,
    title      varchar(200)  not null,
    symptom    varchar(1000) not null,
    body       mediumtext    not null,
    note       varchar(500)  not null comment 'what changed, and why',
    made_by    varchar(64)   not null,
    made_at    datetime(3)   not null,
    primary key (article_id, version),
    constraint article_versions_article foreign key (article_id) references articles (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'versions of articles, which never change';

--changeset slipway:article-ties
create table article_ties (
    article_id bigint       not null,
    kind       varchar(10)  not null comment 'SERVICE, ITEM, RELEASE or ALERT',
    value      varchar(200) not null,
    primary key (article_id, kind, value),
    key article_ties_by_value (kind, value, article_id),
    constraint article_ties_article foreign key (article_id) references articles (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what articles are about';

--changeset slipway:article-voices
create table article_voices (
    article_id bigint       not null,
    version    int          not null,
    user_name  varchar(64)  not null,
    helped     boolean      not null,
    note       varchar(500) not null,
    told_at    datetime(3)  not null,
    primary key (article_id, version, user_name),
    constraint article_voices_article foreign key (article_id) references articles (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'whether an article helped';

--changeset slipway:knowledge-misses
create table knowledge_misses (
    id      bigint       not null auto_increment,
    words   varchar(200) not null,
    times   int          not null,
    last_at datetime(3)  not null,
    primary key (id),
    unique key knowledge_misses_once (words),
    key knowledge_misses_by_times (times, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what was searched and not found';

--changeset slipway:runbook-runs
create table runbook_runs (
    id          bigint       not null auto_increment,
    article_id  bigint       not null,
    version     int          not null comment 'the version that is followed',
    release_key varchar(41)  null,
    purpose     varchar(200) not null,
    drill       boolean      not null,
    verdict     varchar(12)  null comment 'null while it runs; WORKED, FAILED or WRONG',
    wrong_step  varchar(60)  null,
    note        varchar(500) null,
    started_by  varchar(64)  not null,
    started_at  datetime(3)  not null,
    ended_by    varchar(64)  null,
    ended_at    datetime(3)  null,
    primary key (id),
    key runbook_runs_by_article (article_id, id),
    key runbook_runs_by_release (release_key, id),
    constraint runbook_runs_version foreign key (article_id, version) references article_versions (article_id, version)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'runbooks that were followed';

--changeset slipway:runbook-run-steps
create table runbook_run_steps (
    run_id   bigint        not null,
    step     varchar(60)   not null,
    position int           not null,
    outcome  varchar(8)    null comment 'null while it is open; DONE, SKIPPED or FAILED',
    seen     varchar(500)  null comment 'the value that was seen',
    note     varchar(1000) null,
    done_by  varchar(64)   null,
    done_at  datetime(3)   null,
    primary key (run_id, step),
    constraint runbook_run_steps_run foreign key (run_id) references runbook_runs (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'steps of runbooks that were followed';
