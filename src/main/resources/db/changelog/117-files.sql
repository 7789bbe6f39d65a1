--liquibase formatted sql

-- What was uploaded becomes a file of its own, which others may refer to as well. One statement to a change set, since
-- the server commits after each.

--changeset slipway:files
create table files (
    id bigint not null auto_increment,
    size bigint not null comment 'in bytes',
    digest char(64) not null,
    primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:files-of-documents
insert into files (id, size, digest) select id, size, digest from release_documents;

--changeset slipway:document-pieces-by-themselves
alter table document_pieces drop foreign key document_pieces_document;

--changeset slipway:file-pieces
rename table document_pieces to file_pieces;

--changeset slipway:file-pieces-of-files
alter table file_pieces
    change column document_id file_id bigint not null,
    add constraint file_pieces_file foreign key (file_id) references files (id) on delete cascade;

--changeset slipway:documents-without-files
alter table release_documents
    add column file_id bigint comment 'its content' after name,
    drop column size,
    drop column digest;

--changeset slipway:documents-with-files
update release_documents set file_id = id;

--changeset slipway:documents-refer-to-files
alter table release_documents
    modify column file_id bigint not null comment 'its content',
    add unique key release_documents_by_file (file_id),
    add constraint release_documents_file foreign key (file_id) references files (id);
