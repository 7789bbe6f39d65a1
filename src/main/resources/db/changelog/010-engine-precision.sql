--liquibase formatted sql

-- The engine's statements for MySQL keep whole seconds, but milliseconds decide the order of what happens.
-- Each column keeps what it was otherwise. EngineSchemaTests finds what a newer engine adds.

--changeset slipway:engine-precision
alter table ACT_GE_BYTEARRAY
  modify CREATE_TIME_ datetime(3) null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_GE_SCHEMA_LOG
  modify TIMESTAMP_ datetime(3) null;
alter table ACT_HI_ACTINST
  modify START_TIME_ datetime(3) not null,
  modify END_TIME_ datetime(3) null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_HI_ATTACHMENT
  modify CREATE_TIME_ datetime(3) null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_HI_BATCH
  modify START_TIME_ datetime(3) not null,
  modify END_TIME_ datetime(3) null,
  modify REMOVAL_TIME_ datetime(3) null,
  modify EXEC_START_TIME_ datetime(3) null;
alter table ACT_HI_CASEACTINST
  modify CREATE_TIME_ datetime(3) not null,
  modify END_TIME_ datetime(3) null;
alter table ACT_HI_CASEINST
  modify CREATE_TIME_ datetime(3) not null,
  modify CLOSE_TIME_ datetime(3) null;
alter table ACT_HI_COMMENT
  modify TIME_ datetime(3) not null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_HI_DECINST
  modify EVAL_TIME_ datetime(3) not null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_HI_DEC_IN
  modify CREATE_TIME_ datetime(3) null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_HI_DEC_OUT
  modify CREATE_TIME_ datetime(3) null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_HI_DETAIL
  modify TIME_ datetime(3) not null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_HI_EXT_TASK_LOG
  modify TIMESTAMP_ timestamp(3) not null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_HI_IDENTITYLINK
  modify TIMESTAMP_ timestamp(3) not null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_HI_INCIDENT
  modify CREATE_TIME_ timestamp(3) not null,
  modify END_TIME_ timestamp(3) null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_HI_JOB_LOG
  modify TIMESTAMP_ datetime(3) not null,
  modify JOB_DUEDATE_ datetime(3) null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_HI_OP_LOG
  modify TIMESTAMP_ timestamp(3) not null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_HI_PROCINST
  modify START_TIME_ datetime(3) not null,
  modify END_TIME_ datetime(3) null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_HI_TASKINST
  modify START_TIME_ datetime(3) not null,
  modify END_TIME_ datetime(3) null,
  modify DUE_DATE_ datetime(3) null,
  modify FOLLOW_UP_DATE_ datetime(3) null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_HI_VARINST
  modify CREATE_TIME_ datetime(3) null,
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_ID_USER
  modify LOCK_EXP_TIME_ datetime(3) null;
alter table ACT_RE_DEPLOYMENT
  modify DEPLOY_TIME_ datetime(3) null;
alter table ACT_RU_AUTHORIZATION
  modify REMOVAL_TIME_ datetime(3) null;
alter table ACT_RU_BATCH
  modify START_TIME_ datetime(3) null,
  modify EXEC_START_TIME_ datetime(3) null;
alter table ACT_RU_EVENT_SUBSCR
  modify CREATED_ datetime(3) not null;
alter table ACT_RU_EXT_TASK
  modify LOCK_EXP_TIME_ datetime(3) null,
  modify CREATE_TIME_ datetime(3) null;
alter table ACT_RU_INCIDENT
  modify INCIDENT_TIMESTAMP_ datetime(3) not null;
alter table ACT_RU_JOB
  modify LOCK_EXP_TIME_ datetime(3) null,
  modify DUEDATE_ datetime(3) null,
  modify CREATE_TIME_ datetime(3) null;
alter table ACT_RU_METER_LOG
  modify TIMESTAMP_ datetime(3) null;
alter table ACT_RU_TASK
  modify CREATE_TIME_ datetime(3) null,
  modify DUE_DATE_ datetime(3) null,
  modify FOLLOW_UP_DATE_ datetime(3) null,
  modify LAST_UPDATED_ datetime(3) null;
alter table ACT_RU_TASK_METER_LOG
  modify TIMESTAMP_ datetime(3) null;
