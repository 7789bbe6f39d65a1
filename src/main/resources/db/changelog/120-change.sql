--liquibase formatted sql

--changeset slipway:change-records
create sequence change_numbers start with 1 increment by 1 nocache;

create table change_records (
    id bigint not null auto_increment primary key,
    version int not null,
    number varchar(16) not null,
    release_key varchar(40) not null,
    round varchar(64) not null,
    title varchar(200) not null,
    type varchar(20) not null,
    risk varchar(20) not null,
    risk_reasons text not null,
    implementation_plan text not null,
    verification_plan text not null,
    back_out_plan text not null,
    status varchar(30) not null,
    unique key uk_change_records_number (number),
    unique key uk_change_records_round (round),
    key ix_change_records_release (release_key, id)
) engine = InnoDB default charset = utf8mb4;

create table change_decisions (
    change_record_id bigint not null,
    position int not null,
    action varchar(30) not null,
    actor varchar(64) not null,
    decided_at datetime(3) not null,
    reason text,
    conditions text,
    primary key (change_record_id, position),
    constraint fk_change_decisions_record foreign key (change_record_id) references change_records (id)
) engine = InnoDB default charset = utf8mb4;
