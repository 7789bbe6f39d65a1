package io.slipway.identity.token;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.Actor;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.identity.TokenGrant;
import io.slipway.input.InputCheck;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens: administrators make them for anybody, everybody for themselves. A token holds
 * 256 random bits and is told once; the database keeps its hash only.
 */
@Service
@Transactional
public class TokenManagement {

    private static final Logger log = LoggerFactory.getLogger(TokenManagement.class);

    /** What every token begins with. */
    public static final String PREFIX = "slw_";

    /** How many tokens that are neither expired nor revoked a person may have. */
    public static final int MOST = 20;

    /** The longest life of a token, in days. */
    public static final int MOST_DAYS = 365;

    private static final int BYTES = 32;

    private static final int LENGTH = 47;

    private static final int SHOWN = 10;

    private static final int LONGEST_NAME = 60;

    private static final int LONGEST_REASON = 300;

    private static final int MOST_NAMED = 20;

    private static final Duration USE_IS_WRITTEN_AFTER = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();

    private final JdbcClient jdbc;

    private final PersonDirectory people;

    private final CurrentActor currentActor;

    private final Journal journal;

    private final Clock clock;

    TokenManagement(JdbcClient jdbc, PersonDirectory people, CurrentActor currentActor, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.currentActor = currentActor;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * One page of all tokens, the newest first.
     * @param owner user name of their owner; empty for everybody
     * @param active whether only those that are neither expired nor revoked
     * @param from the cursor, empty for the first page; text that is no cursor counts as
     * empty
     * @return a page
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyAuthority('administrator', 'auditor')")
    public KeyPage<TokenDetails> list(String owner, boolean active, String from) {
        long before = KeyPage.idBefore(from);
        List<TokenDetails> found = this.jdbc.sql("""
                select * from access_tokens
                 where id < :before and (:owner = '' or owner = :owner)
                   and (:active = false or revoked_at is null and expires_at > :now)
                 order by id desc limit :most""")
            .params(Map.of("before", before, "owner", owner.strip(), "active", active, "now", column(now()), "most",
                    KeyPage.SIZE + 1))
            .query(this::row)
            .list();
        return KeyPage.of(found, (token) -> Long.toString(token.grant().id()));
    }

    /**
     * The current actor's tokens, the newest first.
     * @return at most 100
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<TokenDetails> own() {
        return this.jdbc.sql("select * from access_tokens where owner = ? order by id desc limit 100")
            .param(me().userName())
            .query(this::row)
            .list();
    }

    /**
     * The roles that tokens of a person may have.
     * @param userName the person
     * @return the person's roles but that of an administrator, in their order
     */
    @Transactional(readOnly = true)
    public List<Role> rolesFor(String userName) {
        return this.people.find(userName)
            .map((person) -> person.roles().stream().filter((role) -> role != Role.ADMINISTRATOR).sorted().toList())
            .orElse(List.of());
    }

    /**
     * Makes a token. Refuses everybody but administrators and the owner, and a token that
     * would act by a token; a name that is missing, too long or that another of the
     * owner's tokens has, an owner who cannot sign in, roles that the owner has not,
     * change without a role that changes anything, too many names, more than a year, and
     * a token too many.
     * @param order the token
     * @return the token, which is told this once
     */
    @PreAuthorize("isAuthenticated()")
    public String create(TokenOrder order) {
        Actor actor = require(order.owner());
        TokenOrder wanted = checked(order);
        byte[] bytes = new byte[BYTES];
        this.random.nextBytes(bytes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = now().plus(Duration.ofDays(wanted.days()));
        String roles = roles(wanted.roles());
        this.jdbc.sql("""
                insert into access_tokens (name, owner, prefix, token_hash, roles, writes, releases, services,
                                           created_by, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
            .params(wanted.name(), wanted.owner(), token.substring(0, SHOWN), DigestUtils.sha256Hex(token), roles,
                    wanted.writes(), String.join("\n", wanted.releases()), String.join("\n", wanted.services()),
                    actor.userName(), column(now()), column(expires))
            .update();
        this.journal.record(JournalEntry.of("token.created", "token", wanted.name())
            .with(Map.of("owner", wanted.owner(), "roles", roles, "writes", wanted.writes(), "releases",
                    wanted.releases(), "services", wanted.services(), "expiresAt", expires.toString())));
        return token;
    }

    /**
     * Revokes a token: it is refused at once. Refuses everybody but administrators and
     * its owner, as if there were none, one that was revoked before, and a missing
     * reason.
     * @param id identifies the token
     * @param reason why, at most 300 characters
     */
    @PreAuthorize("isAuthenticated()")
    public void revoke(long id, String reason) {
        TokenDetails token = this.jdbc.sql("select * from access_tokens where id = ? for update")
            .param(id)
            .query(this::row)
            .optional()
            .filter((found) -> me().has(Role.ADMINISTRATOR) || found.owner().equals(me().userName()))
            .orElseThrow(() -> new NotFoundException("token", Long.toString(id)));
        require(token.owner());
        String why = reason.strip();
        InputCheck check = new InputCheck();
        check.refuseIf(why.isEmpty(), "reason", "identity.token.reason.missing");
        check.refuseIf(why.length() > LONGEST_REASON, "reason", "identity.token.reason.too-long", LONGEST_REASON);
        check.refuseIf(token.state() == TokenState.REVOKED, "", "identity.token.revoked-before");
        check.finish();
        this.jdbc.sql("update access_tokens set revoked_by = ?, revoked_at = ?, revoke_reason = ? where id = ?")
            .params(me().userName(), column(now()), why, id)
            .update();
        this.journal.record(JournalEntry.of("token.revoked", "token", token.grant().name())
            .because(why)
            .with(Map.of("owner", token.owner())));
    }

    /**
     * Finds the token that a tool presents, and notes that it is used if it is let in.
     * @param token what the tool sent
     * @return the token in whichever state; empty for one that is malformed or unknown
     */
    public Optional<TokenDetails> present(String token) {
        String asked = (token.length() == LENGTH && token.startsWith(PREFIX)) ? token : "";
        Optional<TokenDetails> found = this.jdbc.sql("select * from access_tokens where token_hash = ?")
            .param(DigestUtils.sha256Hex(asked))
            .query(this::row)
            .optional();
        found.filter((one) -> one.state() == TokenState.ACTIVE).ifPresent(this::noteUse);
        return found;
    }

    private void noteUse(TokenDetails used) {
        Instant before = now().minus(USE_IS_WRITTEN_AFTER);
        if (used.lastUsedAt() == null || used.lastUsedAt().isBefore(before)) {
            try {
                this.jdbc.sql("""
                        update access_tokens set last_used_at = ?
                         where id = ? and (last_used_at is null or last_used_at < ?)""")
                    .params(column(now()), used.grant().id(), column(before))
                    .update();
            }
            catch (DataAccessException ex) {
                log.debug("The database takes no note of the use of token {}", used.grant().id(), ex);
            }
        }
    }

    private TokenOrder checked(TokenOrder order) {
        TokenOrder wanted = new TokenOrder(order.owner().strip(), order.name().strip(), order.roles(), order.writes(),
                names(order.releases()).stream().map((key) -> key.toUpperCase(Locale.ROOT)).toList(),
                names(order.services()), order.days());
        InputCheck check = new InputCheck();
        check.refuseIf(wanted.name().isEmpty(), "name", "identity.token.name.missing");
        check.refuseIf(wanted.name().length() > LONGEST_NAME, "name", "identity.token.name.too-long", LONGEST_NAME);
        check.refuseIf(wanted.days() < 1 || wanted.days() > MOST_DAYS, "days", "identity.token.days", MOST_DAYS);
        check.refuseIf(wanted.writes() && wanted.roles().isEmpty(), "roles", "identity.token.roles.missing");
        check.refuseIf(wanted.writes() && wanted.roles().equals(Set.of(Role.AUDITOR)), "roles",
                "identity.token.roles.reads");
        check.refuseIf(tooLong(wanted.releases(), 41), "releases", "identity.token.names", MOST_NAMED, 41);
        check.refuseIf(tooLong(wanted.services(), 80), "services", "identity.token.names", MOST_NAMED, 80);
        check.refuseIf(this.people.find(wanted.owner()).filter(PersonSummary::enabled).isEmpty(), "owner",
                "identity.token.owner.unknown");
        if (check.sound("owner")) {
            check.refuseIf(!rolesFor(wanted.owner()).containsAll(wanted.roles()), "roles", "identity.token.roles.more");
            List<String> names = this.jdbc.sql("""
                    select name from access_tokens
                     where owner = ? and revoked_at is null and expires_at > ? for update""")
                .params(wanted.owner(), column(now()))
                .query(String.class)
                .list();
            check.refuseIf(names.stream().anyMatch(wanted.name()::equalsIgnoreCase), "name",
                    "identity.token.name.taken");
            check.refuseIf(names.size() >= MOST, "", "identity.token.too-many", MOST);
        }
        check.finish();
        return wanted;
    }

    private static boolean tooLong(List<String> names, int longest) {
        return names.size() > MOST_NAMED || names.stream().anyMatch((name) -> name.length() > longest);
    }

    private static List<String> names(List<String> typed) {
        return typed.stream().map(String::strip).filter((name) -> !name.isEmpty()).distinct().toList();
    }

    /** Whoever signs in keeps their own tokens; administrators keep everybody's. */
    private Actor require(String owner) {
        Actor actor = me();
        if (actor.byToken() || !actor.has(Role.ADMINISTRATOR) && !actor.userName().equals(owner.strip())) {
            throw new AccessDeniedException("Only administrators and its owner, signed in, may do this with a token");
        }
        return actor;
    }

    private Actor me() {
        return this.currentActor.get();
    }

    private Instant now() {
        return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private TokenDetails row(ResultSet row, int number) throws SQLException {
        TokenGrant grant = new TokenGrant(row.getLong("id"), row.getString("name"), row.getBoolean("writes"),
                lines(row.getString("releases")), lines(row.getString("services")));
        Instant expires = row.getObject("expires_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
        Instant revoked = instant(row, "revoked_at");
        return new TokenDetails(grant, row.getString("owner"), row.getString("prefix"),
                List.of(row.getString("roles").split(","))
                    .stream()
                    .map(Role::of)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toUnmodifiableSet()),
                row.getString("created_by"), row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                expires, instant(row, "last_used_at"), row.getString("revoked_by"), revoked,
                row.getString("revoke_reason"), (revoked != null) ? TokenState.REVOKED
                        : expires.isAfter(now()) ? TokenState.ACTIVE : TokenState.EXPIRED);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return (at != null) ? at.toInstant(ZoneOffset.UTC) : null;
    }

    private static Set<String> lines(String text) {
        return text.lines().collect(Collectors.toUnmodifiableSet());
    }

    private static String roles(Set<Role> roles) {
        return roles.stream().sorted().map(Role::id).collect(Collectors.joining(","));
    }

    private static LocalDateTime column(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

}
