package io.slipway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Looks people up for pages and rules: names to show, and who holds a role. Reads are
 * cached for seconds, so a page may ask for a hundred names.
 */
@Component("people")
public class PersonDirectory {

    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private static final Comparator<PersonSummary> BY_NAME = Comparator.comparing(PersonSummary::fullName)
        .thenComparing(PersonSummary::userName);

    private static final String EVERYBODY = """
            select p.user_name, p.full_name, p.email, p.zone, p.enabled,
                   coalesce(group_concat(distinct r.role), '') as roles
              from people p
              left join (select person_id, role from person_roles
                         union all
                         select m.person_id, t.role from team_members m join team_roles t on t.team_id = m.team_id) r
                on r.person_id = p.id
             group by p.id""";

    private final JdbcClient jdbc;

    private final AwayTimes awayTimes;

    private volatile @Nullable Snapshot snapshot;

    private final AtomicLong forgotten = new AtomicLong();

    PersonDirectory(JdbcClient jdbc, AwayTimes awayTimes) {
        this.jdbc = jdbc;
        this.awayTimes = awayTimes;
    }

    /**
     * The name to show for a user name.
     * @param userName the name to sign in with, may be null
     * @return the full name, the user name itself if nobody has it, empty for null
     */
    public String name(@Nullable String userName) {
        if (userName == null) {
            return "";
        }
        if (Actor.SYSTEM.userName().equals(userName)) {
            return Actor.SYSTEM.fullName();
        }
        return find(userName).map(PersonSummary::fullName).orElse(userName);
    }

    /**
     * Finds a person.
     * @param userName the name to sign in with
     * @return the person, if there is one
     */
    public Optional<PersonSummary> find(String userName) {
        return Optional.ofNullable(everybody().get(userName)).map(Entry::person);
    }

    /**
     * Tells whether somebody who is enabled has a mail address.
     * @param address the address, in upper or lower case
     */
    public boolean hasAddress(String address) {
        return everybody().values()
            .stream()
            .anyMatch((entry) -> entry.person().enabled() && entry.person().email().equalsIgnoreCase(address));
    }

    /** The enabled people who hold a role, by full name. */
    public List<PersonSummary> holding(Role role) {
        return everybody().values()
            .stream()
            .map(Entry::person)
            .filter((person) -> person.enabled() && person.roles().contains(role))
            .sorted(BY_NAME)
            .toList();
    }

    /**
     * The enabled people whose user name, or a part of whose name, begins so, by full
     * name.
     * @param text the beginning, in either case
     * @param most how many at most
     */
    public List<PersonSummary> beginning(String text, int most) {
        return beginning(text).filter(PersonSummary::enabled).limit(most).toList();
    }

    /**
     * The same among all who ever had an account.
     */
    public List<PersonSummary> anybody(String text, int most) {
        return beginning(text).limit(most).toList();
    }

    private Stream<PersonSummary> beginning(String text) {
        String start = text.toLowerCase(Locale.ROOT);
        return everybody().values()
            .stream()
            .map(Entry::person)
            .filter((person) -> person.userName().startsWith(start)
                    || (" " + person.fullName().toLowerCase(Locale.ROOT)).contains(" " + start))
            .sorted(BY_NAME);
    }

    /**
     * Those who are away during a whole time, without a gap. Nothing of it is cached.
     * @param from begin of the time, UTC
     * @param until end of the time, UTC, exclusive
     * @return until when each is away, by user name
     */
    public Map<String, Instant> awayDuring(Instant from, Instant until) {
        return absencesSince(from).throughout(until);
    }

    /**
     * Who is away from a moment on, for whoever has many questions. Nothing of it is
     * cached.
     * @param from the moment, UTC
     */
    public Absences absencesSince(Instant from) {
        return this.awayTimes.since(from);
    }

    /**
     * The absences of some people that overlap a time, by user name and begin. Nothing of
     * it is cached.
     * @param from begin of the time, UTC
     * @param until end of the time, UTC, exclusive
     */
    public List<AwayTime> absencesOf(Collection<String> userNames, Instant from, Instant until) {
        return this.awayTimes.of(userNames, from, until);
    }

    /**
     * Forgets what was cached, now and again when the current transaction ends: for
     * whoever changes people.
     */
    public void refresh() {
        forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget();
                }
            });
        }
    }

    /**
     * The principal of a person.
     * @param userName the name to sign in with
     * @return the principal, if there is such a person
     */
    public Optional<SignedInPerson> principal(String userName) {
        return Optional.ofNullable(everybody().get(userName))
            .map((entry) -> new SignedInPerson(userName, entry.person().fullName(), entry.zone()));
    }

    private void forget() {
        this.forgotten.incrementAndGet();
        this.snapshot = null;
    }

    /** What was read before somebody changed people is not kept afterwards. */
    private Map<String, Entry> everybody() {
        Snapshot known = this.snapshot;
        long now = System.nanoTime();
        long times = this.forgotten.get();
        if (known != null && known.times() == times && now - known.takenAt() <= FRESH_NANOS) {
            return known.people();
        }
        Snapshot read = new Snapshot(now, times, load());
        this.snapshot = read;
        return read.people();
    }

    private Map<String, Entry> load() {
        return this.jdbc.sql(EVERYBODY)
            .query(Row.class)
            .list()
            .stream()
            .map(Row::entry)
            .collect(Collectors.toMap((entry) -> entry.person().userName(), (entry) -> entry, (one, other) -> one,
                    LinkedHashMap::new));
    }

    private record Row(String userName, String fullName, String email, String zone, boolean enabled, Set<Role> roles) {

        Entry entry() {
            return new Entry(
                    new PersonSummary(this.userName, this.fullName, this.email, this.enabled, Set.copyOf(this.roles)),
                    this.zone);
        }

    }

    private record Entry(PersonSummary person, String zone) {
    }

    private record Snapshot(long takenAt, long times, Map<String, Entry> people) {
    }

}
