package io.slipway.audit.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.slipway.audit.report.ItemTest.Kind;

/**
 * A deployment with all that was tested of it.
 *
 * @param tests in the order in which one reads them
 * @param deeds who did what on its release, in the order of time
 */
public record TestedItem(Item item, List<ItemTest> tests, List<Deed> deeds) {

    /** The worst of all tests. */
    public ItemVerdict verdict() {
        return this.tests.stream().map(ItemTest::verdict).min(ItemVerdict::compareTo).orElse(ItemVerdict.UNKNOWN);
    }

    /** A test, if it was performed. */
    public Optional<ItemTest> test(Kind kind) {
        return this.tests.stream().filter((test) -> test.kind() == kind).findFirst();
    }

    /**
     * The tests that one looks at.
     * @param kinds which are asked for; all if empty
     * @return those that did not pass, as asked for; empty if there are none
     */
    public List<ItemTest> worse(Set<Kind> kinds) {
        return this.tests.stream()
            .filter((test) -> test.verdict() != ItemVerdict.PASS && (kinds.isEmpty() || kinds.contains(test.kind())))
            .toList();
    }

}
