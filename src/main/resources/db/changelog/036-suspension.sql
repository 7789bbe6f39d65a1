--liquibase formatted sql

--changeset slipway:suspensions
-- Which releases stand still, who stopped them and why; the record keeps what is over. The key compares as in the
-- engine's tables.
create table suspensions (
    business_key varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    suspended_by varchar(64) not null,
    suspended_at datetime(3) not null,
    reason varchar(1000) not null,
    primary key (business_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:jobs-by-retries
-- Failed, retrying and due jobs are read in the order of their due times, see workflow.job.JobSql.
alter table ACT_RU_JOB add index SLIPWAY_JOB_BY_RETRIES (RETRIES_, SUSPENSION_STATE_, DUEDATE_, ID_);

--changeset slipway:engine-nodes
-- Which nodes run the engine: each says so twice a minute, under the name by which it locks jobs.
create table engine_nodes (
    lock_owner varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    host varchar(255) not null,
    active boolean not null,
    started_at datetime(3) not null,
    seen_at datetime(3) not null,
    primary key (lock_owner)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
