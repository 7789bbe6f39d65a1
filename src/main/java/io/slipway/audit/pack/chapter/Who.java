package io.slipway.audit.pack.chapter;

/**
 * A person, by both names.
 */
public record Who(String user, String name) {
}
