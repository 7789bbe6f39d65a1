--liquibase formatted sql

--changeset slipway:incidents
create table incidents (
    id          bigint        not null auto_increment,
    release_key varchar(41)   not null,
    source      varchar(300)  character set utf8mb4 collate utf8mb4_bin not null comment 'who told it',
    subject     varchar(200)  character set utf8mb4 collate utf8mb4_bin not null comment 'its id at that source',
    priority    int           null comment '1 to 4, the most severe that was told',
    description varchar(1000) null,
    service     varchar(200)  null,
    environment varchar(200)  null,
    ticket      varchar(500)  null,
    opened_at   datetime(3)   null comment 'null while only its end is known',
    resolved_at datetime(3)   null comment 'null while it is open',
    told_at     datetime(3)   null comment 'the moment of the description: the latest counts',
    resolved    boolean       as (resolved_at is not null) stored,
    primary key (id),
    unique key incidents_once (source, subject, release_key),
    key incidents_by_release (release_key, resolved, id desc),
    key incidents_by_priority (release_key, resolved, priority),
    constraint incidents_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'incidents that monitoring reports of releases';
