--liquibase formatted sql

--changeset slipway:element-figures
-- How long and how often the elements of the models took, by UTC day and in buckets of durations: made ahead from the
-- engine's history and kept when that is cleaned up. See decision 0019.
create table element_figures (
    day date not null,
    definition varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    element varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    bucket smallint not null,
    passes int unsigned not null,
    cancelled int unsigned not null,
    millis bigint unsigned not null,
    primary key (day, definition, element, bucket)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

-- The days whose figures are known, and when they were made.
create table element_figure_days (
    day date not null,
    made_at datetime(3) not null,
    primary key (day)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
