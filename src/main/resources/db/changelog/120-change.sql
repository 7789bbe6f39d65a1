--liquibase formatted sql

--changeset slipway:change-numbers
create sequence change_numbers start with 1 increment by 1 nocache nocycle;

--changeset slipway:change-records
create table change_records (
    id bigint not null auto_increment,
    version int not null,
    number varchar(16) not null,
    release_key varchar(41) not null,
    round varchar(64) not null comment 'the process instance that raised it',
    title varchar(200) not null,
    type varchar(16) not null,
    risk varchar(16) not null,
    risk_reasons text not null,
    implementation_plan text not null,
    verification_plan text not null,
    back_out_plan text not null,
    status varchar(24) not null,
    primary key (id),
    unique key change_records_by_number (number),
    unique key change_records_by_round (round),
    key change_records_by_release (release_key, id),
    constraint change_records_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:change-decisions
create table change_decisions (
    change_record_id bigint not null,
    position int not null,
    action varchar(24) not null,
    actor varchar(64) not null,
    decided_at datetime(3) not null,
    reason text,
    conditions text,
    primary key (change_record_id, position),
    constraint change_decisions_record foreign key (change_record_id) references change_records (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
