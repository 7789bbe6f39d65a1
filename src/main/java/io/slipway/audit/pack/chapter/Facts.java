package io.slipway.audit.pack.chapter;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Named values in the order in which they are told: text, numbers, flags, instants,
 * constants, people, lists of these, and lists of facts. The names are part of the format
 * of {@code release.json}, and have a label in the messages.
 */
public final class Facts {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Begins to tell. */
    static Facts none() {
        return new Facts();
    }

    /**
     * Adds a value. What is null, empty text or an empty list is left out.
     */
    Facts with(String name, @Nullable Object value) {
        boolean nothing = value == null || (value instanceof String text && text.isBlank())
                || (value instanceof Collection<?> some && some.isEmpty());
        if (!nothing) {
            this.values.put(name, value);
        }
        return this;
    }

    /** The values by name, in their order. */
    @JsonValue
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(this.values);
    }

}
