--liquibase formatted sql

--changeset slipway:deployment-starts
alter table deployments modify column finished_at datetime(3) comment 'null while it runs';

--changeset slipway:running-deployments
create table running_deployments (
    environment varchar(80) not null,
    service varchar(80) not null,
    release_key varchar(41) not null,
    primary key (environment, service),
    key running_deployments_by_release (release_key),
    constraint running_deployments_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'the services that are being deployed now: no two deployments of one at once';

--changeset slipway:releases-rolled-back-in
alter table releases add column rolled_back_in varchar(24) comment 'the phase in which it was taken back';
update releases set rolled_back_in = 'EARLY_LIFE_SUPPORT' where rolled_back_at is not null;
