# Sourced once by the entrypoint of MariaDB's image: users.sql with the passwords of the secrets.
users=$(cat /slipway/users.sql)
migration=$(cat /run/secrets/SLIPWAY_MIGRATION_PASSWORD)
working=$(cat /run/secrets/SLIPWAY_DATABASE_PASSWORD)
users=${users//migration-password/"${migration//\'/\'\'}"}
users=${users//working-password/"${working//\'/\'\'}"}
docker_process_sql <<<"$users"
unset users migration working
