package io.slipway.validation.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Compares the versions of components in a test environment with those in production:
 * {@code {"slipwayParity": 1, "test": {"java": "17.0.12"}, "production": {…}}}.
 */
final class ParityReader {

    private static final int MOST = 10_000;

    private static final int LONGEST = 300;

    private final JsonSource json;

    private int version;

    private @Nullable Map<String, String> test;

    private @Nullable Map<String, String> production;

    private ParityReader(JsonSource json) {
        this.json = json;
    }

    static Report read(InputStream in) throws IOException {
        try (JsonSource json = new JsonSource(in)) {
            return new ParityReader(json).read();
        }
    }

    private Report read() throws IOException {
        this.json.document((name) -> {
            switch (name) {
                case "slipwayParity" -> this.version = this.json.number();
                case "test" -> this.test = versions();
                case "production" -> this.production = versions();
                default -> throw this.json.refuse("parity-field", Clip.to(LONGEST, name));
            }
        });
        if (this.version != 1) {
            throw this.json.refuse("parity-version");
        }
        if (this.test == null || this.production == null || this.test.isEmpty() || this.production.isEmpty()) {
            throw this.json.refuse("parity-empty");
        }
        return compare(this.test, this.production);
    }

    private Map<String, String> versions() throws IOException {
        Map<String, String> versions = new TreeMap<>();
        this.json.fields((component) -> {
            if (!this.json.isText() || component.isBlank() || component.length() > LONGEST) {
                throw this.json.refuse("parity-component", Clip.to(LONGEST, component));
            }
            versions.put(component, this.json.text(LONGEST));
            if (versions.size() > MOST) {
                throw this.json.refuse("parity-many", MOST);
            }
        });
        return versions;
    }

    private static Report compare(Map<String, String> test, Map<String, String> production) {
        Findings findings = new Findings("difference");
        Set<String> components = new TreeSet<>(test.keySet());
        components.addAll(production.keySet());
        int differences = 0;
        for (String component : components) {
            String here = test.get(component);
            String there = production.get(component);
            if (here == null || there == null || !here.equals(there)) {
                differences++;
                findings.add(Finding.of("difference", "", component, words(here, there), ""));
            }
        }
        return Report.ofParity(new ParityTotals(components.size(), differences), findings.worst(), findings.leftOut());
    }

    private static String words(@Nullable String here, @Nullable String there) {
        if (here == null) {
            return "missing in the test environment; " + there + " in production";
        }
        return here + " in the test environment, " + ((there != null) ? there : "missing") + " in production";
    }

}
