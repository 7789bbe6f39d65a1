--liquibase formatted sql

--changeset slipway:release-documents
create table release_documents (
    id bigint not null auto_increment,
    release_id bigint not null,
    kind varchar(16) not null,
    name varchar(120) not null,
    size bigint not null,
    digest char(64) not null,
    uploaded_by varchar(64) not null,
    uploaded_at datetime(3) not null,
    primary key (id),
    unique key release_documents_by_name (release_id, name),
    constraint release_documents_release foreign key (release_id) references releases (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

create table document_pieces (
    document_id bigint not null,
    place int not null,
    content mediumblob not null comment 'at most 256 KiB, so that neither side holds a whole file',
    primary key (document_id, place),
    constraint document_pieces_document foreign key (document_id) references release_documents (id) on delete cascade
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
