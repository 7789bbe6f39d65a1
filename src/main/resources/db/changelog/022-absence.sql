--liquibase formatted sql

--changeset slipway:absences
create table absences (
    id        bigint       not null auto_increment,
    person_id bigint       not null,
    from_at   datetime(3)  not null,
    until_at  datetime(3)  not null,
    reason    varchar(200) null,
    version   int          not null,
    primary key (id),
    key absences_person (person_id, until_at),
    key absences_until (until_at, from_at, person_id),
    constraint absences_of_person foreign key (person_id) references people (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
