package io.slipway.identity.token;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
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
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
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

    private static final KeyOrder<Row> ORDER = KeyOrder.<Row>descending().number("id", Row::id);

    private final SecureRandom random = new SecureRandom();

    private final JdbcClient jdbc;

    private final PersonDirectory people;

    private final CurrentActor currentActor;

    private final Journal journal;

    TokenManagement(JdbcClient jdbc, PersonDirectory people, CurrentActor currentActor, Journal journal) {
        this.jdbc = jdbc;
        this.people = people;
        this.currentActor = currentActor;
        this.journal = journal;
    }

    /**
     * One page of all tokens, the newest first.
     * @param owner user name of their owner; empty for everybody
     * @param active whether only those that are neither expired nor revoked
     * @param from the cursor, empty for the first page; text that is no cursor counts as
     * empty
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyAuthority('administrator', 'auditor')")
    public KeyPage<TokenDetails> list(String owner, boolean active, String from) {
        Clause which = Clause.equal("owner", owner.strip())
            .and(active ? Clause.of("revoked_at is null and expires_at > :now", "now", now()) : Clause.NONE);
        return ORDER.page(this.jdbc, "select * from access_tokens", which, from, Row.class).map(this::details);
    }

    /**
     * The current actor's tokens, the newest first.
     * @return at most 100
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<TokenDetails> own() {
        return this.jdbc.sql("select * from access_tokens where owner = :owner order by id desc limit 100")
            .param("owner", me().userName())
            .query(Row.class)
            .list()
            .stream()
            .map(this::details)
            .toList();
    }

    /**
     * The roles that tokens of a person may have.
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
     * @return the token, which is told this once
     */
    @PreAuthorize("isAuthenticated()")
    public String create(TokenOrder order) {
        Actor actor = require(order.owner());
        TokenOrder wanted = checked(order);
        byte[] bytes = new byte[BYTES];
        this.random.nextBytes(bytes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = now();
        Instant expires = now.plus(Duration.ofDays(wanted.days()));
        String roles = roles(wanted.roles());
        Clause
            .insert("access_tokens", "name", wanted.name(), "owner", wanted.owner(), "prefix",
                    token.substring(0, SHOWN), "token_hash", DigestUtils.sha256Hex(token), "roles", roles, "writes",
                    wanted.writes(), "releases", String.join("\n", wanted.releases()), "services",
                    String.join("\n", wanted.services()), "created_by", actor.userName(), "created_at", now,
                    "expires_at", expires)
            .on(this.jdbc)
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
        TokenDetails token = this.jdbc.sql("select * from access_tokens where id = :id for update")
            .param("id", id)
            .query(Row.class)
            .optional()
            .map(this::details)
            .filter((found) -> me().has(Role.ADMINISTRATOR) || found.owner().equals(me().userName()))
            .orElseThrow(() -> new NotFoundException("token", Long.toString(id)));
        require(token.owner());
        InputCheck check = new InputCheck();
        String why = check.required("reason", reason, LONGEST_REASON, "identity.token.reason.missing");
        check.refuseIf(token.state() == TokenState.REVOKED, "", "identity.token.revoked-before");
        check.finish();
        end(token, why);
    }

    /**
     * Revokes a token that a review of access finds needless. Refuses its owner.
     * @return whether it was there to be revoked
     */
    @PreAuthorize("hasAnyAuthority('administrator', 'release-manager')")
    public boolean revokeReviewed(long id, String reason) {
        TokenDetails token = this.jdbc.sql("select * from access_tokens where id = :id for update")
            .param("id", id)
            .query(Row.class)
            .optional()
            .map(this::details)
            .filter((one) -> one.state() == TokenState.ACTIVE)
            .orElse(null);
        if (token == null) {
            return false;
        }
        if (token.owner().equals(me().userName())) {
            throw new InvalidInputException("", "identity.person.not-oneself");
        }
        end(token, reason);
        return true;
    }

    private void end(TokenDetails token, String why) {
        Clause.update("access_tokens", "revoked_by", me().userName(), "revoked_at", now(), "revoke_reason", why)
            .where(Clause.equal("id", token.grant().id()))
            .on(this.jdbc)
            .update();
        this.journal.record(JournalEntry.of("token.revoked", "token", token.grant().name())
            .because(why)
            .with(Map.of("owner", token.owner())));
    }

    /**
     * Finds the token that a tool presents, and notes that it is used if it is let in.
     * @return the token in whichever state; empty for one that is malformed or unknown
     */
    public Optional<TokenDetails> present(String token) {
        String asked = (token.length() == LENGTH && token.startsWith(PREFIX)) ? token : "";
        Optional<TokenDetails> found = this.jdbc.sql("select * from access_tokens where token_hash = :hash")
            .param("hash", DigestUtils.sha256Hex(asked))
            .query(Row.class)
            .optional()
            .map(this::details);
        found.filter((one) -> one.state() == TokenState.ACTIVE).ifPresent(this::noteUse);
        return found;
    }

    private void noteUse(TokenDetails used) {
        Instant before = now().minus(USE_IS_WRITTEN_AFTER);
        if (used.lastUsedAt() == null || used.lastUsedAt().isBefore(before)) {
            try {
                Clause.update("access_tokens", "last_used_at", now())
                    .where(Clause.equal("id", used.grant().id())
                        .and("(last_used_at is null or last_used_at < :before)", "before", before))
                    .on(this.jdbc)
                    .update();
            }
            catch (DataAccessException ex) {
                log.debug("The database takes no note of the use of token {}", used.grant().id(), ex);
            }
        }
    }

    private TokenOrder checked(TokenOrder order) {
        InputCheck check = new InputCheck();
        TokenOrder wanted = new TokenOrder(order.owner().strip(),
                check.required("name", order.name(), LONGEST_NAME, "identity.token.name.missing"), order.roles(),
                order.writes(), names(order.releases()).stream().map((key) -> key.toUpperCase(Locale.ROOT)).toList(),
                names(order.services()), order.days());
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
                     where owner = :owner and revoked_at is null and expires_at > :now for update""")
                .param("owner", wanted.owner())
                .param("now", now())
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
        return this.journal.act().at();
    }

    private TokenDetails details(Row row) {
        TokenState state = (row.revokedAt() != null) ? TokenState.REVOKED
                : row.expiresAt().isAfter(now()) ? TokenState.ACTIVE : TokenState.EXPIRED;
        return new TokenDetails(
                new TokenGrant(row.id(), row.name(), row.writes(), lines(row.releases()), lines(row.services())),
                row.owner(), row.prefix(), Set.copyOf(row.roles()), row.createdBy(), row.createdAt(), row.expiresAt(),
                row.lastUsedAt(), row.revokedBy(), row.revokedAt(), row.revokeReason(), state);
    }

    private static Set<String> lines(String text) {
        return text.lines().collect(Collectors.toUnmodifiableSet());
    }

    private static String roles(Set<Role> roles) {
        return roles.stream().sorted().map(Role::id).collect(Collectors.joining(","));
    }

    private record Row(long id, String name, String owner, String prefix, Set<Role> roles, boolean writes,
            String releases, String services, String createdBy, Instant createdAt, Instant expiresAt,
            @Nullable Instant lastUsedAt, @Nullable String revokedBy, @Nullable Instant revokedAt,
            @Nullable String revokeReason) {
    }

}
