package io.slipway.database;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the embedded MariaDB, under {@code slipway.database}.
 *
 * @param directory where the server's programs and its data are kept between runs
 * @param server the program of an installed server to be used; none for the one that the
 * build brings, or the first on the path
 * @param durable whether a commit survives a crash of the machine; tests trade that for
 * speed
 */
record DatabaseProperties(@DefaultValue(".slipway") Path directory, @Nullable Path server,
        @DefaultValue("true") boolean durable) {

}
