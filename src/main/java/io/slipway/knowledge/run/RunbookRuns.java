package io.slipway.knowledge.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.identity.Act;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.Role;
import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.knowledge.Article;
import io.slipway.knowledge.KnowledgeManagement;
import io.slipway.knowledge.text.RunbookStep;
import io.slipway.knowledge.text.RunbookSteps;
import io.slipway.release.ReleaseManagement;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows runbooks: whoever reads an article may, one alone or several together.
 */
@Service
@Transactional
public class RunbookRuns {

    private static final int PURPOSE = 200;

    private static final int SEEN = 500;

    private static final int NOTE = 1000;

    private static final int LAST_NOTE = 500;

    private static final String RUN = """
            select r.*, v.title, '[]' steps from runbook_runs r
              join article_versions v on v.article_id = r.article_id and v.version = r.version""";

    private static final KeyOrder<RunbookRun> NEWEST = KeyOrder.<RunbookRun>descending().number("r.id", RunbookRun::id);

    private final JdbcClient jdbc;

    private final KnowledgeManagement articles;

    private final ReleaseManagement releases;

    private final Journal journal;

    RunbookRuns(JdbcClient jdbc, KnowledgeManagement articles, ReleaseManagement releases, Journal journal) {
        this.jdbc = jdbc;
        this.articles = articles;
        this.releases = releases;
        this.journal = journal;
    }

    /**
     * Begins to follow the newest version of an article. Refuses one without steps or out
     * of use, a missing purpose, and an unknown release.
     * @param release key of the release that it is for; empty for none
     * @param purpose why, 1 to 200 characters
     * @param drill whether it is an exercise
     * @return the run's number
     */
    @PreAuthorize(Role.WORKERS)
    public long begin(long articleId, String release, String purpose, boolean drill) {
        Article article = this.articles.get(articleId);
        List<RunbookStep> steps = RunbookSteps.of(article.text().body());
        InputCheck check = new InputCheck();
        String why = check.required("purpose", purpose, PURPOSE, "knowledge.run.purpose.missing");
        check.refuseIf(!article.active(), "", "knowledge.article.archived");
        check.refuseIf(!article.kind().hasSteps() || steps.isEmpty(), "", "knowledge.steps.missing");
        check.refuseIf(!release.isEmpty() && this.releases.find(List.of(release)).isEmpty(), "release",
                "knowledge.release.unknown", release);
        check.finish();
        Act act = this.journal.act();
        long id = Clause
            .insert("runbook_runs", "article_id", articleId, "version", article.version(), "release_key",
                    release.isEmpty() ? null : release, "purpose", why, "drill", drill, "started_by", act.by(),
                    "started_at", act.at())
            .insertedBy(this.jdbc);
        List<Object[]> rows = new ArrayList<>();
        steps.forEach((step) -> rows.add(new Object[] { id, step.key(), rows.size() }));
        this.jdbc.sql("insert into runbook_run_steps (run_id, step, position) values :rows")
            .param("rows", rows)
            .update();
        this.jdbc.sql("update articles set runs = runs + 1 where id = :id").param("id", articleId).update();
        record("runbook.begun", get(id), Map.of("version", article.version(), "purpose", why, "drill", drill));
        return id;
    }

    /**
     * Says what became of a step. Refuses a run that ended, an unknown step, a step that
     * is skipped or failed without a note, unless it is optional, and texts that are too
     * long. What was said before is replaced: the record keeps both.
     * @param seen the value that was seen, up to 500 characters
     * @param note up to 1,000 characters
     */
    @PreAuthorize(Role.WORKERS)
    public void mark(long id, String step, @Nullable StepOutcome outcome, String seen, String note) {
        RunbookRun run = running(id);
        RunbookRun.Followed followed = run.steps()
            .stream()
            .filter((one) -> one.step().key().equals(step))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("step", step));
        InputCheck check = new InputCheck();
        String value = check.optional("seen", seen, SEEN);
        String said = check.optional("note", note, NOTE);
        check.given("outcome", outcome, "knowledge.run.outcome.missing");
        boolean why = outcome == StepOutcome.FAILED || (outcome == StepOutcome.SKIPPED && !followed.step().optional());
        check.refuseIf(why && said.isEmpty(), "note", "knowledge.run.note.missing");
        check.finish();
        Act act = this.journal.act();
        Clause
            .update("runbook_run_steps", "outcome", outcome, "seen", value, "note", said, "done_by", act.by(),
                    "done_at", act.at())
            .where(Clause.equal("run_id", id).and(Clause.equal("step", step)))
            .on(this.jdbc)
            .update();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("step", followed.step().title());
        values.put("outcome", String.valueOf(outcome));
        values.put("seen", value);
        values.put("note", said);
        record("runbook.step", run, values);
    }

    /**
     * Ends a run. Refuses one that ended, that it worked while a step is open, a missing
     * note where it did not work, and a wrong step that the runbook does not have.
     * @param wrongStep key of the step that is wrong; empty for none
     * @param note up to 500 characters
     */
    @PreAuthorize(Role.WORKERS)
    public void end(long id, @Nullable RunVerdict verdict, String wrongStep, String note) {
        RunbookRun run = running(id);
        InputCheck check = new InputCheck();
        String said = check.optional("note", note, LAST_NOTE);
        check.given("verdict", verdict, "knowledge.run.verdict.missing");
        check.refuseIf(verdict == RunVerdict.WORKED && run.next() != null, "verdict", "knowledge.run.open");
        check.refuseIf(verdict != null && verdict != RunVerdict.WORKED && said.isEmpty(), "note",
                "knowledge.run.note.missing");
        check.refuseIf(
                verdict == RunVerdict.WRONG
                        && run.steps().stream().noneMatch((one) -> one.step().key().equals(wrongStep)),
                "wrongStep", "knowledge.run.wrong.missing");
        check.finish();
        Act act = this.journal.act();
        Clause
            .update("runbook_runs", "verdict", verdict, "wrong_step", (verdict == RunVerdict.WRONG) ? wrongStep : null,
                    "note", said, "ended_by", act.by(), "ended_at", act.at())
            .where(Clause.equal("id", id))
            .on(this.jdbc)
            .update();
        record("runbook.ended", run, Map.of("verdict", String.valueOf(verdict), "step", wrongStep, "note", said));
    }

    /** A run. Refuses an unknown one, and whoever its article is not meant for. */
    @Transactional(readOnly = true)
    public RunbookRun get(long id) {
        return read(id, false);
    }

    /**
     * The runs of an article, the newest first, without their steps.
     * @param from the cursor of the page before, empty for the first page
     */
    @Transactional(readOnly = true)
    public KeyPage<RunbookRun> of(long articleId, String from) {
        this.articles.get(articleId);
        return NEWEST.page(this.jdbc, RUN, Clause.equal("r.article_id", articleId), from, RunbookRun.class);
    }

    /**
     * How long the steps of an article took so far, by their keys.
     * @return medians in minutes over the last 20 runs in which a step was done
     */
    @Transactional(readOnly = true)
    public Map<String, Integer> minutes(long articleId) {
        List<Took> took = this.jdbc.sql("""
                select s.step, cast(timestampdiff(second, coalesce(lag(s.done_at) over (partition by s.run_id
                       order by s.done_at, s.position), r.started_at), s.done_at) as signed) seconds
                  from (select id, started_at from runbook_runs where article_id = :article and verdict = 'WORKED'
                         order by id desc limit 20) r
                  join runbook_run_steps s on s.run_id = r.id and s.outcome = 'DONE'""")
            .param("article", articleId)
            .query(Took.class)
            .list();
        return took.stream()
            .collect(Collectors.groupingBy(Took::step, Collectors
                .collectingAndThen(Collectors.mapping(Took::seconds, Collectors.toList()), RunbookRuns::median)));
    }

    private static int median(List<Long> seconds) {
        List<Long> sorted = seconds.stream().sorted().toList();
        return (int) Math.max(1, Math.round(sorted.get((sorted.size() - 1) / 2) / 60.0));
    }

    private RunbookRun running(long id) {
        RunbookRun run = read(id, true);
        if (!run.running()) {
            throw new InvalidInputException("", "knowledge.run.ended");
        }
        return run;
    }

    private RunbookRun read(long id, boolean locked) {
        RunbookRun run = find(id, locked).orElseThrow(() -> new NotFoundException("run", Long.toString(id)));
        Map<String, RunbookRun.Progress> progress = Clause
            .of("select step, outcome, seen, note, done_by, done_at from runbook_run_steps")
            .where(Clause.equal("run_id", id))
            .append(" order by position")
            .on(this.jdbc)
            .query(RunbookRun.Progress.class)
            .list()
            .stream()
            .collect(Collectors.toMap(RunbookRun.Progress::step, Function.identity()));
        return run.with(RunbookSteps.of(this.articles.version(run.articleId(), run.version()).text().body())
            .stream()
            .filter((step) -> progress.containsKey(step.key()))
            .map((step) -> new RunbookRun.Followed(step, progress.get(step.key())))
            .toList());
    }

    private Optional<RunbookRun> find(long id, boolean locked) {
        return Clause.of(RUN)
            .where(Clause.equal("r.id", id))
            .append(locked ? " for update" : "")
            .on(this.jdbc)
            .query(RunbookRun.class)
            .optional();
    }

    private void record(String action, RunbookRun run, Map<String, ?> values) {
        JournalEntry entry = JournalEntry.of(action, "article", run.articleKey()).with(values);
        this.journal.record((run.releaseKey() != null) ? entry.release(run.releaseKey()) : entry);
    }

    private record Took(String step, long seconds) {
    }

}
