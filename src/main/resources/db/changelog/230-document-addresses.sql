--liquibase formatted sql

-- The address of a package's documentation or scripts, and what it answered when the portal asked it last. A row is there
-- for each address of a release that was under way since; what is asked next is found by its time.

--changeset slipway:document-addresses
create table document_addresses (
    release_id bigint not null,
    kind varchar(20) not null comment 'DOCUMENTATION or SCRIPTS',
    address varchar(500) not null,
    state varchar(12) not null,
    answer varchar(20) not null,
    detail varchar(300) not null comment 'of the answer, such as status and type',
    asked_at datetime(3),
    since datetime(3) comment 'when it came into this state',
    failures int not null,
    next_at datetime(3) comment 'null once nobody asks any more',
    primary key (release_id, kind),
    key document_addresses_due (next_at, release_id, kind),
    constraint document_addresses_release foreign key (release_id) references releases (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:addresses-of-open-releases
insert into document_addresses (release_id, kind, address, state, answer, detail, failures, next_at)
select p.id, 'DOCUMENTATION', p.documentation, 'UNKNOWN', 'NONE', '', 0, utc_timestamp(3)
  from packages p join releases r on r.id = p.id where not r.ended and p.documentation <> ''
 union all
select p.id, 'SCRIPTS', p.scripts, 'UNKNOWN', 'NONE', '', 0, utc_timestamp(3)
  from packages p join releases r on r.id = p.id where not r.ended and p.scripts <> '';
