--liquibase formatted sql

--changeset slipway:bills-of-materials
create table bills_of_materials (
    id bigint not null auto_increment,
    unit_digest char(64) not null comment 'of the artifact: one that is part of many releases has one bill',
    format varchar(8) not null,
    spec_version varchar(8) not null,
    subject varchar(200) not null,
    component_count int not null,
    licences mediumtext not null comment 'JSON: how many components have which licences',
    file_digest char(64) not null,
    file mediumblob not null comment 'as it was sent, gzip',
    uploaded_by varchar(64) not null,
    uploaded_at datetime(3) not null,
    primary key (id),
    unique key bills_of_materials_by_unit (unit_digest)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

create table bill_components (
    bill_id bigint not null,
    place int not null comment 'in the order of names',
    identity varchar(300) not null comment 'what stays the same from version to version',
    name varchar(200) not null,
    version varchar(80) not null,
    purl varchar(500) not null,
    licences varchar(1000) not null,
    primary key (bill_id, place),
    constraint bill_components_bill foreign key (bill_id) references bills_of_materials (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
