package io.slipway.audit;

/**
 * A thing that an event is about, as exports name it.
 *
 * @param type such as {@code unit}
 * @param id its key, unique within its type
 */
public record AuditObject(String type, String id) {
}
