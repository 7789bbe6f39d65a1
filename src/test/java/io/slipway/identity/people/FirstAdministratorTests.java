package io.slipway.identity.people;

import io.slipway.identity.Acting;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Outside the demo the first administrator comes from the environment, or the portal says
 * in one line why it does not start.
 */
@SlipwayTest
class FirstAdministratorTests {

    @Autowired
    PersonManagement people;

    @Autowired
    PersonRepository repository;

    @Autowired
    PersonDirectory directory;

    @Autowired
    Acting acting;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @CsvSource({ "'', '', there is no administrator yet", "boss, '', there is no administrator yet",
            "'', a good password, there is no administrator yet",
            "boss, short, 'is refused: Use 12 to 128 characters.'",
            "boss, Password12345!, 'is refused: This is guessed quickly'",
            "harbour-boss, harbour-boss-1, 'is refused: Names, user name'",
            "The Boss, a good password, is refused: Use 2 to 50 lower-case letters" })
    void refusesToStartWithNobodyOrAWeakPassword(String user, String password, String reason) {
        withoutAdministrator(
                () -> assertThatExceptionOfType(NoAdministratorException.class).isThrownBy(() -> start(user, password))
                    .withMessageContaining(reason)
                    .withMessageContaining("SLIPWAY_ADMIN_USER"));
    }

    @Test
    void makesTheAdministratorThatTheEnvironmentNames() {
        withoutAdministrator(() -> {
            start("boss", "a good password");
            this.directory.refresh();
            assertThat(this.directory.find("boss").orElseThrow().roles()).containsExactly(Role.ADMINISTRATOR);
            assertThat(this.database.queryForObject("select password_given from people where user_name = 'boss'",
                    Boolean.class))
                .as("the operator's own choice")
                .isFalse();
        });
    }

    @Test
    void ignoresTheEnvironmentOnceThereIsAnAdministrator() {
        start("boss", "a good password");
        start("", "");
        assertThat(this.repository.existsByUserName("boss")).isFalse();
    }

    private void start(String user, String password) {
        new FirstAdministrator(this.people, this.repository, this.acting, new AdministratorProperties(user, password),
                this.messages)
            .afterSingletonsInstantiated();
    }

    private void withoutAdministrator(Runnable code) {
        new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
            status.setRollbackOnly();
            this.database.update("update people set enabled = false");
            this.directory.refresh();
            code.run();
        });
        this.directory.refresh();
    }

}
