package io.slipway.identity.token;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.input.InputProblem;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Who makes and revokes tokens, what is refused, and what the database knows of one.
 */
@SlipwayTest
class TokenManagementTests {

    @Autowired
    TokenManagement tokens;

    @Autowired
    SomeToken someToken;

    @Autowired
    Acting acting;

    @Autowired
    SomePerson somePerson;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MutableClock clock;

    String owner;

    @BeforeEach
    void somebody() {
        this.owner = this.somePerson.with(Role.BUILD_ENGINEER);
    }

    @Test
    void areMadeByAdministratorsAndOwnersOnly() {
        TokenOrder order = order("pipeline", Set.of(Role.BUILD_ENGINEER));
        for (String stranger : List.of("auditor", "release-manager", "build-engineer")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> this.acting.as(stranger, () -> this.tokens.create(order)));
        }
        String own = this.acting.as(this.owner, () -> this.tokens.create(order));
        assertThat(own).startsWith("slw_").hasSize(47);
        assertThat(this.someToken.of(this.owner, Role.BUILD_ENGINEER)).isNotEqualTo(own);
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.someToken.acting(this.owner, () -> this.tokens.create(order)));
    }

    @Test
    void areKeptAsHashOnly() {
        String token = this.someToken.of(this.owner, Role.BUILD_ENGINEER);
        String row = this.database.queryForList("select * from access_tokens where owner = ?", this.owner).toString();
        assertThat(row).doesNotContain(token).doesNotContain(token.substring(12)).contains(token.substring(0, 10));
        assertThat(this.database.queryForList("select new_values from audit_entries where action = 'token.created'",
                String.class))
            .noneMatch((values) -> values.contains(token.substring(0, 12)));
        assertThat(this.tokens.present(token)).isPresent();
        assertThat(this.tokens.present(token.substring(0, 46))).isEmpty();
        assertThat(this.tokens.present("")).isEmpty();
    }

    @Test
    void areRefusedAtAllFieldsAtOnce() {
        TokenOrder wrong = new TokenOrder(this.owner, " ", Set.of(Role.RELEASE_MANAGER), true,
                IntStream.range(0, 21).mapToObj((i) -> "R-" + i).toList(), List.of("x".repeat(81)), 366);
        assertThat(refused(wrong)).containsExactlyInAnyOrder("name", "roles", "releases", "services", "days");
        assertThat(refused(new TokenOrder("nobody-at-all", "n", Set.of(), false, List.of(), List.of(), 1)))
            .containsExactly("owner");
        assertThat(refused(
                new TokenOrder("administrator", "n", Set.of(Role.ADMINISTRATOR), true, List.of(), List.of(), 1)))
            .containsExactly("roles");
        assertThat(refused(new TokenOrder(this.owner, "n", Set.of(), true, List.of(), List.of(), 1)))
            .containsExactly("roles");
        String auditor = this.somePerson.with(Role.AUDITOR);
        assertThat(refused(new TokenOrder(auditor, "changes", Set.of(Role.AUDITOR), true, List.of(), List.of(), 1)))
            .containsExactly("roles");
        this.acting.as(auditor, () -> this.tokens
            .create(new TokenOrder(auditor, "reads", Set.of(Role.AUDITOR), false, List.of(), List.of(), 1)));
        this.acting.as(this.owner, () -> this.tokens.create(order("twice", Set.of())));
        assertThat(refused(order("Twice", Set.of()))).containsExactly("name");
    }

    @Test
    void areRevokedByOwnerAndAdministratorWithReason() {
        this.someToken.of(this.owner, Role.BUILD_ENGINEER);
        TokenDetails token = this.acting.as(this.owner, () -> this.tokens.own()).get(0);
        long id = token.grant().id();
        assertThatExceptionOfType(NotFoundException.class)
            .isThrownBy(() -> this.acting.as("auditor", () -> this.tokens.revoke(id, "Mine")));
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as(this.owner, () -> this.tokens.revoke(id, " ")));
        this.acting.as("administrator", () -> this.tokens.revoke(id, "Seen in a log"));
        TokenDetails revoked = this.acting.as(this.owner, () -> this.tokens.own()).get(0);
        assertThat(revoked.state()).isEqualTo(TokenState.REVOKED);
        assertThat(revoked.revokedBy()).isEqualTo("administrator");
        assertThat(revoked.revokeReason()).isEqualTo("Seen in a log");
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> this.acting.as(this.owner, () -> this.tokens.revoke(id, "Again")));
    }

    @Test
    void tellTheirLastUseOnceAMinute() {
        String token = this.someToken.of(this.owner, Role.BUILD_ENGINEER);
        this.tokens.present(token);
        TokenDetails used = this.tokens.present(token).orElseThrow();
        this.clock.advance(Duration.ofSeconds(30));
        this.tokens.present(token);
        assertThat(this.tokens.present(token).orElseThrow().lastUsedAt()).isEqualTo(used.lastUsedAt());
        this.clock.advance(Duration.ofSeconds(40));
        this.tokens.present(token);
        assertThat(this.tokens.present(token).orElseThrow().lastUsedAt()).isAfter(used.lastUsedAt());
        this.clock.advance(Duration.ofDays(1));
        assertThat(this.tokens.present(token).orElseThrow().state()).isEqualTo(TokenState.EXPIRED);
    }

    @Test
    void areListedByKey() {
        this.database.update(
                """
                        insert into access_tokens (name, owner, prefix, token_hash, roles, writes, releases, services, created_by,
                                                   created_at, expires_at)
                        select concat('old ', seq), ?, 'slw_old', sha2(concat(?, seq), 256), '', false, '', '', 'system',
                               utc_timestamp(3), utc_timestamp(3) - interval 1 day from seq_1_to_30""",
                this.owner, this.owner);
        this.someToken.of(this.owner, Role.BUILD_ENGINEER);
        KeyPage<TokenDetails> first = this.acting.as("auditor", () -> this.tokens.list(this.owner, false, ""));
        assertThat(first.rows()).hasSize(25).first().extracting(TokenDetails::state).isEqualTo(TokenState.ACTIVE);
        KeyPage<TokenDetails> second = this.acting.as("auditor",
                () -> this.tokens.list(this.owner, false, String.valueOf(first.next())));
        assertThat(second.rows()).hasSize(6);
        assertThat(second.next()).isNull();
        assertThat(this.acting.as("auditor", () -> this.tokens.list(this.owner, true, "x")).rows()).hasSize(1);
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as(this.owner, () -> this.tokens.list("", false, "")));
    }

    private List<String> refused(TokenOrder order) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class,
                () -> this.acting.as("administrator", () -> this.tokens.create(order)));
        return refusal.problems().stream().map(InputProblem::field).toList();
    }

    private TokenOrder order(String name, Set<Role> roles) {
        return new TokenOrder(this.owner, name, roles, false, List.of(), List.of(), 30);
    }

}
