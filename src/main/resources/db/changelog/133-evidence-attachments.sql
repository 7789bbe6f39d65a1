--liquibase formatted sql

--changeset slipway:evidence-attachments
create table evidence_attachments (
    evidence_id bigint not null,
    number int not null comment 'in the order of delivery, from 1',
    file_id bigint not null,
    name varchar(120) not null,
    primary key (evidence_id, number),
    unique key evidence_attachments_by_file (file_id),
    constraint evidence_attachments_evidence foreign key (evidence_id) references evidence (id),
    constraint evidence_attachments_file foreign key (file_id) references files (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
