--liquibase formatted sql

--changeset slipway:evidence
create table evidence (
    id bigint not null auto_increment,
    version int not null,
    release_key varchar(41) not null,
    package_digest char(64) not null comment 'over the units that were there when it was delivered',
    unit varchar(80),
    unit_digest char(64),
    format varchar(16) not null,
    level varchar(16) not null,
    name varchar(120) not null,
    environment varchar(80) not null,
    ran_at datetime(3) not null,
    source varchar(500) not null,
    delivered_by varchar(64) not null,
    delivered_at datetime(3) not null,
    report_digest char(64) not null,
    report_size bigint not null,
    original_kept boolean not null,
    delivery_digest char(64) not null comment 'the same report of the same tests is kept once',
    totals json not null,
    primary key (id),
    unique key evidence_once (release_key, delivery_digest),
    key evidence_by_release (release_key, id),
    constraint evidence_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

create table evidence_reports (
    evidence_id bigint not null,
    report json not null comment 'suites and findings, cut down',
    original mediumblob comment 'as it was sent, gzip; null if that is larger than 1 MiB',
    primary key (evidence_id),
    constraint evidence_reports_evidence foreign key (evidence_id) references evidence (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
