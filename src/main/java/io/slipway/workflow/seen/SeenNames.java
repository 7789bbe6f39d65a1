package io.slipway.workflow.seen;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.sql.Clause;
import io.slipway.workflow.seen.SeenDecisions.Content;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases who somebody was from what deciders saw. What was asked and what weighed how
 * stays, and the digest of what was kept before.
 */
@Component
public class SeenNames {

    private static final int CHUNK = 500;

    private static final String NAMED = "(decided_by = :user or locate(:user, content) > 0 or locate(:name, content) > 0)";

    private final JdbcClient jdbc;

    private final Clock clock;

    SeenNames(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Erases a person from the next of what is kept, in the transaction that runs.
     * @param after where it ended before; empty at first
     * @param held keys of releases that are left as they are
     */
    public Erased erase(Named person, String after, Collection<String> held) {
        List<Kept> next = this.jdbc
            .sql("select work_item_id, release_key, decided_by, content from decision_facts where work_item_id > :after"
                    + " and release_key not in (:held) and " + NAMED + " order by work_item_id limit :most for update")
            .param("after", after)
            .param("held", some(held))
            .param("user", person.user())
            .param("name", person.name())
            .param("most", CHUNK)
            .query(Kept.class)
            .list();
        List<String> releases = new ArrayList<>();
        for (Kept one : next) {
            String content = person.erasedFrom(one.content());
            boolean decided = one.decidedBy().equals(person.user());
            if (decided || content != null) {
                Clause
                    .update("decision_facts", "decided_by", decided ? person.pseudonym() : one.decidedBy(), "content",
                            (content != null) ? content : one.content())
                    .append((content != null) ? Clause.of(", erased_at = :now", "now", this.clock.instant())
                            : Clause.of(""))
                    .append(Clause.of(" where work_item_id = :id", "id", one.workItemId()))
                    .on(this.jdbc)
                    .update();
                releases.add(one.releaseKey());
            }
        }
        return new Erased(releases.stream().distinct().toList(),
                (next.size() < CHUNK) ? null : next.get(CHUNK - 1).workItemId());
    }

    /** Whether what was kept of some releases names a person. */
    public boolean named(Named person, Collection<String> releases) {
        return this.jdbc.sql("select content from decision_facts where release_key in (:releases) and " + NAMED)
            .param("releases", some(releases))
            .param("user", person.user())
            .param("name", person.name())
            .query(String.class)
            .list()
            .stream()
            .anyMatch((content) -> person.erasedFrom(content) != null);
    }

    private static Collection<String> some(Collection<String> keys) {
        return keys.isEmpty() ? List.of("-") : keys;
    }

    /**
     * Who is erased.
     *
     * @param name how pages call them
     * @param pseudonym what stands there instead
     */
    public record Named(String user, String name, String pseudonym) {

        /** A content without the names, as whole words; null if it has none. */
        private @Nullable String erasedFrom(String content) {
            Content before = Content.read(content);
            Content after = new Content(words(before.question()),
                    before.facts()
                        .stream()
                        .map((fact) -> new SeenDecision.SeenFact(fact.weight(), words(fact.label()),
                                words(fact.reason()), fact.changed()))
                        .toList());
            return after.equals(before) ? null : after.text();
        }

        private String words(String text) {
            return word(this.user).matcher(word(this.name).matcher(text).replaceAll(replacement()))
                .replaceAll(replacement());
        }

        private String replacement() {
            return Matcher.quoteReplacement(this.pseudonym);
        }

        private static Pattern word(String name) {
            return Pattern.compile("(?<![\\p{L}\\p{N}_-])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_-])");
        }

    }

    /**
     * What a step of an erasure did.
     *
     * @param releases keys of those of which something was erased
     * @param last where to go on; null if that was all
     */
    public record Erased(List<String> releases, @Nullable String last) {
    }

    private record Kept(String workItemId, String releaseKey, String decidedBy, String content) {
    }

}
