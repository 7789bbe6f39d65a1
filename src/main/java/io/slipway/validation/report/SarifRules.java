package io.slipway.validation.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The rules of a scanner and its extensions, as far as they say how much a finding
 * weighs.
 */
final class SarifRules {

    static final String SCORE = "security-severity";

    private static final int MOST_RULES = 50_000;

    private static final int MOST_COMPONENTS = 1000;

    private final JsonSource json;

    private final List<Rule> driver = new ArrayList<>();

    private final List<List<Rule>> extensions = new ArrayList<>();

    private final Map<String, Rule> byId = new HashMap<>();

    private String tool = "";

    private int number;

    SarifRules(JsonSource json) {
        this.json = json;
    }

    void read() throws IOException {
        this.json.fields((name) -> {
            if (name.equals("driver")) {
                component(this.driver, true);
            }
            if (name.equals("extensions")) {
                this.json.elements((index) -> {
                    if (index >= MOST_COMPONENTS) {
                        throw this.json.refuse("sarif-rules", MOST_COMPONENTS);
                    }
                    List<Rule> rules = new ArrayList<>();
                    this.extensions.add(rules);
                    component(rules, false);
                });
            }
        });
    }

    private void component(List<Rule> rules, boolean named) throws IOException {
        String[] name = { "", "" };
        this.json.fields((field) -> {
            switch (field) {
                case "name" -> name[0] = this.json.text(Finding.NAME);
                case "version", "semanticVersion" -> name[1] = this.json.text(Finding.NAME);
                case "rules" -> this.json.elements((index) -> {
                    if (++this.number > MOST_RULES) {
                        throw this.json.refuse("sarif-rules", MOST_RULES);
                    }
                    Rule rule = rule();
                    rules.add(rule);
                    this.byId.putIfAbsent(rule.id(), rule);
                });
                default -> {
                }
            }
        });
        if (named) {
            this.tool = (name[0] + " " + name[1]).strip();
        }
    }

    private Rule rule() throws IOException {
        String[] texts = { "", "", "" };
        String[] score = { "" };
        this.json.fields((field) -> {
            switch (field) {
                case "id" -> texts[0] = this.json.text(Finding.NAME);
                case "shortDescription" -> this.json.fields((part) -> {
                    if (part.equals("text")) {
                        texts[1] = this.json.text(Finding.NAME);
                    }
                });
                case "defaultConfiguration" -> this.json.fields((part) -> {
                    if (part.equals("level")) {
                        texts[2] = this.json.text(Finding.NAME);
                    }
                });
                case "properties" -> this.json.fields((part) -> {
                    if (part.equals(SCORE)) {
                        score[0] = this.json.text(Finding.NAME);
                    }
                });
                default -> {
                }
            }
        });
        return new Rule(texts[0], texts[1], texts[2], ScanSeverity.ofScore(score[0]));
    }

    String tool() {
        return this.tool;
    }

    /** The rule of that name; one that says nothing if there is none. */
    Rule find(RuleName name) {
        List<Rule> component = (name.component() >= 0 && name.component() < this.extensions.size())
                ? this.extensions.get(name.component()) : this.driver;
        if (name.index() >= 0 && name.index() < component.size()) {
            return component.get(name.index());
        }
        for (String id = name.id(); !id.isEmpty(); id = parent(id)) {
            Rule rule = this.byId.get(id);
            if (rule != null) {
                return rule;
            }
        }
        return new Rule(name.id(), "", "", null);
    }

    /** Rules may be named with more precision than they are described. */
    private static String parent(String id) {
        int slash = id.lastIndexOf('/');
        return (slash > 0) ? id.substring(0, slash) : "";
    }

    /**
     * How a result names its rule.
     *
     * @param component place of the extension; -1 for the scanner itself
     * @param index place of the rule; -1 if it is named by its id
     * @param id the rule's id; may be empty
     */
    record RuleName(int component, int index, String id) {
    }

    /**
     * A rule.
     *
     * @param id its id
     * @param text what it finds
     * @param level its usual level; empty for a warning
     * @param score its severity by score; null if it has none
     */
    record Rule(String id, String text, String level, @Nullable String score) {
    }

}
