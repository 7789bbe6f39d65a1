package io.slipway.configuration.exchange;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An item as a file wants it.
 *
 * @param line where the file says so; for bills of materials its place among the
 * components
 * @param values what the file says, for the columns that it has
 * @param additive whether a known item keeps its name, owner, criticality and all
 * attributes and relations that the file does not mention, as for bills of materials
 * @param problem key of the message that says why the row cannot be read at all; null if
 * it can
 */
record ProposedItem(int line, String key, Map<Column, String> values, boolean additive, @Nullable String problem) {

    @Nullable String value(Column column) {
        return this.values.get(column);
    }

}
