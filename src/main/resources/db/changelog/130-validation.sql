--liquibase formatted sql

--changeset slipway:test-assessments
create table test_assessments (
    id bigint not null auto_increment,
    version int not null,
    release_key varchar(41) not null,
    package_mark char(64) not null,
    critical int not null,
    major int not null,
    minor int not null,
    report varchar(500) not null,
    summary text not null,
    verdict varchar(16) not null,
    reason text,
    assessed_by varchar(64) not null,
    assessed_at datetime(3) not null,
    primary key (id),
    key test_assessments_by_release (release_key, id),
    constraint test_assessments_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:rollback-rehearsals
create table rollback_rehearsals (
    id bigint not null auto_increment,
    version int not null,
    release_key varchar(41) not null,
    package_mark char(64) not null,
    succeeded boolean not null,
    rehearsed_at datetime(3) not null,
    duration_minutes int not null,
    notes text not null,
    recorded_by varchar(64) not null,
    recorded_at datetime(3) not null,
    primary key (id),
    key rollback_rehearsals_by_release (release_key, id),
    constraint rollback_rehearsals_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
