package io.slipway.earlylife.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.slipway.deployment.DeploymentManagement;
import io.slipway.deployment.rollback.MajorIncidentDeclared;
import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.input.InputCheck;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the incidents that monitoring reports of releases, one row for each source and
 * id. In whichever order the news come, and however often, the row ends the same: opened
 * with the first news of it, resolved with the last, in the words of the latest that has
 * any.
 */
@Service
@Transactional
public class IncidentManagement {

    private static final int LONGEST_SOURCE = 300;

    private static final int LONGEST_SUBJECT = 200;

    private static final int LONGEST_DESCRIPTION = 1000;

    private static final int LONGEST_PLACE = 200;

    private static final int LONGEST_TICKET = 500;

    private static final int LOWEST_PRIORITY = 4;

    private static final KeyOrder<Incident> ORDER = KeyOrder.<Incident>ascending()
        .number("resolved", (one) -> (one.resolvedAt() != null) ? 1 : 0)
        .turned()
        .number("id", Incident::id);

    private final JdbcClient jdbc;

    private final DeploymentManagement deployments;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    IncidentManagement(JdbcClient jdbc, DeploymentManagement deployments, Journal journal,
            ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.deployments = deployments;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Tells whether incidents of a release are kept: from the start of its deployment on.
     * @return whether {@link #tell} may be called
     */
    @Transactional(readOnly = true)
    public boolean keeps(String release) {
        return this.deployments.newestOf(release).isPresent();
    }

    /**
     * The release of an incident that was told before.
     * @return key of the release, the latest if there are several
     */
    @Transactional(readOnly = true)
    public Optional<String> releaseOf(String source, String subject) {
        return this.jdbc
            .sql("select release_key from incidents where source = :source and subject = :subject"
                    + " order by id desc limit 1")
            .param("source", source)
            .param("subject", subject)
            .query(String.class)
            .optional();
    }

    /**
     * Takes news of an incident in. Refuses everybody but build engineers and operations,
     * a release whose deployment has not begun, an id that is missing or too long, and a
     * priority that is none of 1 to 4. A moment in the future counts as now.
     */
    @PreAuthorize("hasAnyAuthority('build-engineer', 'operations')")
    public void tell(String release, IncidentNews news) {
        keep(release, news);
    }

    /**
     * A major incident that was declared on a rollback is open until somebody ends it.
     */
    @EventListener
    void on(MajorIncidentDeclared event) {
        keep(event.releaseKey(), new IncidentNews("slipway", event.releaseKey() + "/major", false, event.at(), 1,
                event.reason(), null, null, null));
    }

    private void keep(String release, IncidentNews news) {
        check(release, news);
        Instant now = this.clock.instant();
        Instant at = news.at().isAfter(now) ? now : news.at();
        String description = cut(news.description(), LONGEST_DESCRIPTION);
        this.jdbc.sql("""
                insert into incidents (release_key, source, subject, priority, description, service, environment,
                                       ticket, opened_at, resolved_at, told_at)
                values (:release, :source, :subject, :priority, :description, :service, :environment,
                        :ticket, :opened, :resolved, :told)
                on duplicate key update
                  description = case when value(told_at) is null then description
                    when told_at is null or value(told_at) > told_at then value(description)
                    when value(told_at) = told_at then greatest(description, value(description))
                    else description end,
                  service = greatest(coalesce(service, value(service)), coalesce(value(service), service)),
                  environment = greatest(coalesce(environment, value(environment)),
                                         coalesce(value(environment), environment)),
                  ticket = greatest(coalesce(ticket, value(ticket)), coalesce(value(ticket), ticket)),
                  priority = least(coalesce(priority, value(priority)), coalesce(value(priority), priority)),
                  opened_at = least(coalesce(opened_at, value(opened_at)), coalesce(value(opened_at), opened_at)),
                  resolved_at = greatest(coalesce(resolved_at, value(resolved_at)),
                                         coalesce(value(resolved_at), resolved_at)),
                  told_at = greatest(coalesce(told_at, value(told_at)), coalesce(value(told_at), told_at))""")
            .param("release", release)
            .param("source", news.source())
            .param("subject", news.subject())
            .param("priority", news.priority())
            .param("description", description)
            .param("service", cut(news.service(), LONGEST_PLACE))
            .param("environment", cut(news.environment(), LONGEST_PLACE))
            .param("ticket", address(news.ticket()))
            .param("opened", news.resolved() ? null : at)
            .param("resolved", news.resolved() ? at : null)
            .param("told", (description != null) ? at : null)
            .update();
        this.journal.record(
                JournalEntry.of(news.resolved() ? "incident.resolved" : "incident.reported", "incident", news.subject())
                    .release(release)
                    .with(Map.of("source", news.source(), "at", at)));
        open(release, news).ifPresent((one) -> this.events
            .publishEvent(new IncidentOpened(release, one.id(), one.subject(), one.description())));
    }

    private Optional<Incident> open(String release, IncidentNews news) {
        return this.jdbc
            .sql("select * from incidents where release_key = :release and source = :source and subject = :subject"
                    + " and resolved = 0")
            .param("release", release)
            .param("source", news.source())
            .param("subject", news.subject())
            .query(Incident.class)
            .optional();
    }

    private void check(String release, IncidentNews news) {
        InputCheck check = new InputCheck();
        check.refuseIf(!keeps(release), "", "earlylife.incident.too-early");
        check.refuseIf(news.source().isBlank() || news.source().length() > LONGEST_SOURCE, "source",
                "earlylife.incident.id", LONGEST_SOURCE);
        check.refuseIf(news.subject().isBlank() || news.subject().length() > LONGEST_SUBJECT, "subject",
                "earlylife.incident.id", LONGEST_SUBJECT);
        Integer priority = news.priority();
        check.refuseIf(priority != null && (priority < 1 || priority > LOWEST_PRIORITY), "priority",
                "earlylife.incident.priority");
        check.finish();
    }

    /**
     * One page of the incidents of a release: the open ones first, the latest news first.
     * @param from the cursor, empty for the first page; text that is no cursor counts as
     * empty
     */
    @Transactional(readOnly = true)
    public KeyPage<Incident> of(String release, String from) {
        return ORDER.page(this.jdbc, "select * from incidents", Clause.equal("release_key", release), from,
                Incident.class);
    }

    /**
     * Counts the incidents of a release.
     * @return how many are open, by priority, and how many are over
     */
    @Transactional(readOnly = true)
    public IncidentCounts counts(String release) {
        return this.jdbc.sql("""
                select count(if(resolved = 0 and priority = 1, 1, null)) priority1,
                       count(if(resolved = 0 and priority = 2, 1, null)) priority2,
                       count(if(resolved = 0 and priority = 3, 1, null)) priority3,
                       count(if(resolved = 0 and priority = 4, 1, null)) priority4,
                       count(if(resolved = 0 and priority is null, 1, null)) unrated,
                       count(if(resolved = 1, 1, null)) resolved
                  from incidents where release_key = :release""")
            .param("release", release)
            .query(IncidentCounts.class)
            .single();
    }

    /**
     * The incidents that are open now, whatever their release.
     * @return at most that many, the latest first
     */
    @Transactional(readOnly = true)
    public List<OpenIncident> openNow(int most) {
        return this.jdbc.sql("select * from incidents where resolved = 0 order by id desc limit :most")
            .param("most", most)
            .query(OpenIncident.class)
            .list();
    }

    /**
     * How many incidents of some releases are open.
     * @return the number of each release that has any
     */
    @Transactional(readOnly = true)
    public Map<String, Integer> open(Collection<String> releases) {
        return releases.isEmpty() ? Map.of()
                : this.jdbc
                    .sql("select release_key, count(*) number from incidents"
                            + " where release_key in (:keys) and resolved = 0 group by release_key")
                    .param("keys", releases)
                    .query(OpenCount.class)
                    .list()
                    .stream()
                    .collect(Collectors.toMap(OpenCount::releaseKey, OpenCount::number));
    }

    private record OpenCount(String releaseKey, int number) {
    }

    private static @Nullable String address(@Nullable String ticket) {
        return (ticket != null && ticket.length() <= LONGEST_TICKET && ticket.matches("https?://\\S+")) ? ticket : null;
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        String stripped = (text != null) ? text.strip() : "";
        return stripped.isEmpty() ? null : stripped.substring(0, Math.min(stripped.length(), longest));
    }

}
