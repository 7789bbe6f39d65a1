--liquibase formatted sql

--changeset slipway:recurrence-anew
--comment Rules are expanded by another reading of RFC 5545 (ADR 0026): what was known is written anew, and stays until then.
update schedule_periods set expanded_until = '1970-01-01', over_at = '9999-12-31' where rule <> '' and ended_at is null;
