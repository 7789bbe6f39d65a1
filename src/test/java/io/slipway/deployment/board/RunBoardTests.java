package io.slipway.deployment.board;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.slipway.deployment.run.RunType;
import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The page of a run says what happens, what comes next, what is late, and when it ends;
 * people are told once; deployment managers halt it and move its baseline.
 */
@SlipwayTest
class RunBoardTests {

    @Autowired
    SomeRun some;

    @Autowired
    RunBoards boards;

    @Autowired
    RunControl control;

    @Autowired
    BoardWatch watch;

    @Autowired
    RunMessages messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void stop() {
        this.now = this.clock.stop().truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    void saysWhatHappensAndWhatComesNext() {
        Instant start = this.now.minus(Duration.ofMinutes(30));
        long run = this.some.begin(RunType.LIVE, SomeRun.plan(2, 3), start, this.now.plus(Duration.ofHours(6)));
        begunAt(run, start);
        this.some.step(run, "w1-s1", "DONE", start, start.plus(Duration.ofMinutes(20)));
        this.some.step(run, "w1-s2", "RUNNING", start.plus(Duration.ofMinutes(20)), null);
        RunBoard board = this.boards.of(run);
        assertThat(board.now()).extracting((one) -> one.step().step()).containsExactly("w1-s2");
        assertThat(board.next()).extracting((one) -> one.step().step())
            .containsExactly("w1-s3", "w2-s1", "w2-s2", "w2-s3");
        assertThat(board.late()).isEmpty();
        assertThat(board.outlook().forecastEnd()).isEqualTo(start.plus(Duration.ofMinutes(120)));
        assertThat(board.outlook().slipMinutes()).isZero();
        assertThat(board.outlook().percent()).isEqualTo(100);
        assertThat(board.doneCount()).isEqualTo(1);
        assertThat(board.now().get(0).critical()).as("nothing runs beside it").isTrue();
        this.some.step(run, "w1-s2", "FAILED", start.plus(Duration.ofMinutes(20)), this.now);
        assertThat(this.boards.of(run).blocked()).extracting((one) -> one.step().step()).containsExactly("w1-s2");
    }

    @Test
    void saysWhatIsLateAndTellsPeopleOnce() {
        Instant start = this.now.minus(Duration.ofMinutes(60));
        long run = this.some.begin(RunType.REHEARSAL, SomeRun.plan(1, 3), start, this.now);
        begunAt(run, start);
        this.some.step(run, "w1-s1", "RUNNING", start, null);
        RunBoard board = this.boards.of(run);
        assertThat(board.late()).extracting((one) -> one.step().step()).containsExactly("w1-s1", "w1-s2", "w1-s3");
        assertThat(board.late().get(0).slipMinutes()).isEqualTo(40);
        assertThat(board.outlook().overruns()).isTrue();
        assertThat(board.outlook().percent()).isZero();
        this.watch.look(run);
        this.watch.look(run);
        assertThat(this.messages.of(run)).extracting(RunMessage::kind, RunMessage::step)
            .containsExactlyInAnyOrder(tuple(RunMessage.Kind.NEXT, "w1-s2"), tuple(RunMessage.Kind.LATE, "w1-s1"),
                    tuple(RunMessage.Kind.LATE, "w1-s2"), tuple(RunMessage.Kind.LATE, "w1-s3"));
    }

    @Test
    void isHaltedAndGoesOnByDeploymentManagersWithAReason() {
        long run = this.some.begin(RunType.LIVE, SomeRun.plan(1, 2), this.now, null);
        for (String person : List.of("release-manager", "auditor", "administrator", "operations")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.control.halt(run, "Stop.")));
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(person, () -> this.control.rebaseline(run, "Later.")));
        }
        this.acting.as("deployment-manager", () -> {
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.control.halt(run, " "));
            this.control.halt(run, "Smoke in room B.");
            assertThat(this.boards.of(run).held()).isEqualTo("halt");
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.control.halt(run, "Again."));
            this.control.resume(run, "A false alarm.");
            assertThat(this.boards.of(run).held()).isEmpty();
        });
        assertThat(this.boards.of(run).told()).extracting((one) -> one.kind()).containsExactly("resumed", "halted");
    }

    @Test
    void takesWhatIsForecastAsItsBaseline() {
        Instant start = this.now.minus(Duration.ofMinutes(60));
        long run = this.some.begin(RunType.LIVE, SomeRun.plan(1, 3), start, null);
        begunAt(run, start);
        this.some.step(run, "w1-s1", "RUNNING", start, null);
        assertThat(this.boards.of(run).lateCount()).isEqualTo(3);
        this.acting.as("deployment-manager", () -> this.control.rebaseline(run, "The disk was slow."));
        RunBoard board = this.boards.of(run);
        assertThat(board.lateCount()).isZero();
        assertThat(board.outlook().slipMinutes()).isZero();
        assertThat(board.told()).extracting((one) -> one.reason()).contains("The disk was slow.");
    }

    @Test
    void isDrawnHoweverLargeItIs() {
        long large = this.some.begin(RunType.LIVE, SomeRun.plan(50, 20), this.now, this.now.plus(Duration.ofHours(9)));
        RunBoard board = this.boards.of(large);
        assertThat(board.stepCount()).isEqualTo(1000);
        BoardChart chart = BoardLayout.of(board, board.open(), this.now, null, ZoneOffset.UTC);
        assertThat(chart.rows()).hasSize(70);
        assertThat(chart.rows().stream().flatMap((row) -> row.bars().stream()))
            .allSatisfy((bar) -> assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(chart.right() + 4));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.boards.of(Long.MAX_VALUE));
    }

    private void begunAt(long run, Instant at) {
        this.jdbc.sql("update deployment_runs set begun_at = :at where id = :run")
            .param("at", at)
            .param("run", run)
            .update();
    }

}
