package io.slipway.workflow.seen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.type.TypeReference;
import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.sql.Clause;
import io.slipway.sql.Json;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.fact.DecidingFact;
import io.slipway.workflow.seen.SeenDecision.How;
import io.slipway.workflow.seen.SeenDecision.SeenFact;
import io.slipway.workflow.seen.ShownMark.Since;
import io.slipway.workflow.step.WorkItemGuides;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Keeps with each decision what decided it, as its page showed it, and tells it later.
 * The record has its digest.
 */
@Service
public class SeenDecisions implements DecisionWitness {

    private static final int MOST_FACTS = 40;

    private static final int LONGEST = 1000;

    private static final String KEPT = "select work_item_id, release_key, step_name, form, decided_by, decided_at, how,"
            + " content, digest, erased_at from decision_facts where ";

    private final StepFacts facts;

    private final WorkItemGuides guides;

    private final Journal journal;

    private final JdbcClient jdbc;

    SeenDecisions(StepFacts facts, WorkItemGuides guides, Journal journal, JdbcClient jdbc) {
        this.facts = facts;
        this.guides = guides;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    @Override
    public Sight look(WorkItem item, @Nullable String shown) {
        StepFacts.Facts now = this.facts.of(item);
        String mark = (shown != null) ? shown : "";
        List<Since> since = mark.isEmpty() ? List.of() : ShownMark.compare(mark, now.deciding());
        boolean same = since.stream().allMatch(Since.SAME::equals) && !ShownMark.gone(mark, now.deciding());
        How how = mark.isEmpty() ? How.NOT_SHOWN : (same ? How.SHOWN : How.CHANGED);
        return new Looked(item, now, since, how);
    }

    /**
     * What was seen at some decisions, in one statement.
     * @param workItems ids of work items, at most a page of a list
     * @return by the work item's id; nothing for those that were decided before it was
     * kept
     */
    public Map<String, SeenDecision> of(Collection<String> workItems) {
        return workItems.isEmpty() ? Map.of()
                : this.jdbc.sql(KEPT + "work_item_id in (:ids)")
                    .param("ids", workItems)
                    .query(Row.class)
                    .list()
                    .stream()
                    .map(Row::decision)
                    .collect(Collectors.toMap(SeenDecision::workItemId, Function.identity()));
    }

    /** What was seen at the decisions on a release, the earliest first; at most 500. */
    public List<SeenDecision> ofRelease(String releaseKey) {
        return this.jdbc.sql(KEPT + "release_key = :release order by decided_at, work_item_id limit 500")
            .param("release", releaseKey)
            .query(Row.class)
            .list()
            .stream()
            .map(Row::decision)
            .toList();
    }

    private String keep(WorkItem item, How how, List<SeenFact> facts) {
        String content = new Content(cut(this.guides.of(item).documentation()), facts).text();
        String digest = DigestUtils.sha256Hex(content);
        Act act = this.journal.act();
        Clause
            .insert("decision_facts", "work_item_id", item.id(), "release_key", item.businessKey(), "step_name",
                    item.stepName(), "form", item.form(), "decided_by", act.by(), "decided_at", act.at(), "how",
                    how.name(), "content", content, "digest", digest)
            .on(this.jdbc)
            .update();
        return digest;
    }

    private static String cut(String text) {
        return (text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : text;
    }

    /** What was looked at, before it is known whether anything is decided. */
    private final class Looked implements Sight {

        private final WorkItem item;

        private final StepFacts.Facts facts;

        private final List<Since> since;

        private final How how;

        Looked(WorkItem item, StepFacts.Facts facts, List<Since> since, How how) {
            this.item = item;
            this.facts = facts;
            this.since = since;
            this.how = how;
        }

        @Override
        public List<DecidingFact> deciding() {
            return this.facts.deciding();
        }

        @Override
        public String keep(boolean byRule) {
            List<DecidingFact> graver = IntStream.range(0, this.since.size())
                .filter((i) -> this.since.get(i) == Since.GRAVER)
                .mapToObj(this.facts.deciding()::get)
                .toList();
            if (!graver.isEmpty()) {
                throw new FactsChangedException(graver);
            }
            List<SeenFact> kept = new ArrayList<>();
            this.facts.handling().forEach((fact) -> kept.add(seen(fact, null)));
            for (int i = 0; i < this.facts.deciding().size() && kept.size() < MOST_FACTS; i++) {
                boolean other = !this.since.isEmpty() && this.since.get(i) != Since.SAME;
                kept.add(seen(this.facts.deciding().get(i), other ? Boolean.TRUE : null));
            }
            return SeenDecisions.this.keep(this.item, byRule ? How.BY_RULE : this.how, kept);
        }

        private static SeenFact seen(DecidingFact fact, @Nullable Boolean changed) {
            return new SeenFact(fact.weight(), fact.label(), cut(fact.reason()), changed);
        }

    }

    /** What the digest is of. */
    record Content(String question, List<SeenFact> facts) {

        static Content read(String text) {
            return Json.read(text, new TypeReference<>() {
            });
        }

        String text() {
            return Json.text(this);
        }

    }

    private record Row(String workItemId, String releaseKey, String stepName, String form, String decidedBy,
            Instant decidedAt, How how, String content, String digest, @Nullable Instant erasedAt) {

        SeenDecision decision() {
            Content kept = Content.read(this.content);
            return new SeenDecision(this.workItemId, this.releaseKey, this.stepName, this.form, this.decidedBy,
                    this.decidedAt, this.how, kept.question(), kept.facts(), this.digest,
                    this.erasedAt != null || this.digest.equals(DigestUtils.sha256Hex(this.content)), this.erasedAt);
        }

    }

}
