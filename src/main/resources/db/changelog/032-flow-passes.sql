--liquibase formatted sql

--changeset slipway:flow-passes
-- Which sequence flows a run took, and how often: each transaction adds what it took, nothing is ever changed.
create table flow_passes (
    id bigint not null auto_increment,
    run varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    flow varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
    passes int not null,
    primary key (id),
    index flow_passes_by_run (run, flow, passes)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:state-indexes
-- Runs of a version in the order of their start, those that still run apart from all that have ended; and tasks that
-- are overdue, whoever has to do them.
alter table ACT_HI_PROCINST add index hi_procinst_by_model (PROC_DEF_ID_, END_TIME_, START_TIME_, ID_);
alter table work_items add index work_items_by_due (state, due_at, definition, step, business_key);
