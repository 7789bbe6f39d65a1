--liquibase formatted sql

--changeset slipway:task-drafts
create table task_drafts (
    user_name varchar(50) not null,
    task_id varchar(64) not null,
    fields mediumtext not null comment 'JSON: field name to its values',
    saved_at datetime(3) not null,
    primary key (user_name, task_id),
    key task_drafts_task (task_id),
    constraint task_drafts_person foreign key (user_name) references people (user_name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:task-comments
create table task_comments (
    id bigint not null auto_increment,
    release_key varchar(41) not null,
    step varchar(100) not null comment 'label of the step on whose page it was written',
    author varchar(50) not null,
    written_at datetime(3) not null,
    text varchar(2000) not null,
    primary key (id),
    key task_comments_release (release_key, id),
    constraint task_comments_release foreign key (release_key) references releases (release_key),
    constraint task_comments_author foreign key (author) references people (user_name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
