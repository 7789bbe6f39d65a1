-- The schema and its two users, for a MariaDB 10.11 or newer. Execute it as an administrator of the server, with passwords
-- of your own in place of the two below; name hosts instead of '%' where you know them. Executed again, it changes passwords
-- and gives the users their rights anew: start a portal then, which gives the rest.

-- With a binary log (replicas, point-in-time restore) the server must trust whoever makes the triggers that protect the
-- audit record. Write it under [mariadbd] of the server's configuration too: log_bin_trust_function_creators=1
set global log_bin_trust_function_creators = 1;

create database if not exists slipway character set utf8mb4 collate utf8mb4_uca1400_ai_ci;

-- Migrates at the start of a portal (SLIPWAY_MIGRATION_USER), and then gives the other user its rights on each table.
create or replace user slipway_migration@'%' identified by 'migration-password';
grant all privileges on slipway.* to slipway_migration@'%' with grant option;

-- Works (SLIPWAY_DATABASE_USER): reads and adds everywhere. What may be changed or removed it is given table by table after
-- each migration, which leaves out what is only ever added to. It can neither drop, truncate nor alter, nor lift a trigger.
create or replace user slipway@'%' identified by 'working-password';
grant select, insert on slipway.* to slipway@'%';
