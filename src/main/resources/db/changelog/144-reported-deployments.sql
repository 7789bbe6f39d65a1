--liquibase formatted sql

--changeset slipway:reported-deployments
create table reported_deployments (
    id          bigint       not null auto_increment,
    release_key varchar(41)  not null,
    source      varchar(300) character set utf8mb4 collate utf8mb4_bin not null comment 'who told it',
    report_id   varchar(200) character set utf8mb4 collate utf8mb4_bin not null comment 'its id at that source',
    kind        varchar(16)  not null,
    happened_at datetime(3)  not null,
    service     varchar(200) not null,
    environment varchar(200) null,
    artifact    varchar(500) null comment 'address of what runs now',
    digest      char(64)     null,
    primary key (id),
    unique key reported_deployments_once (source, report_id),
    key reported_deployments_by_release (release_key, happened_at, id),
    constraint reported_deployments_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what tools report to have deployed; judged when it is read';
