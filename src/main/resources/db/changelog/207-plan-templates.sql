--liquibase formatted sql

--changeset slipway:plan-templates
create table plan_templates (
    id bigint not null auto_increment,
    name varchar(120) not null,
    note varchar(500) not null comment 'what it is good for',
    version int not null comment 'the newest, which new releases begin with',
    retired_at datetime(3) comment 'since when it is no longer offered',
    primary key (id),
    unique key plan_templates_name (name),
    key plan_templates_retired (retired_at, id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'plans that people saved for others to begin with';
create table plan_template_services (
    template_id bigint not null,
    service varchar(80) not null,
    primary key (template_id, service),
    key plan_template_services_service (service, template_id),
    constraint plan_template_services_template foreign key (template_id) references plan_templates (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
create table plan_template_versions (
    template_id bigint not null,
    version int not null,
    plan mediumtext not null comment 'canonical YAML, without name, scope, times and dependencies',
    minutes int comment 'how long such a deployment takes; null if unknown',
    note varchar(500) not null comment 'why there is this version',
    release_key varchar(41) not null comment 'whose plan it was',
    made_by varchar(64) not null,
    made_at datetime(3) not null,
    primary key (template_id, version),
    constraint plan_template_versions_template foreign key (template_id) references plan_templates (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci;
create table plan_template_uses (
    release_id bigint not null,
    template_id bigint not null,
    version int not null,
    primary key (release_id),
    key plan_template_uses_template (template_id, release_id),
    constraint plan_template_uses_release foreign key (release_id) references releases (id),
    constraint plan_template_uses_version foreign key (template_id, version) references plan_template_versions (template_id, version)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_uca1400_ai_ci comment 'what the plans of releases began with';
