package io.slipway.configuration.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A component as a bill of materials writes it. Only what the portal looks at is read.
 *
 * @param texts what it says of itself, such as {@code name} and {@code purl}
 * @param licences its licences: those that are declared, or else those that were observed
 * @param components the components that it consists of
 */
record BomPart(Map<String, String> texts, List<BomLicence> licences, List<BomPart> components) {

    /** Texts that are read: elements of XML, fields of JSON. */
    static final List<String> TEXTS = List.of("group", "name", "version", "purl", "publisher", "description");

    /** How others refer to it. */
    static final String REFERENCE = "bom-ref";

    String text(String name) {
        return this.texts.getOrDefault(name, "");
    }

    String reference() {
        return text(REFERENCE);
    }

    /** Group and name. */
    String fullName() {
        return text("group").isEmpty() ? text("name") : text("group") + "/" + text("name");
    }

    /** Shows it and all components within it. */
    void walk(int depth, Consumer<BomPart> visitor) {
        BomFile.refuseTooDeep(depth);
        visitor.accept(this);
        this.components.forEach((one) -> one.walk(depth + 1, visitor));
    }

    /** Collects what is said of a component. */
    static final class Builder {

        private final Map<String, String> texts = new TreeMap<>();

        private final List<BomLicence> declared = new ArrayList<>();

        private final List<BomLicence> observed = new ArrayList<>();

        private final List<BomPart> components = new ArrayList<>();

        void text(String name, String value) {
            this.texts.put(name, BomFile.text(value));
        }

        void licence(BomLicence licence) {
            add(this.declared, licence);
        }

        void observed(BomLicence licence) {
            add(this.observed, licence);
        }

        void component(BomPart component) {
            this.components.add(component);
        }

        private static void add(List<BomLicence> licences, BomLicence licence) {
            if (!licence.saysNothing()) {
                licences.add(licence);
            }
        }

        /** Refuses, at the field {@code file}, a component without a name. */
        BomPart build() {
            if (this.texts.getOrDefault("name", "").isEmpty()) {
                throw BomFile.refused("nameless");
            }
            return new BomPart(Map.copyOf(this.texts),
                    (this.declared.isEmpty() ? this.observed : this.declared).stream().distinct().toList(),
                    List.copyOf(this.components));
        }

    }

}
