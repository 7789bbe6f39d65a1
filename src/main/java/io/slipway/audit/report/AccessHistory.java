package io.slipway.audit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Who had which roles, taken back act by act from how it is now.
 */
public final class AccessHistory {

    private final Map<String, Holder> people = new TreeMap<>();

    private final Map<String, Set<String>> groups = new TreeMap<>();

    void person(String userName, boolean enabled, List<String> roles, List<String> memberOf) {
        this.people.put(userName, new Holder(enabled, new TreeSet<>(roles), new TreeSet<>(memberOf)));
    }

    void group(String name, List<String> roles) {
        this.groups.put(name, new TreeSet<>(roles));
    }

    /** Takes an act back; the latest has to come first. */
    void undo(Step step) {
        switch (step.action()) {
            case "person.created" -> this.people.remove(step.subject());
            case "person.enabled", "person.disabled" -> holder(step).enabled = step.action().equals("person.disabled");
            case "person.changed" -> {
                replace(holder(step).roles, step.oldValues().get("roles"));
                replace(holder(step).groups, step.oldValues().get("groups"));
            }
            case "group.created" -> {
                this.groups.remove(step.subject());
                this.people.values().forEach((holder) -> holder.groups.remove(step.subject()));
            }
            case "group.changed", "group.deleted" -> {
                this.groups.remove(text(step.newValues().get("name"), step.subject()));
                restore(step);
            }
            default -> {
                // gives nobody a right
            }
        }
    }

    private void restore(Step step) {
        String after = text(step.newValues().get("name"), step.subject());
        String before = text(step.oldValues().get("name"), step.subject());
        List<String> members = texts(step.oldValues().get("members"));
        this.groups.put(before, new TreeSet<>(texts(step.oldValues().get("roles"))));
        this.people.forEach((userName, holder) -> {
            holder.groups.remove(after);
            if (members.contains(userName)) {
                holder.groups.add(before);
            }
        });
    }

    /** Those who had a role and could sign in, with the roles that they had. */
    List<Access> holding(String role) {
        List<Access> found = new ArrayList<>();
        this.people.forEach((userName, holder) -> {
            Map<String, Set<String>> roles = new TreeMap<>();
            holder.roles.forEach((one) -> roles.computeIfAbsent(one, (key) -> new TreeSet<>()).add(""));
            holder.groups.forEach((group) -> this.groups.getOrDefault(group, Set.of())
                .forEach((one) -> roles.computeIfAbsent(one, (key) -> new TreeSet<>()).add(group)));
            if (holder.enabled && !roles.isEmpty() && (role.isEmpty() || roles.containsKey(role))) {
                found.add(new Access(userName, roles));
            }
        });
        return found;
    }

    private Holder holder(Step step) {
        return this.people.computeIfAbsent(step.subject(),
                (userName) -> new Holder(true, new TreeSet<>(), new TreeSet<>()));
    }

    private static void replace(Set<String> values, @Nullable JsonNode before) {
        if (before != null) {
            values.clear();
            values.addAll(texts(before));
        }
    }

    private static List<String> texts(@Nullable JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node != null) {
            node.forEach((one) -> texts.add(one.asText()));
        }
        return texts;
    }

    private static String text(@Nullable JsonNode node, String otherwise) {
        return Objects.requireNonNullElse((node != null) ? node.asText() : null, otherwise);
    }

    /**
     * Somebody with roles.
     *
     * @param roles each role, with the groups by which it was held; empty text stands for
     * the person's own
     */
    public record Access(String userName, Map<String, Set<String>> roles) {
    }

    /** An act that gave or took rights, as the record has it. */
    record Step(String action, String subject, Map<String, JsonNode> oldValues, Map<String, JsonNode> newValues) {
    }

    /** What a person holds at the moment that has been reached. */
    private static final class Holder {

        private boolean enabled;

        private final Set<String> roles;

        private final Set<String> groups;

        Holder(boolean enabled, Set<String> roles, Set<String> groups) {
            this.enabled = enabled;
            this.roles = roles;
            this.groups = groups;
        }

    }

}
