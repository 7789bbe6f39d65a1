--liquibase formatted sql

-- What was packed of each release when it ended. One statement to a change set, since the server commits after each.

--changeset slipway:evidence-packs
create table evidence_packs (
    release_key varchar(64) not null,
    due_at datetime(3) not null comment 'sealed from then on, as soon as all rows are signed',
    log_size bigint null comment 'rows of the log to which it is bound; null until it is sealed',
    sealed_at datetime(3) null,
    digest char(64) null comment 'SHA-256 of its manifest, as the record says too',
    primary key (release_key),
    key evidence_packs_due (sealed_at, due_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:evidence-files
-- Many packs have the same verifier: each content is kept once
create table evidence_files (
    digest char(64) not null comment 'SHA-256 of the content',
    content longblob not null comment 'compressed (gzip)',
    primary key (digest)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:evidence-pack-files
create table evidence_pack_files (
    release_key varchar(64) not null,
    name varchar(190) not null,
    digest char(64) not null,
    primary key (release_key, name),
    key evidence_pack_files_of_content (digest)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
