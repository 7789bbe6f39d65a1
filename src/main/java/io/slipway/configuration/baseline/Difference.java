package io.slipway.configuration.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How the records of one item differ.
 *
 * @param kind whether it is there on one side only, or differs
 * @param fields the fields that differ; none if it is there on one side only
 */
public record Difference(String key, String name, Kind kind, List<Field> fields) {

    static List<Difference> between(Map<String, ItemRecord> before, Map<String, ItemRecord> after) {
        List<Difference> found = new ArrayList<>();
        before.forEach((key, record) -> {
            ItemRecord other = after.get(key);
            if (other == null) {
                found.add(new Difference(key, record.name(), Kind.MISSING, List.of()));
            }
            else {
                List<Field> fields = fields(record, other);
                if (!fields.isEmpty()) {
                    found.add(new Difference(key, other.name(), Kind.CHANGED, fields));
                }
            }
        });
        after.forEach((key, record) -> {
            if (!before.containsKey(key)) {
                found.add(new Difference(key, record.name(), Kind.ADDED, List.of()));
            }
        });
        return List.copyOf(found);
    }

    private static List<Field> fields(ItemRecord before, ItemRecord after) {
        Map<String, String> now = after.fields();
        return before.fields()
            .entrySet()
            .stream()
            .filter((field) -> !field.getValue().equals(now.get(field.getKey())))
            .map((field) -> new Field(field.getKey(), field.getValue(), now.getOrDefault(field.getKey(), "")))
            .toList();
    }

    /** What the difference is. */
    public enum Kind {

        /** It is in the later record only. */
        ADDED,
        /** It is in the former record only. */
        MISSING,
        /** It is in both, and differs. */
        CHANGED

    }

    /**
     * A field that differs.
     *
     * @param name the field's name, such as {@code owner}
     * @param before its value in the former record
     * @param after its value in the later one
     */
    public record Field(String name, @Nullable String before, @Nullable String after) {
    }

}
