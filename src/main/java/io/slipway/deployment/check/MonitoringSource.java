package io.slipway.deployment.check;

import io.slipway.planning.wave.CheckKind;

/**
 * A system that is asked how services do. Its secret is named, never kept.
 *
 * @param source its key, as plans name it
 * @param kind HTTP, PROMETHEUS or ALERTS
 * @param address where it is, beginning with an address that the portal may reach
 * @param credential name of the secret that is sent as a bearer token, or as user and
 * password with a colon between; empty for none
 * @param retired whether it may no longer be asked
 * @param version counts its changes
 */
public record MonitoringSource(String source, String name, CheckKind kind, String address, String credential,
        boolean retired, int version) {
}
