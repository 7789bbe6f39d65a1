package io.slipway.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Remembers what was read while one page is put together, so that the parts of a page,
 * which know nothing of each other, do not ask the database for the same thing again.
 * Outside of a page nothing is remembered.
 */
@Component
public class ReadOnce {

    private final ThreadLocal<@Nullable Map<List<String>, Object>> page = new ThreadLocal<>();

    /**
     * Puts a page together. Within, nothing may be written.
     * @param <T> the page's type
     * @param parts reads everything that the page shows
     */
    public <T> T during(Supplier<T> parts) {
        if (this.page.get() != null) {
            return parts.get();
        }
        this.page.set(new HashMap<>());
        try {
            return parts.get();
        }
        finally {
            this.page.remove();
        }
    }

    /**
     * Reads something, or remembers it from before if a page is being put together.
     * @param <T> the thing's type
     * @param kind what is read, such as {@code release}
     * @param read reads it; never gives null
     * @return the thing, which its receivers must not change
     */
    @SuppressWarnings("unchecked")
    public <T> T of(String kind, String key, Supplier<T> read) {
        Map<List<String>, Object> known = this.page.get();
        if (known == null) {
            return read.get();
        }
        List<String> name = List.of(kind, key);
        Object found = known.get(name);
        if (found == null) {
            found = read.get();
            known.put(name, found);
        }
        return (T) found;
    }

}
