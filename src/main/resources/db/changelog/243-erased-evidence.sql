--liquibase formatted sql

-- What an erasure leaves of what deciders saw, and of packs that were sealed. One statement to a change set.

--changeset slipway:decision-facts-erased
alter table decision_facts add column erased_at datetime(3) null
    comment 'since when it names somebody no more: the digest is of what it was';

--changeset slipway:evidence-packs-erased
alter table evidence_packs
    add column erased_at datetime(3) null comment 'when its files were deleted; its digest stays',
    add column erased_for varchar(50) null comment 'pseudonym of who was erased';
