package io.slipway.deployment.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.slipway.deployment.run.RunHead;
import io.slipway.deployment.run.RunManagement;
import io.slipway.deployment.run.StepState;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the runs that go on, and has people told in time: who is next, when what comes
 * before their step ends within a quarter of an hour; and what is late, to who does it
 * and to those who run deployments. Each is told once.
 */
@Component
class BoardWatch {

    /** So long before a step starts, who does it is told. */
    static final Duration AHEAD = Duration.ofMinutes(15);

    private static final int RUNS = 500;

    /** A role is told as a whole, but no crowd. */
    private static final int MOST_PEOPLE = 20;

    private static final Logger log = LoggerFactory.getLogger(BoardWatch.class);

    private final RunManagement runs;

    private final RunBoards boards;

    private final RunMessages messages;

    private final PersonDirectory people;

    private final Clock clock;

    BoardWatch(RunManagement runs, RunBoards boards, RunMessages messages, PersonDirectory people, Clock clock) {
        this.runs = runs;
        this.boards = boards;
        this.messages = messages;
        this.people = people;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void lookAtAll() {
        for (RunHead run : this.runs.running(0, RUNS)) {
            try {
                look(run.id());
            }
            catch (RuntimeException ex) {
                log.warn("Nobody was told of run {}", run.id(), ex);
            }
        }
    }

    /** Has people told of what is next and what is late in a run. */
    void look(long run) {
        RunBoard board = this.boards.of(run);
        Collection<String> told = this.messages.told(run);
        Instant now = this.clock.instant();
        if (board.held().isEmpty()) {
            board.next()
                .stream()
                .filter((one) -> !one.forecast().from().isAfter(now.plus(AHEAD)))
                .forEach((one) -> tell(board, one, RunMessage.Kind.NEXT, told, now));
        }
        board.late()
            .stream()
            .filter((one) -> one.step().state() != StepState.WAITING || one.critical())
            .forEach((one) -> tell(board, one, RunMessage.Kind.LATE, told, now));
    }

    private void tell(RunBoard board, BoardStep step, RunMessage.Kind kind, Collection<String> told, Instant now) {
        if (told.contains(kind + " " + step.step().step())) {
            return;
        }
        RunHead head = board.head();
        Instant due = (kind == RunMessage.Kind.NEXT) ? step.forecast().from() : step.forecast().to();
        this.messages.tell(head, new RunStepNews(kind, head.id(), head.releaseKey(), !head.live(), step.step().step(),
                step.planned().name(), now, due, people(step)));
    }

    private List<String> people(BoardStep step) {
        if (!step.person().isEmpty()) {
            return List.of(step.person());
        }
        Role role = Objects.requireNonNullElse(step.planned().role(), Role.DEPLOYMENT_MANAGER);
        return this.people.holding(role).stream().map(PersonSummary::userName).limit(MOST_PEOPLE).toList();
    }

}
