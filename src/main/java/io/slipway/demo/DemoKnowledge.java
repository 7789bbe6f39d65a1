package io.slipway.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.slipway.identity.Acting;
import io.slipway.knowledge.ArticleCare;
import io.slipway.knowledge.ArticleKind;
import io.slipway.knowledge.ArticleQuery;
import io.slipway.knowledge.ArticleText;
import io.slipway.knowledge.ArticleTies;
import io.slipway.knowledge.KnowledgeManagement;
import io.slipway.knowledge.KnowledgeSearch;
import io.slipway.knowledge.run.RunVerdict;
import io.slipway.knowledge.run.RunbookRuns;
import io.slipway.knowledge.run.StepOutcome;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What the demo company knows: a runbook that was followed in a drill, a rollback
 * playbook, a known error, a lesson.
 */
@Component
@Profile("demo")
class DemoKnowledge {

    private static final String OPERATIONS = "operations";

    private final KnowledgeManagement articles;

    private final KnowledgeSearch search;

    private final RunbookRuns runs;

    private final Acting acting;

    DemoKnowledge(KnowledgeManagement articles, KnowledgeSearch search, RunbookRuns runs, Acting acting) {
        this.articles = articles;
        this.search = search;
        this.runs = runs;
        this.acting = acting;
    }

    /** Writes the articles, unless any is written. */
    void write() {
        if (!this.acting.as(OPERATIONS, () -> this.search.list(ArticleQuery.of(""))).rows().isEmpty()) {
            return;
        }
        long runbook = write(ArticleKind.RUNBOOK, "Drain the payment queue",
                "ERR-77 pool exhausted; the queue grows by more than 100 a minute", "drain-the-queue", "Payments",
                List.of("PaymentQueueGrows"));
        this.acting.as("build-engineer", () -> this.articles.confirm(runbook));
        drill(runbook);
        long playbook = write(ArticleKind.ROLLBACK_PLAYBOOK, "Take back a release of online banking", "",
                "rollback-of-web", "Online banking", List.of());
        this.acting.as("deployment-manager", () -> this.articles.confirm(playbook));
        write(ArticleKind.KNOWN_ERROR, "Photographs over 8 MB are refused", "413 Request Entity Too Large",
                "photographs-too-large", "Claims", List.of());
        write(ArticleKind.LESSON, "Compare sums on real data before the go-live", "", "rounding-of-ledgers",
                "Reporting", List.of());
    }

    private long write(ArticleKind kind, String title, String symptom, String file, String service,
            List<String> alerts) {
        return this.acting.as(OPERATIONS, () -> {
            long id = this.articles.begin(kind, new ArticleText(title, symptom, text(file)),
                    new ArticleCare(OPERATIONS, List.of(), 180),
                    new ArticleTies(List.of(service), List.of(), List.of(), alerts));
            this.articles.publish(id);
            return id;
        });
    }

    private void drill(long runbook) {
        this.acting.as(OPERATIONS, () -> {
            long run = this.runs.begin(runbook, "", "Quarterly drill, from the text alone", true);
            this.runs.get(run)
                .steps()
                .forEach((one) -> this.runs.mark(run, one.step().key(), StepOutcome.DONE, "as written", ""));
            this.runs.end(run, RunVerdict.WORKED, "", "");
            this.articles.judge(runbook, true, "");
        });
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("demo/knowledge/" + file + ".md").getContentAsString(StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
