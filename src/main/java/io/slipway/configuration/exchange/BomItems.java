package io.slipway.configuration.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.slipway.configuration.AttributeText;
import io.slipway.input.InvalidInputException;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CycloneDX bill of materials: its components become items of the type component,
 * contained in what the bill is of, with their dependencies.
 */
final class BomItems {

    private final Map<Column, String> defaults;

    private final int most;

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private final Map<String, String> references = new HashMap<>();

    private BomItems(Map<Column, String> defaults, int most) {
        this.defaults = defaults;
        this.most = most;
    }

    /**
     * Reads a bill. Refuses, at the field {@code file}, what is no CycloneDX, a document
     * type declaration, components nested too deeply, and more of them than allowed.
     */
    static List<ProposedItem> read(byte[] file, String root, Map<Column, String> defaults, int most) {
        BomFile bom = BomFile.parse(file);
        BomItems items = new BomItems(defaults, most);
        items.collect(bom, root);
        return items.proposals();
    }

    private void collect(BomFile bom, String root) {
        BomPart main = bom.main();
        if (main == null && bom.components().isEmpty()) {
            throw BomFile.saysNothing();
        }
        String top = root;
        if (!root.isEmpty()) {
            this.entries.put(root, new Entry(null));
        }
        else if (main != null) {
            top = add(main);
        }
        if (main != null) {
            refer(main, top);
            add(main.components(), top, 1);
        }
        add(bom.components(), top, 0);
        for (Map.Entry<String, List<String>> dependency : bom.dependencies().entrySet()) {
            String source = this.references.get(dependency.getKey());
            if (source != null && !source.equals(top)) {
                dependency.getValue().forEach((target) -> relate(source, "depends-on", target));
            }
        }
    }

    private void add(List<BomPart> components, String parent, int depth) {
        BomFile.refuseTooDeep(depth);
        for (BomPart component : components) {
            String key = add(component);
            if (!parent.isEmpty() && !parent.equals(key)) {
                this.entries.get(parent).relations.add("contains " + key);
            }
            add(component.components(), key, depth + 1);
        }
    }

    private String add(BomPart component) {
        if (this.entries.size() > this.most) {
            throw new InvalidInputException("file", "configuration.import.rows", this.most);
        }
        String full = component.fullName();
        String key = key(full);
        Entry known = this.entries.get(key);
        if (known != null
                && (known.component == null || !known.component.text("version").equals(component.text("version")))) {
            full = full + " " + component.text("version");
            key = key(full);
        }
        this.entries.computeIfAbsent(key, (any) -> new Entry(component));
        this.entries.get(key).name = full;
        refer(component, key);
        return key;
    }

    private void refer(BomPart component, String key) {
        if (!component.reference().isEmpty()) {
            this.references.put(component.reference(), key);
        }
    }

    private void relate(String source, String kind, String reference) {
        String target = this.references.get(reference);
        if (target != null && !target.equals(source)) {
            this.entries.get(source).relations.add(kind + " " + target);
        }
    }

    private List<ProposedItem> proposals() {
        List<ProposedItem> items = new ArrayList<>();
        this.entries.forEach((key, entry) -> {
            Map<Column, String> values = new EnumMap<>(Column.class);
            BomPart component = entry.component;
            if (component != null) {
                values.putAll(this.defaults);
                values.put(Column.TYPE, "COMPONENT");
                values.put(Column.NAME, BomFile.bounded(entry.name, 200));
                values.put(Column.VERSION, BomFile.bounded(component.text("version"), 80));
                values.put(Column.DESCRIPTION, BomFile.bounded(component.text("description"), 2000));
                values.put(Column.ATTRIBUTES, AttributeText.write(attributes(component)));
            }
            values.put(Column.RELATIONS, String.join("\n", entry.relations));
            items.add(new ProposedItem(items.size() + 1, key, values, true, null));
        });
        return items;
    }

    private static Map<String, String> attributes(BomPart component) {
        Map<String, String> attributes = new TreeMap<>();
        put(attributes, "purl", component.text("purl"));
        put(attributes, "group", component.text("group"));
        put(attributes, "publisher", component.text("publisher"));
        put(attributes, "licence",
                component.licences().stream().map(BomLicence::text).collect(Collectors.joining(", ")));
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, BomFile.bounded(value, 500));
        }
    }

    static String key(String name) {
        String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        if (key.isEmpty()) {
            return "component-" + DigestUtils.sha256Hex(name).substring(0, 8);
        }
        return (key.length() <= 64) ? key
                : key.substring(0, 55).replaceAll("[.-]+$", "") + "-" + DigestUtils.sha256Hex(name).substring(0, 8);
    }

    private static final class Entry {

        private final @Nullable BomPart component;

        private final SortedSet<String> relations = new TreeSet<>();

        private String name = "";

        Entry(@Nullable BomPart component) {
            this.component = component;
        }

    }

}
