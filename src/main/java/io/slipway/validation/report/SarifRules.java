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

    private static final int ELSEWHERE = -2;

    private final JsonSource json;

    private final List<Rule> driver = new ArrayList<>();

    private final List<List<Rule>> extensions = new ArrayList<>();

    private final Map<String, Rule> byId = new HashMap<>();

    private final List<Override> overrides = new ArrayList<>();

    private String tool = "";

    private int number;

    private int invocations;

    private boolean doubtful;

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
                    this.byId.merge(rule.id(), rule, Rule::worse);
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
        String[] score = { null };
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
                        texts[2] = level();
                    }
                });
                case "properties" -> this.json.fields((part) -> {
                    if (part.equals(SCORE)) {
                        score[0] = score();
                    }
                });
                default -> {
                }
            }
        });
        return new Rule(texts[0], texts[1], texts[2], score[0]);
    }

    private String level() throws IOException {
        String level = this.json.text(Finding.NAME);
        this.doubtful |= !ScanSeverity.isLevel(level);
        return level;
    }

    /** The severity by the score that stands here; null if there is none. */
    @Nullable String score() throws IOException {
        String text = this.json.text(Finding.NAME);
        String severity = ScanSeverity.ofScore(text);
        this.doubtful |= severity == null && !ScanSeverity.isNoScore(text);
        return severity;
    }

    /** Reads how an invocation of the scanner configured rules, SARIF 3.20.5. */
    void overrides(int invocation) throws IOException {
        this.json.elements((index) -> {
            if (index >= MOST_RULES) {
                throw this.json.refuse("sarif-rules", MOST_RULES);
            }
            RuleName[] rule = { new RuleName(-1, -1, "") };
            String[] level = { "" };
            this.json.fields((field) -> {
                switch (field) {
                    case "descriptor" -> rule[0] = name();
                    case "configuration" -> this.json.fields((part) -> {
                        if (part.equals("level")) {
                            level[0] = level();
                        }
                    });
                    default -> {
                    }
                }
            });
            this.overrides.add(new Override(invocation, rule[0], level[0]));
        });
        this.invocations = Math.max(this.invocations, invocation + 1);
    }

    /** Reads how a rule is referred to. */
    RuleName name() throws IOException {
        int[] place = { -1, -1 };
        String[] id = { "" };
        this.json.fields((name) -> {
            switch (name) {
                case "id" -> id[0] = this.json.text(Finding.NAME);
                case "index" -> place[1] = this.json.number();
                case "toolComponent" -> {
                    place[0] = ELSEWHERE;
                    this.json.fields((field) -> {
                        if (field.equals("index")) {
                            place[0] = this.json.number();
                        }
                    });
                }
                default -> {
                }
            }
        });
        return new RuleName(place[0], place[1], id[0]);
    }

    /** Whether something was said of rules that is not understood. */
    boolean doubtful() {
        return this.doubtful;
    }

    String tool() {
        return this.tool;
    }

    /** How much a result weighs that says no score of its own; SARIF 3.27.10. */
    String severity(RuleName name, String level, int invocation) {
        Rule rule = find(name);
        if (rule.score() != null) {
            return rule.score();
        }
        return level.isEmpty() ? configured(rule, invocation) : ScanSeverity.ofLevel(level);
    }

    /** The worst that may be meant: a result need not say which invocation found it. */
    private String configured(Rule rule, int invocation) {
        List<Override> applied = this.overrides.stream()
            .filter((one) -> (invocation < 0 || one.invocation() == invocation) && find(one.rule()).equals(rule))
            .toList();
        boolean sure = !applied.isEmpty() && (invocation >= 0 || this.invocations == 1)
                && applied.stream().noneMatch((one) -> one.level().isEmpty());
        return applied.stream()
            .map((one) -> ScanSeverity.ofLevel(one.level()))
            .reduce(sure ? ScanSeverity.NONE : ScanSeverity.ofLevel(rule.level()), ScanSeverity::worse);
    }

    /**
     * The rule of that name; one that says nothing if there is none. A place that no rule
     * has is doubtful, and of two rules that may be meant it is the worse one.
     */
    Rule find(RuleName name) {
        List<Rule> component = (name.component() >= 0 && name.component() < this.extensions.size())
                ? this.extensions.get(name.component()) : this.driver;
        boolean placed = name.component() != ELSEWHERE && name.index() >= 0 && name.index() < component.size();
        Rule named = named(name.id());
        if (!placed) {
            this.doubtful |= name.index() >= 0 && named == null;
            return (named != null) ? named : new Rule(name.id(), "", "", null);
        }
        Rule there = component.get(name.index());
        boolean same = name.id().isEmpty() || name.id().equals(there.id()) || name.id().startsWith(there.id() + "/");
        return (same || named == null) ? there : there.worse(named);
    }

    private @Nullable Rule named(String name) {
        for (String id = name; !id.isEmpty(); id = parent(id)) {
            Rule rule = this.byId.get(id);
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }

    /** Rules may be named with more precision than they are described. */
    private static String parent(String id) {
        int slash = id.lastIndexOf('/');
        return (slash > 0) ? id.substring(0, slash) : "";
    }

    /**
     * How a result names its rule.
     *
     * @param component place of the extension; -1 for the scanner itself, -2 if it is not
     * told by its place
     * @param index place of the rule; -1 if it is named by its id
     * @param id the rule's id; may be empty
     */
    record RuleName(int component, int index, String id) {
    }

    /**
     * A rule.
     *
     * @param level its usual level; empty for a warning
     * @param score its severity by score; null if it has none
     */
    record Rule(String id, String text, String level, @Nullable String score) {

        Rule worse(Rule other) {
            return ScanSeverity.worse(severity(), other.severity()).equals(severity()) ? this : other;
        }

        private String severity() {
            return (this.score != null) ? this.score : ScanSeverity.ofLevel(this.level);
        }

    }

    /**
     * How an invocation configured a rule.
     *
     * @param level the level; empty if it says none
     */
    private record Override(int invocation, RuleName rule, String level) {
    }

}
