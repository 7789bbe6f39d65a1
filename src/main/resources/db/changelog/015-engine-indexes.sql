--liquibase formatted sql

-- What the engine asks of its tables without an index that serves it: see src/docs/benchmarks.md. MariaDB and the engine
-- read these tables at each decision, and they grow with the releases that run.

--changeset slipway:tasks-by-parent
-- Each completion of a task looks for its subtasks.
alter table ACT_RU_TASK add index SLIPWAY_TASK_BY_PARENT (PARENT_TASK_ID_);

--changeset slipway:jobs-by-due-date
-- The job executor looks for what is due after each decision, and for when the next job will be.
alter table ACT_RU_JOB add index SLIPWAY_JOB_BY_DUE_DATE (SUSPENSION_STATE_, DUEDATE_, RETRIES_);
