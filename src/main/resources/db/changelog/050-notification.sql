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

--changeset slipway:notifications
-- What one person, or one address, is told about one matter: a notice in the portal, a mail, or both. The unique key
-- keeps it from being told twice, however often the news arrive.
create table notifications (
    id              bigint       not null auto_increment,
    matter          varchar(191) character set utf8mb4 collate utf8mb4_bin not null,
    recipient       varchar(254) not null comment 'a user name, or an address of somebody without an account',
    kind            varchar(20)  not null,
    release_key     varchar(64)  null,
    title           varchar(255) not null,
    text            text         not null,
    facts           json         not null,
    link            varchar(255) not null,
    created_at      datetime(3)  not null,
    notice          varchar(8)   not null comment 'NONE, UNREAD or READ',
    mail            varchar(8)   not null comment 'NONE, PENDING, SENT, FAILED or SKIPPED',
    attempts        int          not null default 0,
    next_attempt_at datetime(3)  null,
    sent_at         datetime(3)  null,
    sent_to         varchar(254) null,
    last_error      varchar(500) null,
    primary key (id),
    unique key notifications_once (matter, recipient),
    key notifications_due (mail, next_attempt_at, id),
    key notifications_notices (recipient, notice, id),
    key notifications_by_release (release_key, id),
    key notifications_by_recipient (recipient, id),
    key notifications_by_state (mail, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:notification-preferences
create table notification_preferences (
    user_name varchar(50) not null,
    kind      varchar(20) not null,
    mail      boolean     not null,
    notice    boolean     not null,
    primary key (user_name, kind)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:planned-announcements
-- The entries of communication plans that the portal itself sends, each at its time.
create table planned_announcements (
    id          bigint       not null auto_increment,
    release_key varchar(64)  not null,
    audience    varchar(2000) not null,
    channel     varchar(16)  not null,
    message     text         not null,
    due_at      datetime(3)  not null,
    state       varchar(12)  not null comment 'PLANNED, SENT or WITHDRAWN',
    told        int          not null default 0 comment 'how many were told',
    sent_at     datetime(3)  null,
    primary key (id),
    key planned_announcements_due (state, due_at, id),
    key planned_announcements_release (release_key, due_at, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
