--liquibase formatted sql

-- Reviews of who has access: how often, each with what people held when it began and what was decided on it. One statement to a change set.

--changeset slipway:access-review-rule
create table access_review_rule (
    id tinyint not null,
    months int not null comment 'from one review to the next',
    next_at datetime(3) null comment 'when the next one begins; null until it is known',
    primary key (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:access-review-rule-of-a-quarter
insert into access_review_rule (id, months) values (1, 3);

--changeset slipway:access-reviews
create table access_reviews (
    id bigint not null auto_increment,
    under_way boolean null comment 'true or null, so that there is one at a time',
    opened_by varchar(50) not null,
    opened_at datetime(3) not null,
    since datetime(3) null comment 'when the one before began',
    given int not null comment 'rights given since',
    taken int not null comment 'acts that took rights since',
    closed_by varchar(50) null,
    closed_at datetime(3) null,
    digest char(64) null comment 'SHA-256 of its file',
    primary key (id),
    unique key access_reviews_under_way (under_way)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:access-review-rows
create table access_review_rows (
    id bigint not null auto_increment,
    review_id bigint not null,
    user_name varchar(50) not null,
    kind varchar(5) not null comment 'ROLE, GROUP or TOKEN',
    name varchar(100) not null,
    thing bigint not null comment 'number of the group or token; 0 for a role',
    detail varchar(400) not null comment 'the roles that come of it',
    given_at datetime(3) null comment 'when it was given, if that was since the review before',
    given_by varchar(50) null,
    decision varchar(7) null comment 'KEPT or REVOKED',
    reason varchar(300) null,
    decided_by varchar(50) null,
    decided_at datetime(3) null,
    done varchar(4) null comment 'DONE, or GONE where it was taken away meanwhile',
    primary key (id),
    key access_review_rows_of (review_id, id),
    key access_review_rows_person (review_id, user_name, id),
    constraint access_review_rows_review foreign key (review_id) references access_reviews (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
