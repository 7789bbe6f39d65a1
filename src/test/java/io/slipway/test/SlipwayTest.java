package io.slipway.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.slipway.SlipwayApplication;
import io.slipway.database.TestDatabase;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole running portal on a real MariaDB. All such tests share one
 * context, one server on a free port, and one database: a test makes the people and
 * releases it needs, under names of its own, and never counts what others have made.
 * <p>
 * The {@link java.time.Clock} of the portal is a {@link MutableClock}; it is set right
 * again after each test. A test that leaves a connection to the database open fails.
 * Adding beans or properties to one test class makes a second context, which costs ten
 * seconds: avoid it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = SlipwayApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = { TestDatabase.class, TestMail.class })
@ActiveProfiles("test")
@Import({ MutableClock.Configuration.class, StandingSchedule.Configuration.class,
        StatementCounter.Configuration.class })
@ExtendWith({ MutableClock.ResetAfterEach.class, ConnectionsGivenBack.class })
public @interface SlipwayTest {

}
