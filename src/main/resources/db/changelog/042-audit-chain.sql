--liquibase formatted sql

-- The tamper-evident log of the record. One statement to a change set, since the server commits after each.

--changeset slipway:audit-pending
-- Rows that no leaf seals yet. A row comes here in its own transaction, so that what commits late is not overlooked.
create table audit_pending (
    sequence bigint not null,
    primary key (sequence),
    constraint audit_pending_entry foreign key (sequence) references audit_entries (sequence)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:audit-pending-of-new splitStatements:false
create trigger audit_entries_pending after insert on audit_entries for each row
    insert into audit_pending (sequence) values (new.sequence);

--changeset slipway:audit-pending-of-old
insert ignore into audit_pending (sequence) select sequence from audit_entries;

--changeset slipway:audit-leaves
create table audit_leaves (
    leaf_index bigint not null comment 'place in the tree, from 0, in the order of sealing',
    sequence bigint not null,
    salt binary(16) null comment 'null once the row was erased',
    payload_hash binary(32) not null comment 'SHA-256 over salt and canonical row',
    primary key (leaf_index),
    unique key audit_leaves_by_sequence (sequence)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:audit-tiles
create table audit_tiles (
    level tinyint not null comment '0 holds hashes of leaves',
    number bigint not null,
    hashes varbinary(8192) not null comment 'at most 256 hashes of 32 bytes',
    primary key (level, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:audit-checkpoints
create table audit_checkpoints (
    size bigint not null comment 'of the tree: never two roots for one size',
    at datetime(3) not null,
    note varchar(4000) not null comment 'the signed note',
    primary key (size),
    key audit_checkpoints_at (at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:audit-log
create table audit_log (
    id tinyint not null,
    size bigint not null comment 'leaves sealed',
    generation int not null comment 'how often the log was begun anew',
    halted varchar(500) null comment 'why sealing stopped, until a person decides',
    primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:audit-log-begin
insert into audit_log (id, size, generation) values (1, 0, 0);

--changeset slipway:audit-checks
create table audit_checks (
    id bigint not null auto_increment,
    started_at datetime(3) not null,
    started_by varchar(50) not null,
    ended_at datetime(3) null,
    seen_at datetime(3) not null comment 'when it last got on',
    size bigint not null comment 'leaves to look at',
    looked_at bigint not null comment 'leaves looked at so far',
    bad_index bigint null comment 'the first leaf that is not what was sealed',
    problem varchar(500) null,
    primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
