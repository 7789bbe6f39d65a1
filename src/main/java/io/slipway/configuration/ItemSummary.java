package io.slipway.configuration;

/**
 * A configuration item, as lists and other features see it.
 *
 * @param key its key, such as {@code payments-db}: lower-case letters, digits, dots and
 * hyphens, at most 64
 * @param name its name; a service is called by it in plans
 * @param type what kind of thing it is
 * @param criticality how much depends on it
 * @param owner user name of who answers for it
 */
public record ItemSummary(String key, String name, ItemType type, Criticality criticality, String owner) {
}
