package io.slipway.knowledge.run;

import java.time.Instant;
import java.util.List;

import io.slipway.knowledge.text.RunbookStep;
import org.jspecify.annotations.Nullable;

/**
 * A run of a runbook.
 *
 * @param version the version that is followed
 * @param title what the article was called in that version
 * @param releaseKey the release that it is for, if it is for one
 * @param purpose why it is followed
 * @param drill whether it is an exercise
 * @param verdict how it ended; null while it runs
 * @param wrongStep key of the step that was found wrong
 * @param startedAt when, UTC
 */
public record RunbookRun(long id, long articleId, int version, String title, @Nullable String releaseKey,
        String purpose, boolean drill, @Nullable RunVerdict verdict, @Nullable String wrongStep, @Nullable String note,
        String startedBy, Instant startedAt, @Nullable String endedBy, @Nullable Instant endedAt,
        List<Followed> steps) {

    /** Whether somebody still follows it. */
    public boolean running() {
        return this.verdict == null;
    }

    /** The key of its article. */
    public String articleKey() {
        return "KB-" + this.articleId;
    }

    /** The step that comes next; null if there is none. */
    public @Nullable Followed next() {
        return this.steps.stream().filter((step) -> step.progress().outcome() == null).findFirst().orElse(null);
    }

    RunbookRun with(List<Followed> all) {
        return new RunbookRun(this.id, this.articleId, this.version, this.title, this.releaseKey, this.purpose,
                this.drill, this.verdict, this.wrongStep, this.note, this.startedBy, this.startedAt, this.endedBy,
                this.endedAt, all);
    }

    /**
     * A step that is followed.
     *
     * @param step what it says
     * @param progress what became of it
     */
    public record Followed(RunbookStep step, Progress progress) {
    }

    /**
     * What became of a step.
     *
     * @param step the step's key
     * @param outcome null while it is open
     * @param seen the value that was seen
     * @param doneAt when, UTC
     */
    public record Progress(String step, @Nullable StepOutcome outcome, @Nullable String seen, @Nullable String note,
            @Nullable String doneBy, @Nullable Instant doneAt) {
    }

}
