--liquibase formatted sql

--changeset test:first
create table first_step (id int primary key);

--changeset test:sleeps runAlways:true
do sleep(${seconds});
