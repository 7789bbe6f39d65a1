--liquibase formatted sql

-- Who outside cosigns the checkpoints of the record. One statement to a change set, since the server commits after each.

--changeset slipway:audit-witnesses
create table audit_witnesses (
    name varchar(190) not null comment 'of its key',
    origin varchar(190) not null comment 'the log that it knows',
    size bigint not null comment 'rows that it cosigned, or says it did',
    due_at datetime(3) not null comment 'asked again from then on',
    leased_until datetime(3) not null comment 'a node is at it',
    failures int not null comment 'one after the other',
    problem varchar(100) null comment 'of the last time',
    primary key (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:audit-cosignatures
create table audit_cosignatures (
    size bigint not null comment 'of the checkpoint',
    witness varchar(190) not null,
    at datetime(3) not null comment 'by the clock of the witness',
    line varchar(500) not null comment 'of the signed note',
    primary key (size, witness),
    key audit_cosignatures_of_witness (witness, size)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:audit-timestamps
create table audit_timestamps (
    size bigint not null comment 'of the checkpoint',
    at datetime(3) not null comment 'as the authority says',
    answer varbinary(60000) not null comment 'its answer as it came (RFC 3161)',
    primary key (size)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
