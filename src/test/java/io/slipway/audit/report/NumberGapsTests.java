package io.slipway.audit.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.slipway.audit.report.Completeness.Gap;
import io.slipway.identity.Acting;
import io.slipway.sql.GivenNumbers;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * No number is lost by what is broken off, so that a gap is something that was deleted.
 */
@SlipwayTest
class NumberGapsTests {

    @Autowired
    private GivenNumbers numbers;

    @Autowired
    private CompletenessManagement completeness;

    @Autowired
    private ReleaseDriver driver;

    @Autowired
    private Acting acting;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void whatIsBrokenOffGivesItsNumberBack() {
        TransactionTemplate transaction = new TransactionTemplate(this.transactions);
        this.jdbc.sql("insert ignore into given_numbers values ('TRY', 7, 7)").update();
        assertThat(transaction.<Long>execute((status) -> {
            status.setRollbackOnly();
            return this.numbers.next("TRY");
        })).isEqualTo(7);
        assertThat(transaction.<Long>execute((status) -> this.numbers.next("TRY"))).isEqualTo(7);
        assertThat(transaction.<Long>execute((status) -> this.numbers.next("TRY"))).isEqualTo(8);
        assertThatThrownBy(() -> this.numbers.next("TRY")).isInstanceOf(IllegalTransactionStateException.class);
        this.jdbc.sql("delete from given_numbers where series = 'TRY'").update();
    }

    @Test
    void aNumberThatWasGivenAndThatNothingHasIsOpen() {
        String key = this.driver.register("Numbered");
        assertThat(gaps()).noneMatch((gap) -> within(gap, key));
        String lost = new TransactionTemplate(this.transactions)
            .execute((status) -> "REL-%06d".formatted(this.numbers.next("REL")));
        assertThat(gaps()).anyMatch((gap) -> within(gap, lost) && gap.why() == Gap.Why.MISSING && gap.open());
    }

    private static boolean within(Gap gap, String key) {
        return gap.first().compareTo(key) <= 0 && gap.last().compareTo(key) >= 0;
    }

    private List<Gap> gaps() {
        Instant now = this.clock.instant();
        ReportPeriod today = new ReportPeriod(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
        return this.acting.as("auditor", () -> this.completeness.of(PopulationKind.RELEASES, today)).gaps();
    }

}
