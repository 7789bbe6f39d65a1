--liquibase formatted sql

--changeset slipway:people
create table people (
    id              bigint       not null auto_increment,
    user_name       varchar(50)  not null,
    full_name       varchar(100) not null,
    email           varchar(254) not null,
    zone            varchar(50)  not null,
    password_hash   varchar(255) not null,
    enabled         boolean      not null,
    created_at      datetime(3)  not null,
    last_sign_in_at datetime(3)  null,
    version         int          not null,
    primary key (id),
    unique key people_user_name (user_name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

create table person_roles (
    person_id bigint      not null,
    role      varchar(30) not null,
    primary key (person_id, role),
    key person_roles_role (role, person_id),
    constraint person_roles_person foreign key (person_id) references people (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:teams
create table teams (
    id          bigint       not null auto_increment,
    name        varchar(60)  not null,
    description varchar(300) not null,
    version     int          not null,
    primary key (id),
    unique key teams_name (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

create table team_roles (
    team_id bigint      not null,
    role    varchar(30) not null,
    primary key (team_id, role),
    key team_roles_role (role, team_id),
    constraint team_roles_team foreign key (team_id) references teams (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

create table team_members (
    team_id   bigint not null,
    person_id bigint not null,
    primary key (person_id, team_id),
    key team_members_team (team_id, person_id),
    constraint team_members_team foreign key (team_id) references teams (id),
    constraint team_members_person foreign key (person_id) references people (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:sign-in-attempts
create table sign_in_attempts (
    id           bigint      not null auto_increment,
    account      varchar(50) null comment 'null once that account has signed in',
    address      varchar(60) not null,
    attempted_at datetime(3) not null,
    primary key (id),
    key sign_in_attempts_account (account, attempted_at),
    key sign_in_attempts_address (address, attempted_at),
    key sign_in_attempts_attempted_at (attempted_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:performed-duties
create table performed_duties (
    id           bigint       not null auto_increment,
    subject      varchar(64)  not null,
    duty         varchar(40)  not null,
    decision     varchar(200) null,
    user_name    varchar(50)  not null,
    performed_at datetime(3)  not null,
    primary key (id),
    unique key performed_duties_once (decision, user_name),
    key performed_duties_subject (subject, user_name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

create table duty_sides (
    subject   varchar(64) not null,
    policy    varchar(60) not null,
    user_name varchar(50) not null,
    duty      varchar(40) not null comment 'the side of the rule that this person took first',
    primary key (subject, policy, user_name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:web-sessions
create table SPRING_SESSION (
    PRIMARY_ID            char(36)     not null,
    SESSION_ID            char(36)     not null,
    CREATION_TIME         bigint       not null,
    LAST_ACCESS_TIME      bigint       not null,
    MAX_INACTIVE_INTERVAL int          not null,
    EXPIRY_TIME           bigint       not null,
    PRINCIPAL_NAME        varchar(100) null,
    primary key (PRIMARY_ID),
    unique key SPRING_SESSION_IX1 (SESSION_ID),
    key SPRING_SESSION_IX2 (EXPIRY_TIME),
    key SPRING_SESSION_IX3 (PRINCIPAL_NAME)
) engine = InnoDB row_format = dynamic default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

create table SPRING_SESSION_ATTRIBUTES (
    SESSION_PRIMARY_ID char(36)     not null,
    ATTRIBUTE_NAME     varchar(200) not null,
    ATTRIBUTE_BYTES    mediumblob   not null,
    primary key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
    constraint SPRING_SESSION_ATTRIBUTES_FK foreign key (SESSION_PRIMARY_ID)
        references SPRING_SESSION (PRIMARY_ID) on delete cascade
) engine = InnoDB row_format = dynamic default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
