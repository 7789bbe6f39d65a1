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

import io.slipway.configuration.AttributeText;
import io.slipway.ui.InvalidInputException;
import org.apache.commons.codec.digest.DigestUtils;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CycloneDX bill of materials: its components become items of the type component,
 * contained in what the bill is of, with their dependencies.
 */
final class BomItems {

    private static final int DEEPEST = BomFile.DEEPEST;

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
        Bom bom = BomFile.parse(file).bom();
        BomItems items = new BomItems(defaults, most);
        items.collect(bom, root);
        return items.proposals();
    }

    private void collect(Bom bom, String root) {
        Component main = (bom.getMetadata() != null) ? bom.getMetadata().getComponent() : null;
        List<Component> components = (bom.getComponents() != null) ? bom.getComponents() : List.of();
        if (main == null && components.isEmpty()) {
            throw new InvalidInputException("file", "configuration.import.no-components");
        }
        String top = root;
        if (!root.isEmpty()) {
            this.entries.put(root, new Entry(null));
        }
        else if (main != null) {
            top = add(main);
        }
        if (main != null && main.getBomRef() != null) {
            this.references.put(main.getBomRef(), top);
        }
        add(components, top, 0);
        List<Dependency> dependencies = (bom.getDependencies() != null) ? bom.getDependencies() : List.of();
        for (Dependency dependency : dependencies) {
            String source = this.references.get(dependency.getRef());
            if (source != null && !source.equals(top) && dependency.getDependencies() != null) {
                dependency.getDependencies().forEach((target) -> relate(source, "depends-on", target.getRef()));
            }
        }
    }

    private void add(List<Component> components, String parent, int depth) {
        if (depth > DEEPEST) {
            throw new InvalidInputException("file", "configuration.import.deep", DEEPEST);
        }
        for (Component component : components) {
            String key = add(component);
            if (!parent.isEmpty() && !parent.equals(key)) {
                this.entries.get(parent).relations.add("contains " + key);
            }
            if (component.getComponents() != null) {
                add(component.getComponents(), key, depth + 1);
            }
        }
    }

    private String add(Component component) {
        if (this.entries.size() > this.most) {
            throw new InvalidInputException("file", "configuration.import.rows", this.most);
        }
        String name = text(component.getName());
        String full = text(component.getGroup()).isEmpty() ? name : text(component.getGroup()) + "/" + name;
        String key = key(full);
        Entry known = this.entries.get(key);
        if (known != null && (known.component == null
                || !text(known.component.getVersion()).equals(text(component.getVersion())))) {
            full = full + " " + text(component.getVersion());
            key = key(full);
        }
        this.entries.computeIfAbsent(key, (any) -> new Entry(component));
        this.entries.get(key).name = full;
        if (component.getBomRef() != null) {
            this.references.put(component.getBomRef(), key);
        }
        return key;
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
            Component component = entry.component;
            if (component != null) {
                values.putAll(this.defaults);
                values.put(Column.TYPE, "COMPONENT");
                values.put(Column.NAME, bounded(entry.name, 200));
                values.put(Column.VERSION, bounded(text(component.getVersion()), 80));
                values.put(Column.DESCRIPTION, bounded(text(component.getDescription()), 2000));
                values.put(Column.ATTRIBUTES, AttributeText.write(attributes(component)));
            }
            values.put(Column.RELATIONS, String.join("\n", entry.relations));
            items.add(new ProposedItem(items.size() + 1, key, values, true, null));
        });
        return items;
    }

    private static Map<String, String> attributes(Component component) {
        Map<String, String> attributes = new TreeMap<>();
        put(attributes, "purl", component.getPurl());
        put(attributes, "group", component.getGroup());
        put(attributes, "publisher", component.getPublisher());
        put(attributes, "licence", String.join(", ", BomFile.licences(component)));
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (!text(value).isEmpty()) {
            attributes.put(name, bounded(text(value), 500));
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

    private static String text(@Nullable String value) {
        return BomFile.text(value);
    }

    private static String bounded(String text, int most) {
        return BomFile.bounded(text, most);
    }

    private static final class Entry {

        private final @Nullable Component component;

        private final SortedSet<String> relations = new TreeSet<>();

        private String name = "";

        Entry(@Nullable Component component) {
            this.component = component;
        }

    }

}
