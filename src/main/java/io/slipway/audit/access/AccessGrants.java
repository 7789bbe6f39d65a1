package io.slipway.audit.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the record tells of rights that were given and taken.
 */
@Component
class AccessGrants {

    private static final Set<String> TAKING = Set.of("person.disabled", "group.deleted", "token.revoked");

    private final JdbcClient jdbc;

    AccessGrants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was given and taken since an instant, the latest first. */
    Changes since(Instant since) {
        List<Grant> given = new ArrayList<>();
        int taken = 0;
        for (Step step : this.jdbc
            .sql("""
                    select at, actor, action, subject, old_values, new_values from audit_entries
                     where action in ('person.created', 'person.changed', 'person.disabled', 'group.created', 'group.changed',
                           'group.deleted', 'token.created', 'token.revoked') and at >= :since order by at desc, sequence desc""")
            .param("since", since)
            .query(Step.class)
            .list()) {
            List<Grant> here = step.grants();
            given.addAll(here);
            if (TAKING.contains(step.action()) || step.takes()) {
                taken++;
            }
        }
        return new Changes(given, taken);
    }

    /**
     * What happened to rights.
     *
     * @param given the latest first
     * @param taken how many acts took rights
     */
    record Changes(List<Grant> given, int taken) {
    }

    /** A right that somebody was given. */
    record Grant(String userName, AccessRow.Kind kind, String name, Instant at, String by) {
    }

    /** An act on rights, as the record has it. */
    record Step(Instant at, String actor, String action, String subject, Map<String, JsonNode> oldValues,
            Map<String, JsonNode> newValues) {

        List<Grant> grants() {
            List<Grant> grants = new ArrayList<>();
            switch (this.action) {
                case "person.created", "person.changed" -> {
                    more("roles").forEach((role) -> grants.add(grant(this.subject, AccessRow.Kind.ROLE, role)));
                    more("groups").forEach((group) -> grants.add(grant(this.subject, AccessRow.Kind.GROUP, group)));
                }
                case "group.created", "group.changed" -> {
                    Set<String> members = more("roles").isEmpty() ? more("members")
                            : texts(this.newValues.get("members"));
                    members.forEach((member) -> grants.add(grant(member, AccessRow.Kind.GROUP, this.subject)));
                }
                case "token.created" -> grants.add(grant(text("owner"), AccessRow.Kind.TOKEN, this.subject));
                default -> {
                    // gives nothing
                }
            }
            return grants;
        }

        boolean takes() {
            return !fewer("roles").isEmpty() || !fewer("groups").isEmpty() || !fewer("members").isEmpty();
        }

        private Grant grant(String userName, AccessRow.Kind kind, String name) {
            return new Grant(userName, kind, name, this.at, this.actor);
        }

        private Set<String> more(String field) {
            Set<String> after = texts(this.newValues.get(field));
            after.removeAll(texts(this.oldValues.get(field)));
            return after;
        }

        private Set<String> fewer(String field) {
            Set<String> before = texts(this.oldValues.get(field));
            before.removeAll(texts(this.newValues.get(field)));
            return before;
        }

        private String text(String field) {
            JsonNode node = this.newValues.get(field);
            return (node != null) ? node.asText() : "";
        }

        private static Set<String> texts(@Nullable JsonNode node) {
            Set<String> texts = new HashSet<>();
            if (node != null) {
                node.forEach((one) -> texts.add(one.asText()));
            }
            return texts;
        }

    }

}
