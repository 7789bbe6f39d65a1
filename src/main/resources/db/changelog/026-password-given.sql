--liquibase formatted sql

--changeset slipway:password-given
alter table people
    add column password_given boolean not null default false
        comment 'somebody else chose the password: its person changes it before anything else' after password_hash;
