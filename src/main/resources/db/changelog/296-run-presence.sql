--liquibase formatted sql

--changeset slipway:run-presence
create table run_presence (
    run_id    bigint      not null,
    user_name varchar(64) not null,
    seen_at   datetime(3) not null,
    primary key (run_id, user_name),
    constraint run_presence_run foreign key (run_id) references deployment_runs (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'who looks at a run';

--changeset slipway:run-messages
create table run_messages (
    id      bigint      not null auto_increment,
    run_id  bigint      not null,
    kind    varchar(8)  not null comment 'NEXT or LATE',
    step    varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    name    varchar(200) not null,
    at      datetime(3) not null,
    people  int         not null comment 'to how many',
    primary key (id),
    unique key run_messages_once (run_id, kind, step),
    constraint run_messages_run foreign key (run_id) references deployment_runs (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what people of a run were told, each thing once';
