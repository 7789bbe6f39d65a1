package io.slipway.deployment.environment;

import io.slipway.test.RowsRead;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever ran somewhere before, what runs now is read no further than the page.
 */
@SlipwayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningPlanTests {

    @Autowired
    WhatRuns whatRuns;

    @Autowired
    RowsRead rowsRead;

    @Autowired
    JdbcClient jdbc;

    /** Two thousand services in three environments, each with ten earlier versions. */
    @BeforeAll
    void gather() {
        this.jdbc.sql("""
                insert into running_services (environment, service, newest, fact_source, since, version, told_by)
                select concat('crowd-', seq mod 3), concat('Crowd ', lpad(seq div 33, 5, '0')),
                       if(seq mod 33 < 3, true, null), 'REPORT', date_sub(utc_timestamp(3), interval seq minute), '1',
                       'crowd'
                  from seq_0_to_65999""").update();
        this.jdbc.sql("analyze table running_services").query().listOfRows();
    }

    @AfterAll
    void leave() {
        this.jdbc.sql("delete from running_services where told_by = 'crowd'").update();
    }

    @Test
    void readsAPageOfTheMatrixAndNoMore() {
        assertThat(this.whatRuns.matrix("Crowd 00500").rows()).hasSize(WhatRuns.ROWS);
        assertThat(this.rowsRead.by(() -> this.whatRuns.matrix("Crowd 00500"))).isLessThan(1_500);
    }

    @Test
    void readsAPageOfAnEnvironmentAndOfAHistory() {
        assertThat(this.whatRuns.in("crowd-1", "Crowd 01000").rows()).isNotEmpty();
        assertThat(this.rowsRead.by(() -> this.whatRuns.in("crowd-1", "Crowd 01000"))).isLessThan(300);
        assertThat(this.rowsRead.by(() -> this.whatRuns.history("Crowd 01000", "crowd-1", ""))).isLessThan(300);
    }

}
