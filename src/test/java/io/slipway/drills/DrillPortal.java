package io.slipway.drills;

import java.time.Clock;
import java.time.Duration;
import java.util.TimeZone;

import io.slipway.SlipwayApplication;
import io.slipway.database.DatabaseInitializer;
import org.camunda.bpm.engine.impl.util.ClockUtil;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The portal as a process of its own, on a machine whose clock may be wrong: the property
 * {@value #SKEW} says by how much.
 */
final class DrillPortal {

    static final String SKEW = "drill.skew";

    private DrillPortal() {
    }

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Duration skew = Duration.parse(System.getProperty(SKEW, "PT0S"));
        ClockUtil.offset(skew.toMillis());
        SpringApplication portal = new SpringApplication(SlipwayApplication.class, WrongClock.class);
        portal.addInitializers(new DatabaseInitializer());
        portal.run(args);
    }

    /** The clock of a machine that nobody set right. */
    @TestConfiguration(proxyBeanMethods = false)
    static class WrongClock {

        @Bean
        @Primary
        Clock wrongClock() {
            return Clock.offset(Clock.systemUTC(), Duration.parse(System.getProperty(SKEW, "PT0S")));
        }

    }

}
