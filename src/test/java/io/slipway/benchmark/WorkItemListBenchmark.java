package io.slipway.benchmark;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.slipway.identity.Role;
import io.slipway.input.KeyPage;
import io.slipway.test.SlipwayTest;
import io.slipway.workflow.WorkItem;
import io.slipway.workflow.WorkItemQuery;
import io.slipway.workflow.WorkItemSearch;
import io.slipway.workflow.WorkItemView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * How long the pages of the task list take with 100,000 open and 300,000 completed work
 * items. The figures are in {@code src/docs/benchmarks.md}.
 */
@SlipwayTest
class WorkItemListBenchmark {

    private static final Logger log = LoggerFactory.getLogger(WorkItemListBenchmark.class);

    private static final int ROUNDS = 40;

    private static final Set<Role> ONE = Set.of(Role.STAKEHOLDER);

    private static final Set<Role> ALL = Set.copyOf(Arrays.asList(Role.values()));

    @Autowired
    WorkItemSearch search;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void gather() {
        WorkItemCrowd crowd = new WorkItemCrowd(this.jdbc);
        crowd.open(100_000);
        crowd.done(300_000);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        new WorkItemCrowd(this.jdbc).leave();
    }

    @Test
    void measure() {
        for (WorkItemView view : WorkItemView.values()) {
            measure(view + ", one role", ONE, () -> page(view, null, null, null));
            measure(view + ", all roles", ALL, () -> page(view, null, null, null));
        }
        measure("MY_GROUPS, page 40, all roles", ALL, this::farPage);
        measure("MY_GROUPS, one phase, all roles", ALL, () -> page(WorkItemView.MY_GROUPS, null, "TEST", null));
        for (String text : List.of("PAY-2026.11", "PAY", "winter", "payments winter", "plan", "release",
                "nosuchword")) {
            measure("MY_GROUPS, text " + text + ", one role", ONE,
                    () -> page(WorkItemView.MY_GROUPS, text, null, null));
            measure("MY_GROUPS, text " + text + ", all roles", ALL,
                    () -> page(WorkItemView.MY_GROUPS, text, null, null));
            measure("DONE_BY_ME, text " + text, ONE, () -> page(WorkItemView.DONE_BY_ME, text, null, null));
        }
        measure("counts, one role", ONE, () -> this.search.counts(ZoneOffset.UTC));
        measure("counts, all roles", ALL, () -> this.search.counts(ZoneOffset.UTC));
    }

    private KeyPage<WorkItem> farPage() {
        return page(WorkItemView.MY_GROUPS, null, null, this.far);
    }

    private @Nullable String far;

    private KeyPage<WorkItem> page(WorkItemView view, @Nullable String text, @Nullable String phase,
            @Nullable String cursor) {
        return this.search.list(new WorkItemQuery(view, text, null, phase, cursor), ZoneOffset.UTC);
    }

    private void measure(String name, Collection<Role> roles, Supplier<?> work) {
        String[] authorities = roles.stream().map(Role::id).toArray(String[]::new);
        SecurityContextHolder.getContext()
            .setAuthentication(new TestingAuthenticationToken("person-7", "", authorities));
        if (this.far == null) {
            for (int page = 0; page < 40; page++) {
                this.far = page(WorkItemView.MY_GROUPS, null, null, this.far).next();
            }
        }
        long[] times = new long[ROUNDS];
        int rows = 0;
        for (int round = -10; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            Object found = work.get();
            times[Math.max(0, round)] = System.nanoTime() - begin;
            rows = (found instanceof KeyPage<?> page) ? page.rows().size() : 1;
        }
        Arrays.sort(times);
        log.warn("| {} | {} | {} | {} |", name, rows, millis(times[ROUNDS / 2]), millis(times[ROUNDS * 95 / 100]));
    }

    private static String millis(long nanos) {
        return "%.1f".formatted(nanos / 1e6);
    }

}
