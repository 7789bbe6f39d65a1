--liquibase formatted sql

-- What was said on a task is said about its release: one discussion for each release, wherever people write, with files.
-- One statement to a change set, since the server commits after each.

--changeset slipway:comments
rename table task_comments to comments;

--changeset slipway:comments-have-a-place
alter table comments
    add column place varchar(10) not null default 'TASK' after release_key,
    add column place_id varchar(64) not null default '' comment 'id of the task, number of the change, key of the release; empty for older ones' after place,
    change column step place_name varchar(100) not null comment 'what people call the place';

--changeset slipway:comments-say-their-place
alter table comments alter column place drop default, alter column place_id drop default;

--changeset slipway:comment-files
create table comment_files (
    comment_id bigint not null,
    number int not null comment 'in the order of the form, from 1',
    file_id bigint not null,
    name varchar(120) not null,
    primary key (comment_id, number),
    unique key comment_files_by_file (file_id),
    constraint comment_files_comment foreign key (comment_id) references comments (id),
    constraint comment_files_file foreign key (file_id) references files (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
