package io.slipway.identity.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.slipway.identity.Acting;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.input.InputProblem;
import io.slipway.input.InvalidInputException;
import io.slipway.input.StaleFormException;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The rules about people and groups, whoever calls the services.
 */
@SlipwayTest
class PersonManagementTests {

    @Autowired
    PersonManagement people;

    @Autowired
    GroupManagement groups;

    @Autowired
    PersonDirectory directory;

    @Autowired
    Acting acting;

    @Autowired
    SomePerson somePerson;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(strings = { "release-manager", "operations" })
    void refusesWhoIsNoAdministrator(String userName) {
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as(userName, () -> this.people.setPassword(userName, "a new password")));
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as(userName, () -> this.people.search("", "")));
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as(userName, () -> this.groups.delete(1)));
    }

    @Test
    void letsAuditorsReadAndChangeNothing() {
        assertThat(this.acting.as("auditor", () -> this.people.search("", "")).rows()).isNotEmpty();
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as("auditor", () -> this.people.setPassword("auditor", "a new password")));
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as("auditor", () -> this.groups.delete(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a", "Upper", "with space", "under_score", "system", "auditor", "<b>bold</b>", "" })
    void refusesAUserNameThatIsTakenOrUnfit(String userName) {
        refuses("userName", () -> this.people.create(userName, "a good password", profile("X")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "too short", "aaaaaaaaaaaaaaaa", "p-same-as-name", "P-Same-As-Name" })
    void refusesAWeakPassword(String password) {
        refuses("password", () -> this.people.create("p-same-as-name", password, profile("X")));
        refuses("password", () -> this.people.create("p-too-long", "abcdefg".repeat(19), profile("X")));
        refuses("zone", () -> this.people.create("p-lost", "a good password",
                new PersonProfile("X", "x@example.com", "Mars/Base", Set.of(), Set.of())));
    }

    @Test
    void refusesAllThatIsWrongWithAPersonAtOnce() {
        PersonProfile wrong = new PersonProfile(" ", "nowhere", "", Set.of(), Set.of());
        assertThat(problems(() -> this.people.create("No Good", "", wrong))).containsExactly(
                "userName: identity.user-name.pattern", "password: identity.password.missing",
                "fullName: identity.full-name.missing", "email: identity.email.invalid", "zone: identity.zone.missing");
        String person = this.somePerson.with();
        PersonProfile tooLong = new PersonProfile("n".repeat(101), "n".repeat(250) + "@example.com", "UTC", Set.of(),
                Set.of());
        assertThat(problems(() -> this.people.change(person, this.people.get(person).version(), tooLong)))
            .containsExactly("fullName: ui.too-long", "email: ui.too-long");
    }

    @Test
    void refusesAllThatIsWrongWithAGroupAtOnce() {
        Set<String> many = IntStream.range(0, 1000)
            .mapToObj((number) -> "somebody-" + number)
            .collect(Collectors.toSet());
        assertThat(problems(() -> this.groups.create(new GroupProfile(" ", "d".repeat(301), Set.of(), many))))
            .containsExactly("name: identity.group.name.missing", "description: ui.too-long", "members: ui.too-long");
    }

    @Test
    void writesDownWhatChangedAndNeverThePassword() {
        String person = this.somePerson.with(Role.OPERATIONS);
        asAdministrator(() -> {
            PersonDetails details = this.people.get(person);
            this.people.change(person, details.version(), new PersonProfile("New Name", details.profile().email(),
                    "Europe/Berlin", Set.of(Role.AUDITOR), Set.of()));
            this.people.setPassword(person, "a very secret phrase");
            this.people.disable(person);
            this.people.disable(person);
            this.people.enable(person);
        });
        assertThat(this.database
            .queryForList("select concat(actor, ' ', action, ' ', old_values, ' ', new_values) from audit_entries"
                    + " where subject_type = 'person' and subject = ? and action <> 'person.created' order by sequence",
                    String.class, person))
            .containsExactly(
                    "administrator person.changed {\"full-name\":\"Person " + person
                            + "\",\"roles\":[\"operations\"]} {\"full-name\":\"New Name\",\"roles\":[\"auditor\"]}",
                    "administrator person.password-set {} {}", "administrator person.disabled {} {}",
                    "administrator person.enabled {} {}");
        assertThat(
                this.database.queryForObject("select count(*) from audit_entries where concat(old_values, new_values)"
                        + " like '%secret phrase%' or new_values like '%argon2%'", Integer.class))
            .isZero();
    }

    @Test
    void refusesAStaleFormWithBothVersions() {
        String person = this.somePerson.with(Role.OPERATIONS);
        asAdministrator(() -> {
            int version = this.people.get(person).version();
            this.people.change(person, version, profile("First"));
            assertThatExceptionOfType(StaleFormException.class)
                .isThrownBy(() -> this.people.change(person, version, profile("Second")))
                .satisfies((stale) -> {
                    assertThat(stale.current()).containsEntry("identity.person.full-name", "First");
                    assertThat(stale.submitted()).containsEntry("identity.person.full-name", "Second");
                });
        });
    }

    @Test
    void neverLosesTheLastAdministrator() {
        TransactionTemplate transaction = new TransactionTemplate(this.transactions);
        transaction.executeWithoutResult((status) -> {
            String last = this.somePerson.with(Role.ADMINISTRATOR);
            this.database.update("update people set enabled = user_name = ?", last);
            this.directory.refresh();
            refuses("", () -> this.people.disable(last));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult((status) -> {
            String last = this.somePerson.with(Role.ADMINISTRATOR);
            this.database.update("update people set enabled = user_name = ?", last);
            this.directory.refresh();
            refuses("roles", () -> this.people.change(last, this.people.get(last).version(), profile("No role")));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult((status) -> {
            String last = this.somePerson.with();
            this.database.update("update people set enabled = user_name = ?", last);
            this.directory.refresh();
            this.acting.asSystem(() -> {
                long group = this.groups.create(new GroupProfile(name(), "", Set.of(Role.ADMINISTRATOR), Set.of(last)));
                assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.groups.delete(group));
            });
            status.setRollbackOnly();
        });
    }

    @Test
    void letsNobodyDisableThemselves() {
        String administrator = this.somePerson.with(Role.ADMINISTRATOR);
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as(administrator, () -> this.people.disable(administrator)))
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("identity.person.not-oneself"));
    }

    @Test
    void givesMembersTheRolesOfTheirGroups() {
        String member = this.somePerson.with(Role.OPERATIONS);
        asAdministrator(() -> {
            long group = this.groups
                .create(new GroupProfile(name(), "Reads", Set.of(Role.AUDITOR, Role.TEST_MANAGER), Set.of(member)));
            assertThat(rolesOf(member)).containsOnly(Role.OPERATIONS, Role.AUDITOR, Role.TEST_MANAGER);
            assertThat(this.directory.holding(Role.TEST_MANAGER)).extracting(PersonSummary::userName)
                .contains(member, "test-manager");
            GroupDetails details = this.groups.get(group);
            this.groups.change(group, details.version(),
                    new GroupProfile(details.name(), "", Set.of(Role.AUDITOR), Set.of(member)));
            assertThat(rolesOf(member)).containsOnly(Role.OPERATIONS, Role.AUDITOR);
            this.groups.delete(group);
            assertThat(rolesOf(member)).containsOnly(Role.OPERATIONS);
        });
        refuses("members", () -> this.groups.create(new GroupProfile(name(), "", Set.of(), Set.of("no-such-person"))));
    }

    @Test
    void searchesLiterallyAndPagesByKey() {
        String person = this.somePerson.with();
        asAdministrator(() -> {
            assertThat(this.people.search(person, "").rows()).extracting(PersonDetails::userName)
                .containsExactly(person);
            assertThat(this.people.search("%", "").rows()).isEmpty();
            assertThat(this.people.search(person, person).rows()).isEmpty();
        });
    }

    private Set<Role> rolesOf(String userName) {
        return this.directory.find(userName).orElseThrow().roles();
    }

    private void asAdministrator(Runnable code) {
        this.acting.as("administrator", code);
    }

    private List<String> problems(Runnable code) {
        return catchThrowableOfType(InvalidInputException.class, () -> this.acting.asSystem(code)).problems()
            .stream()
            .map(InputProblem::toString)
            .toList();
    }

    private void refuses(String field, Runnable code) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.acting.asSystem(code))
            .satisfies((refusal) -> assertThat(List.of(refusal.field())).containsExactly(field));
    }

    private static PersonProfile profile(String fullName) {
        return new PersonProfile(fullName, "x@example.com", "UTC", Set.of(), Set.of());
    }

    private static String name() {
        return "Group " + UUID.randomUUID();
    }

}
