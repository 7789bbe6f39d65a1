package io.slipway.configuration.exchange;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.slipway.configuration.AttributeText;
import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemQuery;
import io.slipway.configuration.ItemSummary;
import io.slipway.configuration.relation.RelationManagement;
import io.slipway.configuration.relation.RelationRef;
import io.slipway.input.KeyPage;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Writes the register as CSV, page by page, so that a million items need no more memory
 * than one page.
 */
@Service
public class ExportManagement {

    private final ConfigurationManagement configuration;

    private final RelationManagement relations;

    ExportManagement(ConfigurationManagement configuration, RelationManagement relations) {
        this.configuration = configuration;
        this.relations = relations;
    }

    /**
     * Writes all items of a list, as an import would read them again.
     * @param to takes the text
     * @throws IOException if it takes no more
     */
    public void write(ItemQuery query, Appendable to) throws IOException {
        CSVPrinter printer = CsvItems.begin(to);
        String from = "";
        do {
            KeyPage<ItemSummary> page = this.configuration
                .chunk(new ItemQuery(query.text(), query.type(), query.owner(), query.retired(), from));
            List<String> keys = page.rows().stream().map(ItemSummary::key).toList();
            Map<String, SortedSet<RelationRef>> refs = this.relations.of(keys);
            for (ItemDetails item : this.configuration.details(keys)) {
                CsvItems.write(printer, values(item, refs.getOrDefault(item.item().key(), new TreeSet<>())));
            }
            from = next(page.next());
        }
        while (!from.isEmpty());
        printer.flush();
    }

    private static String next(@Nullable String cursor) {
        return (cursor != null) ? cursor : "";
    }

    private static Map<Column, String> values(ItemDetails item, SortedSet<RelationRef> relations) {
        Map<Column, String> values = new EnumMap<>(Column.class);
        values.put(Column.KEY, item.item().key());
        values.put(Column.NAME, item.item().name());
        values.put(Column.TYPE, item.item().type().name().toLowerCase(java.util.Locale.ROOT));
        values.put(Column.CRITICALITY, item.item().criticality().name().toLowerCase(java.util.Locale.ROOT));
        values.put(Column.OWNER, item.item().owner());
        values.put(Column.STATUS, item.item().status().name().toLowerCase(java.util.Locale.ROOT));
        values.put(Column.VERSION, item.item().edition());
        values.put(Column.DESCRIPTION, item.description());
        values.put(Column.ATTRIBUTES, AttributeText.write(item.attributes()));
        values.put(Column.RELATIONS, relations.stream().map(RelationRef::text).collect(Collectors.joining("\n")));
        return values;
    }

}
