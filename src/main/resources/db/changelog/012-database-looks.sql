--liquibase formatted sql

--changeset slipway:database-looks
-- Written every other second by each node, to see whether the database takes changes; see database.DatabaseWatch.
create table database_looks (
    id tinyint not null,
    looked_at datetime(3) not null,
    primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
insert into database_looks (id, looked_at) values (1, current_timestamp(3));
