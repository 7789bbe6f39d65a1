package io.slipway.workflow;

import java.time.Duration;

import io.slipway.test.FailingJobs;
import io.slipway.test.MutableClock;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a node that died had taken on is seen, and goes on soon.
 */
@SlipwayTest
class StandstillTests {

    @LocalServerPort
    int port;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    FailingJobs processes;

    @Autowired
    Suspensions suspensions;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MutableClock clock;

    @Test
    void aDeadNodesJobIsToldAndThenDoneByAnother() {
        String key = this.driver.register("Of a dead node");
        this.driver.await(key, "complete-plan");
        assertThat(this.suspensions.standstill(key).engineSince()).isNull();
        this.processes.start(key);
        JobExecutor executor = this.engine.getJobExecutor();
        assertThat(this.jdbc.sql("""
                update ACT_RU_JOB j join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
                   set j.DUEDATE_ = utc_timestamp(3) - interval 20 second, j.LOCK_OWNER_ = 'dead', j.REV_ = j.REV_ + 1,
                       j.LOCK_EXP_TIME_ = utc_timestamp(3) + interval ? second
                 where e.BUSINESS_KEY_ = ? and j.TYPE_ = 'timer'""")
            .params(executor.getLockTimeInMillis() / 1000, key)
            .update()).isOne();
        Visitor visitor = new Visitor(this.port).signIn("release-manager");
        assertThat(visitor.page("/releases/" + key).select(".next-action").text())
            .contains("Waits for the engine since");
        assertThat(visitor.page("/monitor/releases/" + key).select("section[aria-labelledby=waiting]").text())
            .contains("Waits for the engine since");
        this.clock.advance(Duration.ofMillis(executor.getLockTimeInMillis()));
        Awaitility.await()

            .until(() -> this.suspensions.standstill(key).engineSince() == null);
        assertThat(visitor.page("/releases/" + key).text()).doesNotContain("Waits for the engine");
    }

    @Test
    void noJobStandsStillForMoreThanSeventySeconds(@Autowired Environment settings) {
        long wait = settings.getRequiredProperty("camunda.bpm.job-execution.max-wait", Long.class);
        assertThat(this.engine.getJobExecutor().getLockTimeInMillis() + Math.max(wait, 5000))
            .isLessThanOrEqualTo(70_000);
    }

}
