package io.slipway.audit.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.slipway.audit.RecordSearch;
import io.slipway.audit.report.ItemTest.Kind;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tests deployments: one, those of a sample, or all of a period. For those who read the
 * record; since the tests say who did what, reading them is recorded.
 */
@Service
@PreAuthorize(RecordSearch.READERS)
public class ItemManagement {

    /** So many are tested together. */
    private static final int CHUNK = 500;

    /** So many are tested for one page at most. */
    private static final int MOST = 10000;

    private final ItemStore store;

    private final Separation separation;

    private final ItemTests tests;

    private final Journal journal;

    ItemManagement(ItemStore store, Separation separation, ItemTests tests, Journal journal) {
        this.store = store;
        this.separation = separation;
        this.tests = tests;
        this.journal = journal;
    }

    /**
     * Tests one deployment. Refuses, with a {@code NotFoundException}, one that there is
     * not.
     */
    @Transactional
    public TestedItem get(String releaseKey, int attempt) {
        Item item = this.store.find(releaseKey, attempt)
            .orElseThrow(() -> new NotFoundException("deployment", releaseKey + "/" + attempt));
        this.journal.record(JournalEntry.of("report.read", "report", "item")
            .release(item.row().releaseKey())
            .with(Map.of("attempt", attempt)));
        return tested(List.of(item)).get(0);
    }

    /**
     * Tests those of a sample.
     * @param ids their numbers in the database
     * @return by that number
     */
    @Transactional(readOnly = true)
    public Map<Long, TestedItem> of(Collection<Long> ids) {
        Map<Long, TestedItem> found = new HashMap<>();
        tested(this.store.of(ids)).forEach((one) -> found.put(one.item().row().id(), one));
        return found;
    }

    /**
     * The deployments of a period that did not pass, the newest first. At most ten
     * thousand are tested for a page.
     * @param kinds which tests count; all if empty
     * @param from the cursor, empty for the first page
     */
    @Transactional
    public Exceptions exceptions(ReportPeriod period, Set<Kind> kinds, String from) {
        if (from.isEmpty()) {
            Map<String, Object> asked = new TreeMap<>();
            asked.put("since", period.since());
            asked.put("until", period.until());
            asked.put("tests", kinds.stream().sorted().toList());
            this.journal.record(JournalEntry.of("report.read", "report", "exceptions").with(asked));
        }
        List<TestedItem> found = new ArrayList<>();
        String cursor = from;
        int looked = 0;
        while (looked < MOST) {
            List<Item> chunk = this.store.between(period, cursor, CHUNK);
            for (TestedItem one : tested(chunk)) {
                looked++;
                cursor = ItemStore.NEWEST.cursor(one.item().row());
                if (!one.worse(kinds).isEmpty()) {
                    found.add(one);
                    if (found.size() == KeyPage.size()) {
                        return new Exceptions(found, looked, cursor);
                    }
                }
            }
            if (chunk.size() < CHUNK) {
                return new Exceptions(found, looked, null);
            }
        }
        return new Exceptions(found, looked, cursor);
    }

    private List<TestedItem> tested(List<Item> items) {
        Map<String, List<Deed>> deeds = this.separation
            .deeds(items.stream().map((item) -> item.row().releaseKey()).collect(Collectors.toSet()));
        return items.stream()
            .map((item) -> this.tests.of(item, deeds.getOrDefault(item.row().releaseKey(), List.of())))
            .toList();
    }

    /**
     * What did not pass.
     *
     * @param found at most a page
     * @param looked how many were tested for it
     * @param next where the next page begins; null if all were tested
     */
    public record Exceptions(List<TestedItem> found, int looked, @Nullable String next) {
    }

}
