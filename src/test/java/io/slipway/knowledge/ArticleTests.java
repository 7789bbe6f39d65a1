package io.slipway.knowledge;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.input.InvalidInputException;
import io.slipway.input.StaleFormException;
import io.slipway.knowledge.run.RunVerdict;
import io.slipway.knowledge.run.RunbookRun;
import io.slipway.knowledge.run.RunbookRuns;
import io.slipway.knowledge.run.StepOutcome;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Articles through the services: written, found, said to be right by somebody else,
 * followed step by step.
 */
@SlipwayTest
class ArticleTests {

    private static final String STEPS = "## Look\n\n- Do: look\n- Expect: calm\n\n## Wait\n\n- Do: wait\n- Optional: yes";

    private final String mark = "zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

    @Autowired
    KnowledgeManagement articles;

    @Autowired
    KnowledgeSearch search;

    @Autowired
    RunbookRuns runs;

    @Autowired
    Acting acting;

    @Autowired
    SomePerson somePerson;

    @Autowired
    MutableClock clock;

    private String writer;

    private String reader;

    @BeforeEach
    void people() {
        this.writer = this.somePerson.with(Role.OPERATIONS);
        this.reader = this.somePerson.with(Role.BUILD_ENGINEER);
    }

    @Test
    void isFoundByWordsOfAllThatItSaysAndByItsKey() {
        long id = write(ArticleKind.KNOWN_ERROR, "Gateway " + this.mark + "a",
                "ERR-77 pool exhausted " + this.mark + "b", "Restart it, says " + this.mark + "c.", List.of());
        for (String words : List.of(this.mark + "a gateway", "exhausted " + this.mark, this.mark + "c says",
                this.mark + "A", this.mark + "b pool", "+" + this.mark + "a -gateway \"(",
                this.mark + "SERVICE".toLowerCase(), "KB-" + id, "kb-" + id)) {
            assertThat(found(this.reader, words)).as(words).containsExactly(id);
        }
        assertThat(found(this.reader, this.mark + "a nowhere")).isEmpty();
        assertThat(typed(this.mark + "b exh")).containsExactly(id);
        assertThat(typed(this.mark + "c says")).as("texts are searched with Enter").isEmpty();
        assertThat(as(this.reader, () -> this.search.knownErrors(List.of(this.mark + "service"), 5)))
            .extracting(ArticleLine::id)
            .containsExactly(id);
    }

    @Test
    void whatIsSearchedInVainIsCounted() {
        run(this.reader, () -> this.articles.miss("  Never " + this.mark + "  seen "));
        run(this.writer, () -> this.articles.miss("never " + this.mark + " SEEN"));
        run(this.reader, () -> this.articles.miss("ab"));
        SearchMiss miss = misses();
        assertThat(miss.times()).isEqualTo(2);
        run(this.writer, () -> this.articles.settle(miss.id()));
        assertThat(misses()).isNull();
    }

    @Test
    void isRightOnceSomebodyElseSaysSo() {
        long id = write(ArticleKind.HOW_TO, "How " + this.mark, "", "So.", List.of());
        refused(this.reader, () -> this.articles.confirm(id), "knowledge.confirm.not");
        run(this.writer, () -> this.articles.publish(id));
        refused(this.writer, () -> this.articles.confirm(id), "knowledge.confirm.own");
        run(this.reader, () -> this.articles.confirm(id));
        Article right = read(id);
        assertThat(right.state()).isEqualTo(ArticleState.VALIDATED);
        assertThat(right.review().by()).isEqualTo(this.reader);
        assertThat(Duration.between(this.clock.instant(), right.review().due())).isBetween(Duration.ofDays(89),
                Duration.ofDays(104));
        refused(this.writer, () -> change(right, "Better."), "knowledge.note.missing");
        run(this.writer, () -> this.articles.change(id, 1, right.text(), right.care(), right.ties(), "Clearer"));
        assertThat(read(id).state()).isEqualTo(ArticleState.NOT_VALIDATED);
        assertThat(as(this.reader, () -> this.articles.version(id, 1)).note()).isEmpty();
        assertThatExceptionOfType(StaleFormException.class)
            .isThrownBy(() -> run(this.writer, () -> change(right, "Late")));
    }

    @Test
    void guidanceCannotBePublished() {
        long id = write(ArticleKind.RUNBOOK, "Run " + this.mark, "", "[[What it is for.]]\n\n" + STEPS, List.of());
        refused(this.writer, () -> this.articles.publish(id), "knowledge.guidance.left");
        Article begun = read(id);
        run(this.writer, () -> this.articles.change(id, 1,
                new ArticleText(begun.text().title(), "", "No steps at all."), begun.care(), begun.ties(), ""));
        refused(this.writer, () -> this.articles.publish(id), "knowledge.steps.missing");
    }

    @Test
    void isReadByItsAudienceOwnerAndAuditorsOnly() {
        long id = write(ArticleKind.LESSON, "Lesson " + this.mark, "", "Quiet.", List.of(Role.CHANGE_AUTHORITY));
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> run(this.reader, () -> this.articles.get(id)));
        assertThat(found(this.reader, this.mark)).isEmpty();
        assertThat(found(this.writer, this.mark)).containsExactly(id);
        String auditor = this.somePerson.with(Role.AUDITOR);
        assertThat(found(auditor, this.mark)).containsExactly(id);
        List<Runnable> acts = List.of(() -> this.articles.publish(id), () -> this.articles.archive(id, "Why not."),
                () -> this.articles.judge(id, true, ""), () -> this.runs.begin(id, "", "Try", true));
        acts.forEach(
                (act) -> assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> run(auditor, act)));
    }

    @Test
    void aVoiceCountsOnceForAPersonAndVersion() {
        long id = write(ArticleKind.HOW_TO, "Voice " + this.mark, "", "So.", List.of());
        run(this.reader, () -> this.articles.judge(id, false, "Step 2 is missing."));
        run(this.reader, () -> this.articles.judge(id, true, ""));
        run(this.writer, () -> this.articles.judge(id, true, ""));
        assertThat(read(id).use()).isEqualTo(new Article.Use(2, 0, 0));
    }

    @Test
    void archivedIsKeptAndNotFound() {
        long id = write(ArticleKind.HOW_TO, "Old " + this.mark, "", "So.", List.of());
        refused(this.writer, () -> this.articles.archive(id, " "), "knowledge.reason.missing");
        run(this.writer, () -> this.articles.archive(id, "Replaced."));
        assertThat(found(this.reader, this.mark)).isEmpty();
        assertThat(read(id).state()).isEqualTo(ArticleState.ARCHIVED);
        refused(this.writer, () -> this.articles.archive(id, "Again."), "knowledge.article.archived");
        run(this.writer, () -> this.articles.restore(id));
        assertThat(found(this.reader, this.mark)).containsExactly(id);
    }

    @Test
    void aRunPinsItsVersionAndKeepsWhatWasDone() {
        long id = write(ArticleKind.RUNBOOK, "Run " + this.mark, "", STEPS, List.of());
        long run = as(this.writer, () -> this.runs.begin(id, "", "It hangs.", false));
        Article begun = read(id);
        run(this.writer, () -> this.articles.change(id, 1,
                new ArticleText(begun.text().title(), "", "## Other\n- Do: x"), begun.care(), begun.ties(), ""));
        refused(this.writer, () -> this.runs.mark(run, "look", StepOutcome.SKIPPED, "", ""),
                "knowledge.run.note.missing");
        run(this.writer, () -> this.runs.mark(run, "wait", StepOutcome.SKIPPED, "", ""));
        refused(this.writer, () -> this.runs.end(run, RunVerdict.WORKED, "", ""), "knowledge.run.open");
        this.clock.advance(Duration.ofMinutes(7));
        run(this.reader, () -> this.runs.mark(run, "look", StepOutcome.DONE, "0 messages", ""));
        RunbookRun followed = as(this.reader, () -> this.runs.get(run));
        assertThat(followed.steps()).extracting((step) -> step.step().key()).containsExactly("look", "wait");
        assertThat(followed.steps().get(0).progress()).returns("0 messages", RunbookRun.Progress::seen)
            .returns(this.reader, RunbookRun.Progress::doneBy);
        refused(this.writer, () -> this.runs.end(run, RunVerdict.WRONG, "nowhere", "Wrong."),
                "knowledge.run.wrong.missing");
        run(this.writer, () -> this.runs.end(run, RunVerdict.WORKED, "", ""));
        refused(this.writer, () -> this.runs.mark(run, "look", StepOutcome.DONE, "", ""), "knowledge.run.ended");
        assertThat(as(this.reader, () -> this.runs.minutes(id))).containsEntry("look", 7);
        assertThat(read(id).use().runs()).isOne();
    }

    @Test
    void refusesWhatNobodyKnows() {
        ArticleTies unknown = new ArticleTies(List.of(), List.of("no-" + this.mark), List.of("NO-1"), List.of());
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> run(this.writer,
                    () -> this.articles.begin(ArticleKind.HOW_TO, new ArticleText("", "", ""),
                            new ArticleCare("nobody-" + this.mark, List.of(), 0), unknown)))
            .satisfies((ex) -> assertThat(ex.problems()).extracting((problem) -> problem.field())
                .contains("title", "body", "reviewDays", "owner", "items", "releases"));
    }

    private void change(Article article, String text) {
        this.articles.change(article.id(), article.version(), new ArticleText(article.text().title(), "", text),
                article.care(), article.ties(), "");
    }

    private long write(ArticleKind kind, String title, String symptom, String body, List<Role> audience) {
        return as(this.writer, () -> this.articles.begin(kind, new ArticleText(title, symptom, body),
                new ArticleCare(this.writer, audience, 90),
                new ArticleTies(List.of(this.mark + "service"), List.of(), List.of(), List.of("HighErrorRate"))));
    }

    private SearchMiss misses() {
        String from = "";
        do {
            var page = this.search.misses(from);
            for (SearchMiss miss : page.rows()) {
                if (miss.words().equals("never " + this.mark + " seen")) {
                    return miss;
                }
            }
            from = page.next();
        }
        while (from != null);
        return null;
    }

    private List<Long> found(String person, String words) {
        return as(person, () -> this.search.list(ArticleQuery.of(words))).rows().stream().map(ArticleLine::id).toList();
    }

    private List<Long> typed(String words) {
        return as(this.reader, () -> this.search.typed(ArticleQuery.of(words))).rows()
            .stream()
            .map(ArticleLine::id)
            .toList();
    }

    private Article read(long id) {
        return as(this.writer, () -> this.articles.get(id));
    }

    private void refused(String person, Runnable act, String code) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> run(person, act))
            .satisfies((ex) -> assertThat(ex.problems()).extracting((problem) -> problem.code()).contains(code));
    }

    private <T> T as(String person, Supplier<T> act) {
        return this.acting.as(person, act::get);
    }

    private void run(String person, Runnable act) {
        this.acting.as(person, act::run);
    }

}
