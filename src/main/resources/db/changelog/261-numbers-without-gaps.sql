--liquibase formatted sql

-- Numbers are given in the transaction of what they number: what is broken off gives its number back. One statement to a change set.

--changeset slipway:given-numbers
create table given_numbers (
    series varchar(8) not null comment 'what stands before the number, such as CHG',
    next_number bigint not null,
    whole_from bigint not null comment 'from this number on none is lost; before it, what was broken off lost its number',
    primary key (series)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:given-numbers-of-releases
insert into given_numbers (series, next_number, whole_from) values ('REL', nextval(release_numbers), lastval(release_numbers));

--changeset slipway:given-numbers-of-changes
insert into given_numbers (series, next_number, whole_from) values ('CHG', nextval(change_numbers), lastval(change_numbers));
