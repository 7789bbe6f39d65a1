--liquibase formatted sql

--changeset slipway:audit-entries
create table audit_entries (
    sequence      bigint        not null auto_increment,
    at            datetime(3)   not null,
    actor         varchar(50)   not null,
    actor_name    varchar(100)  not null,
    role          varchar(30)   null,
    on_behalf_of  varchar(50)   null,
    action        varchar(60)   not null,
    subject_type  varchar(40)   not null,
    subject       varchar(200)  not null,
    release_key   varchar(64)   null,
    reason        text          null,
    old_values    json          not null,
    new_values    json          not null,
    primary key (sequence),
    key audit_entries_release (release_key, sequence),
    key audit_entries_actor (actor, sequence),
    key audit_entries_action (action, sequence),
    key audit_entries_at (at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:audit-append-only splitStatements:false
create trigger audit_entries_no_update before update on audit_entries for each row
    signal sqlstate '45000' set message_text = 'The audit record is append-only';

--changeset slipway:audit-append-only-delete splitStatements:false
create trigger audit_entries_no_delete before delete on audit_entries for each row
    signal sqlstate '45000' set message_text = 'The audit record is append-only';
