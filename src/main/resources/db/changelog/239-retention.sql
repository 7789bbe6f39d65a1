--liquibase formatted sql

-- What is kept for how long, what is held, and the one way to erase who somebody was. One statement to a change set.

--changeset slipway:audit-holds
create table audit_holds (
    id bigint not null auto_increment,
    kind varchar(10) not null comment 'RELEASE or PERSON',
    subject varchar(64) not null,
    reason varchar(2000) not null,
    ends_on date null comment 'the last day; null until it is lifted',
    placed_by varchar(50) not null,
    placed_at datetime(3) not null,
    lifted_by varchar(50) null,
    lifted_at datetime(3) null,
    lifted_because varchar(2000) null,
    primary key (id),
    key audit_holds_subject (kind, subject)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:audit-erasures
create table audit_erasures (
    id bigint not null auto_increment,
    state varchar(10) not null comment 'ASKED, CONFIRMED, REFUSED or DONE',
    person varchar(50) not null comment 'whom; the pseudonym once it is done',
    pseudonym varchar(50) not null comment 'what stands in the record instead',
    reason varchar(2000) not null,
    due_on date not null,
    asked_by varchar(50) not null,
    asked_at datetime(3) not null,
    decided_by varchar(50) null,
    decided_at datetime(3) null,
    next_sequence bigint not null comment 'rows before it were looked at',
    erased bigint not null comment 'rows',
    done_at datetime(3) null,
    primary key (id),
    key audit_erasures_state (state, due_on)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;

--changeset slipway:audit-append-only-but-erasure splitStatements:false
-- Whatever an update says: it is refused, or the row becomes what an erasure that two people agreed on makes of it.
create or replace trigger audit_entries_no_update before update on audit_entries for each row
begin
    declare whom varchar(50);
    declare instead varchar(50);
    select person, pseudonym into whom, instead from audit_erasures
     where state = 'CONFIRMED' and decided_by <> asked_by
       and (person = old.actor or person = old.on_behalf_of
            or (old.subject_type = 'person' and person = old.subject)
            or locate(concat('"', person, '"'), old.old_values) > 0
            or locate(concat('"', person, '"'), old.new_values) > 0)
       and not exists (select 1 from audit_holds h
                        where h.lifted_at is null and (h.ends_on is null or h.ends_on >= utc_date())
                          and ((h.kind = 'PERSON' and h.subject = person)
                               or (h.kind = 'RELEASE' and h.subject = old.release_key)))
     order by id limit 1;
    if whom is null then
        signal sqlstate '45000' set message_text = 'The audit record is append-only';
    end if;
    set new.sequence = old.sequence, new.at = old.at, new.action = old.action, new.subject_type = old.subject_type,
        new.release_key = old.release_key, new.role = old.role, new.made_for_demo = old.made_for_demo,
        new.act = old.act,
        new.actor = if(old.actor = whom, instead, old.actor),
        new.actor_name = if(old.actor = whom, 'Erased', old.actor_name),
        new.token = if(old.actor = whom, null, old.token),
        new.on_behalf_of = if(old.on_behalf_of = whom, instead, old.on_behalf_of),
        new.subject = if(old.subject_type = 'person' and old.subject = whom, instead, old.subject),
        new.reason = if(old.actor = whom or (old.subject_type = 'person' and old.subject = whom), null, old.reason),
        new.old_values = if(old.subject_type = 'person' and old.subject = whom, '{}',
                            replace(old.old_values, concat('"', whom, '"'), concat('"', instead, '"'))),
        new.new_values = if(old.subject_type = 'person' and old.subject = whom, '{}',
                            replace(old.new_values, concat('"', whom, '"'), concat('"', instead, '"')));
end

--changeset slipway:audit-erase splitStatements:false
-- The working user may execute this, and change the record in no other way: it erases a person in some rows, and their salts.
create or replace procedure erase_audit_rows(in erasure bigint, in first_row bigint, in last_row bigint)
    sql security definer
begin
    declare whom varchar(50);
    declare log_size bigint;
    select size into log_size from audit_log where id = 1 for update;
    select person into whom from audit_erasures where id = erasure and state = 'CONFIRMED' for update;
    update audit_leaves l join audit_entries e on e.sequence = l.sequence set l.salt = null
     where e.sequence between first_row and last_row
       and (e.actor = whom or e.on_behalf_of = whom or (e.subject_type = 'person' and e.subject = whom)
            or locate(concat('"', whom, '"'), e.old_values) > 0 or locate(concat('"', whom, '"'), e.new_values) > 0)
       and not exists (select 1 from audit_holds h
                        where h.kind = 'RELEASE' and h.subject = e.release_key and h.lifted_at is null
                          and (h.ends_on is null or h.ends_on >= utc_date()));
    update audit_entries e set e.actor_name = e.actor_name
     where e.sequence between first_row and last_row
       and (e.actor = whom or e.on_behalf_of = whom or (e.subject_type = 'person' and e.subject = whom)
            or locate(concat('"', whom, '"'), e.old_values) > 0 or locate(concat('"', whom, '"'), e.new_values) > 0)
       and not exists (select 1 from audit_holds h
                        where h.kind = 'RELEASE' and h.subject = e.release_key and h.lifted_at is null
                          and (h.ends_on is null or h.ends_on >= utc_date()));
    update audit_erasures set erased = erased + row_count(), next_sequence = last_row + 1 where id = erasure;
end
