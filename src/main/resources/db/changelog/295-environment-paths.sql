--liquibase formatted sql

--changeset slipway:environment-paths
alter table environments
    add column comes_after varchar(40) character set utf8mb4 collate utf8mb4_bin null comment 'where a release is verified before it comes here' after partner;

--changeset slipway:environment-deployers
create table environment_deployers (
    id          bigint       not null auto_increment,
    environment varchar(40)  character set utf8mb4 collate utf8mb4_bin not null,
    service     varchar(200) not null comment 'empty for every service',
    live        boolean      not null comment 'whether it deploys for real, or rehearses',
    pipeline    varchar(80)  not null comment 'what does it, by its key',
    credential  varchar(120) not null comment 'name of the secret, never the secret',
    added_by    varchar(64)  not null,
    added_at    datetime(3)  not null,
    primary key (id),
    unique key environment_deployers_once (environment, service, live, pipeline),
    key environment_deployers_by_credential (credential, live),
    constraint environment_deployers_environment foreign key (environment) references environments (environment)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what may deploy which service where, and with which credential';
