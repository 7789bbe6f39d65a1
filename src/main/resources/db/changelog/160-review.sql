--liquibase formatted sql

--changeset slipway:reviews
create table reviews (
    id bigint not null auto_increment,
    version int not null,
    release_key varchar(41) not null,
    opened_at datetime(3) not null,
    status varchar(16) not null,
    verdict varchar(24),
    intended text not null,
    happened text not null,
    held_by varchar(64),
    held_at datetime(3),
    decided_by varchar(64),
    decided_at datetime(3),
    return_reason text,
    primary key (id),
    unique key reviews_by_release (release_key),
    constraint reviews_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:review-lessons
create table review_lessons (
    review_id bigint not null,
    position int not null,
    lesson varchar(500) not null,
    primary key (review_id, position),
    constraint review_lessons_review foreign key (review_id) references reviews (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:configuration-confirmations
create table configuration_confirmations (
    id bigint not null auto_increment,
    version int not null,
    release_key varchar(41) not null,
    updates text not null,
    confirmed_by varchar(64) not null,
    confirmed_at datetime(3) not null,
    primary key (id),
    unique key configuration_confirmations_by_release (release_key),
    constraint configuration_confirmations_release foreign key (release_key) references releases (release_key)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
