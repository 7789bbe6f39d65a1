package io.slipway.notification;

import java.net.http.HttpResponse;
import java.time.Duration;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.input.InvalidInputException;
import io.slipway.test.MutableClock;
import io.slipway.test.RecordedActions;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.SlipwayTest;
import io.slipway.test.Visitor;
import io.slipway.workflow.WorkItemActs;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A release manager reminds whoever a release waits for, once a day, from the home page.
 */
@SlipwayTest
class RemindersTests {

    @LocalServerPort
    int port;

    @Autowired
    Reminders reminders;

    @Autowired
    ReleaseDriver driver;

    @Autowired
    WorkItemActs acts;

    @Autowired
    RecordedActions recorded;

    @Autowired
    SomePerson somePerson;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    private String key = "";

    private String task = "";

    private String builder = "";

    @BeforeEach
    void waitForABuilder() {
        this.key = this.driver.register("Waits");
        this.driver.plan(this.key);
        this.task = this.driver.await(this.key, "deliver-units").id();
        this.builder = this.somePerson.with(Role.BUILD_ENGINEER);
        this.acting.as(this.builder, () -> this.acts.claim(this.task));
    }

    @Test
    void isForReleaseManagers() {
        for (Role role : Role.values()) {
            if (role != Role.RELEASE_MANAGER) {
                String person = this.somePerson.with(role);
                assertThatExceptionOfType(AccessDeniedException.class).as(role.id())
                    .isThrownBy(() -> this.acting.as(person, () -> this.reminders.remind(this.task)));
            }
        }
        assertThat(new Visitor(this.port).signIn(this.builder).post("/tasks/" + this.task + "/remind").statusCode())
            .isEqualTo(403);
        assertThat(told()).isZero();
    }

    @Test
    void tellsWhoHasTheTaskOnceADay() {
        String manager = this.somePerson.with(Role.RELEASE_MANAGER);
        assertThat(this.acting.as(manager, () -> this.reminders.remind(this.task)).told())
            .containsExactly(this.builder);
        assertThat(told()).isOne();
        assertThat(this.recorded.of(this.key)).endsWith("task.reminded");
        String another = this.somePerson.with(Role.RELEASE_MANAGER);
        assertThat(refusal(another)).isEqualTo("notification.remind.today");
        this.clock.advance(Duration.ofDays(1));
        this.acting.as(another, () -> this.reminders.remind(this.task));
        assertThat(told()).isEqualTo(2);
        assertThat(this.recorded.of(this.key)).filteredOn("task.reminded"::equals).hasSize(2);
    }

    @Test
    void remindsNobodyOfWhatIsOverOrTheirOwn() {
        String both = this.somePerson.with(Role.RELEASE_MANAGER, Role.BUILD_ENGINEER);
        this.acting.as("release-manager", () -> this.acts.assign(this.task, both));
        assertThat(refusal(both)).isEqualTo("notification.remind.own");
        this.driver.cancel(this.key);
        assertThat(refusal("release-manager")).isEqualTo("notification.remind.over");
    }

    @Test
    void isAButtonBesideWhatIsStuck() {
        String own = this.somePerson.with(Role.RELEASE_MANAGER);
        this.jdbc.sql("update releases set owner = :own where release_key = :key")
            .param("own", own)
            .param("key", this.key)
            .update();
        Visitor manager = new Visitor(this.port).signIn(own);
        String form = "form[action=/tasks/" + this.task + "/remind]";
        assertThat(manager.page("/").select(form)).as("not on the first day").isEmpty();
        this.clock.advance(Duration.ofDays(400));
        manager = new Visitor(this.port).signIn(own);
        Element button = manager.page("/").selectFirst(form);
        assertThat(button).isNotNull();
        assertThat(button.text()).isEqualTo("Remind of Deliver units, " + this.key);
        HttpResponse<String> answer = manager.post("/tasks/" + this.task + "/remind");
        assertThat(answer.statusCode()).isEqualTo(302);
        Document home = manager.page("/");
        assertThat(home.text()).contains("will be reminded of “Deliver units” of " + this.key, "reminded today");
        assertThat(home.select(form)).isEmpty();
        manager.post("/tasks/" + this.task + "/remind");
        assertThat(manager.page("/").select("[role=alert]").text()).contains("they were reminded of it today");
    }

    private String refusal(String person) {
        try {
            this.acting.as(person, () -> this.reminders.remind(this.task));
            return "";
        }
        catch (InvalidInputException ex) {
            return ex.code();
        }
    }

    private int told() {
        return this.jdbc.sql("select count(*) from notifications where matter like :matter")
            .param("matter", "task-reminded:" + this.task + ":%")
            .query(Integer.class)
            .single();
    }

}
