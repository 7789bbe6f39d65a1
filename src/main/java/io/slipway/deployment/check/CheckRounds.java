package io.slipway.deployment.check;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.deployment.tool.ToolProperties;
import io.slipway.planning.wave.CheckKind;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures the checks that are due, some at a time, while no row is locked. One node
 * measures each; what it cannot measure is no data.
 */
@Component
class CheckRounds {

    private static final Logger log = LoggerFactory.getLogger(CheckRounds.class);

    private static final int AT_ONCE = 16;

    private final CheckRows rows;

    private final Checks checks;

    private final MonitoringSources sources;

    private final Measuring measuring;

    private final boolean work;

    private final Clock clock;

    private final TransactionTemplate transaction;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, (task) -> {
        Thread thread = new Thread(task, "checks");
        thread.setDaemon(true);
        return thread;
    });

    CheckRounds(CheckRows rows, Checks checks, MonitoringSources sources, Measuring measuring,
            ToolProperties properties, Clock clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.checks = checks;
        this.sources = sources;
        this.measuring = measuring;
        this.work = properties.work();
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT15S")
    void measureDue() throws InterruptedException {
        if (!this.work) {
            return;
        }
        int taken = AT_ONCE;
        while (taken == AT_ONCE) {
            List<Check> due = this.transaction.execute((status) -> this.rows.take(this.clock.instant(), AT_ONCE));
            taken = due.size();
            measure(due);
        }
    }

    private void measure(List<Check> due) throws InterruptedException {
        if (due.isEmpty()) {
            return;
        }
        Map<String, MonitoringSource> known = this.sources
            .find(due.stream().map((one) -> one.rule().source()).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(MonitoringSource::source, Function.identity()));
        this.threads.invokeAll(due.stream().<Callable<Boolean>>map((one) -> () -> measure(one, known)).toList());
    }

    /** Measures a check that was taken. */
    boolean measure(Check check, Map<String, MonitoringSource> known) {
        try {
            MonitoringSource source = known.get(check.rule().source());
            Measurement measured = measured(check, source);
            this.transaction.executeWithoutResult((status) -> this.checks.measured(check.id(), measured,
                    (source != null) ? source.source() : "slipway"));
            return true;
        }
        catch (RuntimeException ex) {
            log.warn("The check {} was measured in vain", check.subject(), ex);
            return false;
        }
    }

    private Measurement measured(Check check, @Nullable MonitoringSource source) {
        if (check.rule().kind() == CheckKind.INCIDENTS) {
            return this.measuring.incidents(check);
        }
        if (source == null || source.retired()) {
            return Measurement.none("No source that is in use is called " + check.rule().source());
        }
        return (source.kind() != check.rule().kind()) ? Measurement.none("The source is of another kind")
                : this.measuring.ask(check, source);
    }

    @PreDestroy
    void stop() {
        this.threads.shutdownNow();
    }

}
