package io.slipway.configuration;

/**
 * What may be changed of a configuration item.
 *
 * @param name its name, at most 200 characters, once per type
 * @param type what kind of thing it is
 * @param criticality how much depends on it
 * @param owner user name of who answers for it
 * @param description what it is for, at most 2,000 characters
 */
public record ItemProfile(String name, ItemType type, Criticality criticality, String owner, String description) {
}
