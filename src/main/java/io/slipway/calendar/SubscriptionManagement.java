package io.slipway.calendar;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InputCheck;
import io.slipway.input.NotFoundException;
import io.slipway.sql.Clause;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The personal addresses under which calendar programs read the calendar. Whoever knows
 * an address reads as its owner, so it holds a token of 256 random bits that is shown
 * once; the database keeps its hash only. Everybody sees and revokes their own.
 */
@Service
@Transactional
public class SubscriptionManagement {

    /** How many a person may have. */
    public static final int MOST = 5;

    private static final int LONGEST_NAME = 60;

    private static final int TOKEN_BYTES = 32;

    private static final int TOKEN_LENGTH = 43;

    private static final Duration USE_IS_WRITTEN_AFTER = Duration.ofHours(1);

    private final SecureRandom random = new SecureRandom();

    private final JdbcClient jdbc;

    private final Journal journal;

    SubscriptionManagement(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /**
     * The current actor's subscriptions.
     * @return at most {@value #MOST}, the oldest first
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<Subscription> own() {
        return this.jdbc.sql("select * from calendar_subscriptions where user_name = :me order by id")
            .param("me", me())
            .query(Subscription.class)
            .list();
    }

    /**
     * Makes a subscription for the current actor. Refuses a name that is missing or
     * longer than 60 characters, one without anything to show, and a sixth one.
     * @return the token in its address, which is told this once
     */
    @PreAuthorize("isAuthenticated()")
    public String create(String name, Set<Layer> layers) {
        InputCheck check = new InputCheck();
        String called = check.required("name", name, LONGEST_NAME, "calendar.subscription.name.missing");
        check.refuseIf(layers.isEmpty(), "layers", "calendar.subscription.layers.missing");
        List<Integer> taken = this.jdbc.sql("select slot from calendar_subscriptions where user_name = :me for update")
            .param("me", me())
            .query(Integer.class)
            .list();
        check.refuseIf(taken.size() >= MOST, "", "calendar.subscription.too-many", MOST);
        check.finish();
        int slot = IntStream.rangeClosed(1, MOST).filter((one) -> !taken.contains(one)).findFirst().orElseThrow();
        byte[] bytes = new byte[TOKEN_BYTES];
        this.random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Clause
            .insert("calendar_subscriptions", "user_name", me(), "slot", slot, "name", called, "layers", names(layers),
                    "token_hash", DigestUtils.sha256Hex(token), "created_at", now())
            .on(this.jdbc)
            .update();
        this.journal.record(JournalEntry.of("calendar-subscription.created", "calendar-subscription", called)
            .with(Map.of("layers", names(layers))));
        return token;
    }

    /**
     * Revokes a subscription of the current actor: its address stops at once. Refuses
     * everybody else's as if there were none.
     * @param id identifies the subscription
     */
    @PreAuthorize("isAuthenticated()")
    public void revoke(long id) {
        Subscription revoked = own().stream()
            .filter((one) -> one.id() == id)
            .findFirst()
            .orElseThrow(() -> new NotFoundException("subscription", Long.toString(id)));
        this.jdbc.sql("delete from calendar_subscriptions where id = :id").param("id", id).update();
        this.journal.record(JournalEntry.of("calendar-subscription.revoked", "calendar-subscription", revoked.name())
            .change(Map.of("layers", names(revoked.layers())), Map.of()));
    }

    /**
     * Finds the subscription that a program asks for, and notes that it is used. The same
     * statement answers for every token, so that nothing tells a revoked one from one
     * that never was.
     * @param token the token in the address
     * @return the subscription; empty for a token that is malformed, unknown or revoked,
     * and for one whose owner is disabled
     */
    public Optional<Subscription> open(String token) {
        String asked = (token.length() == TOKEN_LENGTH) ? token : "";
        Optional<Subscription> found = this.jdbc.sql("""
                select s.* from calendar_subscriptions s join people p on p.user_name = s.user_name
                 where s.token_hash = :hash and p.enabled = true""")
            .param("hash", DigestUtils.sha256Hex(asked))
            .query(Subscription.class)
            .optional();
        found.ifPresent(this::noteUse);
        return found;
    }

    private void noteUse(Subscription used) {
        Instant before = now().minus(USE_IS_WRITTEN_AFTER);
        if (used.lastUsedAt() == null || used.lastUsedAt().isBefore(before)) {
            Clause.update("calendar_subscriptions", "last_used_at", now())
                .where(Clause.equal("id", used.id())
                    .and("(last_used_at is null or last_used_at < :before)", "before", before))
                .on(this.jdbc)
                .update();
        }
    }

    private String me() {
        return this.journal.act().by();
    }

    private Instant now() {
        return this.journal.act().at();
    }

    private static String names(Set<Layer> layers) {
        return layers.stream().sorted().map(Layer::name).collect(Collectors.joining(","));
    }

}
