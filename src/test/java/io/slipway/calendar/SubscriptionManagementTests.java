package io.slipway.calendar;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.PersonManagement;
import io.slipway.identity.people.SomePerson;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Personal calendar addresses: whose they are, what they open, and what ends them.
 */
@SlipwayTest
class SubscriptionManagementTests {

    private static final Set<Layer> ALL = EnumSet.allOf(Layer.class);

    @Autowired
    SubscriptionManagement subscriptions;

    @Autowired
    PersonManagement people;

    @Autowired
    Acting acting;

    @Autowired
    SomePerson somePerson;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MutableClock clock;

    private String person;

    @BeforeEach
    void makeSomebody() {
        this.person = this.somePerson.with(Role.STAKEHOLDER);
    }

    @Test
    void areForPeopleWhoAreSignedIn() {
        assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
            .isThrownBy(() -> this.subscriptions.create("Phone", ALL));
        assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class).isThrownBy(this.subscriptions::own);
        assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
            .isThrownBy(() -> this.subscriptions.revoke(1));
    }

    @Test
    void areNobodyElsesToSeeOrRevoke() {
        String token = create("Phone");
        long id = only().id();
        String other = this.somePerson.with(Role.ADMINISTRATOR);
        this.acting.as(other, () -> {
            assertThat(this.subscriptions.own()).isEmpty();
            assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.subscriptions.revoke(id));
        });
        assertThat(this.subscriptions.open(token)).isPresent();
    }

    @Test
    void openForTheirTokenOnly() {
        String token = create("Phone");
        assertThat(token).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(create("Desk"));
        assertThat(this.subscriptions.open(token)).get()
            .returns(this.person, Subscription::userName)
            .returns("Phone", Subscription::name)
            .returns(ALL, Subscription::layers);
        for (String wrong : new String[] { "", "x", token.toLowerCase(), token + "=", token.substring(1) + "A",
                "a".repeat(5000), "' or '1'='1" }) {
            assertThat(this.subscriptions.open(wrong)).as(wrong).isEmpty();
        }
        assertThat(this.jdbc.sql("select token_hash from calendar_subscriptions where user_name = ?")
            .param(this.person)
            .query(String.class)
            .list()).hasSize(2).allMatch((hash) -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void stopWhenTheyAreRevoked() {
        String token = create("Phone");
        long id = only().id();
        this.acting.as(this.person, () -> this.subscriptions.revoke(id));
        assertThat(this.subscriptions.open(token)).isEmpty();
        assertThat(this.jdbc.sql("select action from audit_entries where actor = ? order by sequence")
            .param(this.person)
            .query(String.class)
            .list()).containsExactly("calendar-subscription.created", "calendar-subscription.revoked");
    }

    @Test
    void stopWhileTheirOwnerIsDisabled() {
        String token = create("Phone");
        this.acting.asSystem(() -> this.people.disable(this.person));
        assertThat(this.subscriptions.open(token)).isEmpty();
        this.acting.asSystem(() -> this.people.enable(this.person));
        assertThat(this.subscriptions.open(token)).isPresent();
    }

    @Test
    void areFiveAtMost() {
        for (int i = 1; i <= 5; i++) {
            create("Device " + i);
        }
        refuses("", "Device 6", ALL);
        this.acting.as(this.person, () -> this.subscriptions.revoke(this.subscriptions.own().get(2).id()));
        create("Device 6");
        refuses("", "Device 7", ALL);
    }

    @Test
    void needANameAndSomethingToShow() {
        refuses("name", " ", ALL);
        refuses("name", "x".repeat(61), ALL);
        refuses("layers", "Phone", Set.of());
    }

    @Test
    void noteTheirUseOnceAnHour() {
        String token = create("Phone");
        assertThat(only().lastUsedAt()).isNull();
        this.subscriptions.open(token);
        Subscription used = only();
        assertThat(used.lastUsedAt()).isNotNull();
        this.clock.advance(Duration.ofMinutes(59));
        this.subscriptions.open(token);
        assertThat(only()).isEqualTo(used);
        this.clock.advance(Duration.ofMinutes(2));
        this.subscriptions.open(token);
        assertThat(only().lastUsedAt()).isAfter(used.lastUsedAt());
    }

    private String create(String name) {
        return this.acting.as(this.person, () -> this.subscriptions.create(name, ALL));
    }

    private Subscription only() {
        return this.acting.as(this.person, () -> this.subscriptions.own().get(0));
    }

    private void refuses(String field, String name, Set<Layer> layers) {
        this.acting.as(this.person,
                () -> assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> this.subscriptions.create(name, layers))
                    .returns(field, InvalidInputException::field));
    }

}
