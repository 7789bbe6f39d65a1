--liquibase formatted sql

--changeset slipway:event-publications
-- News between features: kept from the transaction that made it until its listener is done with it, then deleted.
create table EVENT_PUBLICATION (
    ID               varchar(36)  character set utf8mb4 collate utf8mb4_bin not null,
    LISTENER_ID      varchar(512) character set utf8mb4 collate utf8mb4_bin not null,
    EVENT_TYPE       varchar(512) character set utf8mb4 collate utf8mb4_bin not null,
    SERIALIZED_EVENT mediumtext   character set utf8mb4 collate utf8mb4_bin not null,
    PUBLICATION_DATE datetime(6)  not null,
    COMPLETION_DATE  datetime(6)  null,
    primary key (ID),
    key EVENT_PUBLICATION_OPEN (COMPLETION_DATE, PUBLICATION_DATE)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
