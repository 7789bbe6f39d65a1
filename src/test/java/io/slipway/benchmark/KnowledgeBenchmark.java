package io.slipway.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import io.slipway.identity.Acting;
import io.slipway.input.KeyPage;
import io.slipway.knowledge.ArticleKind;
import io.slipway.knowledge.ArticleLine;
import io.slipway.knowledge.ArticleQuery;
import io.slipway.knowledge.KnowledgeSearch;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long it takes to find articles among 20,000 of 200 words each, from 3,000 words of
 * which few are common. The figures are in {@code src/docs/benchmarks.md}.
 */
@SlipwayTest
class KnowledgeBenchmark {

    private static final Logger log = LoggerFactory.getLogger(KnowledgeBenchmark.class);

    private static final int ARTICLES = 20_000;

    private static final int CHUNK = 1_000;

    private static final int ROUNDS = 40;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KnowledgeSearch search;

    @Autowired
    Acting acting;

    @Test
    void findsArticles() {
        fill();
        log.warn("| search | found | fastest | median | 95 % |");
        measure("newest", () -> this.search.list(ArticleQuery.of("")));
        measure("due for review", () -> this.search.list(new ArticleQuery("", null, "", ArticleQuery.View.DUE, "")));
        measure("of one kind",
                () -> this.search.list(new ArticleQuery("", ArticleKind.RUNBOOK, "", ArticleQuery.View.CURRENT, "")));
        measure("of one service",
                () -> this.search.list(new ArticleQuery("", null, "Bench 7", ArticleQuery.View.CURRENT, "")));
        measure("typed, a rare word", () -> this.search.typed(ArticleQuery.of("wbench2900")));
        measure("typed, the beginning of a third of all words", () -> this.search.typed(ArticleQuery.of("wbench1")));
        measure("typed, two words", () -> this.search.typed(ArticleQuery.of("article wbench30")));
        measure("texts, a rare word", () -> this.search.list(ArticleQuery.of("wbench2900")));
        measure("texts, two words, each in a fifth of them",
                () -> this.search.list(ArticleQuery.of("wbench100 wbench101")));
        measure("texts, two words in nearly all of them", () -> this.search.list(ArticleQuery.of("wbench1 wbench2")));
        measure("a key", () -> this.search.list(ArticleQuery.of("KB-17")));
        measure("known errors of two services",
                () -> new KeyPage<>(this.search.knownErrors(List.of("Bench 7", "Bench 8"), 5), null));
    }

    @AfterEach
    void leave() {
        this.jdbc.sql("delete t from article_ties t join articles a on a.id = t.article_id where a.owner = 'bench'")
            .update();
        this.jdbc.sql("delete from articles where owner = 'bench'").update();
    }

    private void fill() {
        this.jdbc.sql("set @@rand_seed1 = 7, @@rand_seed2 = 11").update();
        for (int from = 1; from <= ARTICLES; from += CHUNK) {
            this.jdbc.sql("""
                    insert into articles (kind, state, version, title, symptom, body, words, owner, review_days,
                                          review_due, helped, failed, runs)
                    select elt(1 + mod(n.seq, 6), 'RUNBOOK', 'ROLLBACK_PLAYBOOK', 'KNOWN_ERROR', 'LESSON', 'HOW_TO',
                               'LAB'), 'VALIDATED', 1,
                           concat('Article wbench', floor(3000 * pow(rand(), 3)), ' ', n.seq), '',
                           (select group_concat(concat('wbench',
                               floor(3000 * pow(rand() + 0 * (n.seq + w.seq), 3))) separator ' ')
                              from seq_1_to_200 w), '', 'bench', 90,
                           date_add('2026-01-01', interval n.seq minute), 0, 0, 0
                      from seq_%d_to_%d n""".formatted(from, from + CHUNK - 1)).update();
        }
        this.jdbc.sql("""
                insert into article_ties (article_id, kind, value)
                select id, 'SERVICE', concat('Bench ', mod(id, 80)) from articles where owner = 'bench'""").update();
        this.jdbc.sql("analyze table articles, article_ties").query().listOfRows();
    }

    private void measure(String what, Supplier<KeyPage<ArticleLine>> read) {
        this.acting.as("operations", () -> {
            double[] times = new double[ROUNDS];
            int found = 0;
            for (int round = -10; round < ROUNDS; round++) {
                long begin = System.nanoTime();
                found = read.get().rows().size();
                if (round >= 0) {
                    times[round] = (System.nanoTime() - begin) / 1e6;
                }
            }
            Arrays.sort(times);
            log.warn("| {} | {} | {} | {} | {} |", what, found, round(times[0]), round(times[ROUNDS / 2]),
                    round(times[ROUNDS * 95 / 100]));
        });
    }

    private static double round(double millis) {
        return Math.round(millis * 10) / 10.0;
    }

}
