package io.slipway.identity.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first administrator, as the environment names it; of no effect as soon as there is
 * an administrator.
 *
 * @param user the name to sign in with, {@code SLIPWAY_ADMIN_USER}
 * @param password the first password, {@code SLIPWAY_ADMIN_PASSWORD}
 */
@ConfigurationProperties("slipway.admin")
record AdministratorProperties(@DefaultValue("") String user, @DefaultValue("") String password) {
}
