--liquibase formatted sql

-- Event logs that leave the portal name nobody: a person is the keyed hash of the user name, the same in each of them.

--changeset slipway:audit-pseudonyms
create table audit_pseudonyms (
    id tinyint not null,
    pseudonym_key binary(32) not null comment 'without it nobody can tell from a name which pseudonym it has',
    primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:audit-pseudonyms-key
insert into audit_pseudonyms (id, pseudonym_key) values (1, random_bytes(32));
