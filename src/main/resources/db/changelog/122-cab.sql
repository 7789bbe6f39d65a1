--liquibase formatted sql

--changeset slipway:standard-changes
create table standard_changes (
    id bigint not null auto_increment,
    version int not null,
    name varchar(120) not null,
    description varchar(2000) not null,
    schema_change boolean not null comment 'whether a database schema may change',
    max_risk varchar(8) not null,
    valid_until date not null comment 'last day, UTC',
    uses_per_month int not null,
    status varchar(16) not null,
    proposed_by varchar(64) not null,
    proposed_at datetime(3) not null,
    decided_by varchar(64),
    decided_at datetime(3),
    reason varchar(2000),
    primary key (id),
    unique key standard_changes_by_name (name),
    key standard_changes_by_status (status, name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
create table standard_change_services (
    standard_change_id bigint not null,
    service varchar(200) not null,
    primary key (standard_change_id, service),
    constraint standard_change_services_of foreign key (standard_change_id) references standard_changes (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
create table standard_change_models (
    standard_change_id bigint not null,
    model varchar(16) not null,
    primary key (standard_change_id, model),
    constraint standard_change_models_of foreign key (standard_change_id) references standard_changes (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:change-subjects
alter table change_records
    add column environment varchar(40) not null default 'production',
    add column planned_start datetime(3),
    add column planned_end datetime(3),
    add column digest char(64) comment 'SHA-256 of what the authorisation is for',
    add column risk_remark text not null default '',
    add column risk_version int not null default 0 comment 'version of the decision table; 0 for risks assessed by hand',
    add column risk_rows varchar(1000) not null default '',
    add column seats varchar(1000) not null default '' comment 'who has to vote',
    add column standard_change bigint,
    add column decided_at datetime(3),
    add column emergency_verdict varchar(16),
    add column emergency_findings text,
    add column emergency_prevention text,
    add column emergency_reviewer varchar(64),
    add column emergency_reviewed_at datetime(3),
    add key change_records_by_status (status, id),
    add key change_records_by_type (type, id),
    add key change_records_by_risk (risk, id),
    add key change_records_by_plan (status, planned_start, id),
    add key change_records_by_standard (standard_change, decided_at),
    add fulltext key change_records_by_words (title),
    add constraint change_records_standard foreign key (standard_change) references standard_changes (id);
alter table change_decisions add column role varchar(24);

--changeset slipway:change-services
create table change_services (
    change_record_id bigint not null,
    service varchar(200) not null,
    primary key (change_record_id, service),
    key change_services_by_service (service, change_record_id),
    constraint change_services_record foreign key (change_record_id) references change_records (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:change-items
create table change_items (
    change_record_id bigint not null,
    item_key varchar(64) not null,
    criticality varchar(16) not null comment 'as it was when the change was requested',
    primary key (change_record_id, item_key),
    key change_items_by_item (item_key, change_record_id),
    constraint change_items_record foreign key (change_record_id) references change_records (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:change-meetings
create table change_meetings (
    id bigint not null auto_increment,
    version int not null,
    held_at datetime(3) not null,
    notes text not null,
    closed boolean not null,
    written_by varchar(64) not null,
    closed_by varchar(64),
    closed_at datetime(3),
    primary key (id),
    key change_meetings_by_time (held_at, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
create table change_meeting_attendees (
    meeting_id bigint not null,
    user_name varchar(64) not null,
    primary key (meeting_id, user_name),
    constraint change_meeting_attendees_of foreign key (meeting_id) references change_meetings (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
create table change_meeting_decisions (
    meeting_id bigint not null,
    position int not null,
    number varchar(16) not null,
    release_key varchar(41) not null,
    title varchar(200) not null,
    type varchar(16) not null,
    risk varchar(16) not null,
    status varchar(24) not null comment 'when the minutes were closed',
    votes text not null,
    primary key (meeting_id, position),
    constraint change_meeting_decisions_of foreign key (meeting_id) references change_meetings (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:release-rollbacks
alter table releases add key releases_by_rollback (rolled_back_at, id);
