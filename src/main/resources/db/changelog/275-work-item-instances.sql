--liquibase formatted sql

--changeset slipway:work-item-instances
alter table work_items
    add column instance varchar(64) character set utf8mb4 collate utf8mb4_bin null comment 'the process instance in which it lies: a release may have several of one model',
    add index work_items_by_instance (instance, state, step, due_at);

--changeset slipway:work-item-instances-so-far
update work_items w
  join ACT_RU_TASK t on t.ID_ = w.id
   set w.instance = t.PROC_INST_ID_
 where w.state = 'OPEN';
