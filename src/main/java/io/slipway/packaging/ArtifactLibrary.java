package io.slipway.packaging;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseStatus;
import io.slipway.sql.Clause;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The definitive media library: artifacts are known by their digest, and one artifact may
 * be part of many releases. The portal holds no artifacts: that one is gone from where it
 * was kept it takes from whoever does, tells it to the people of every open release that
 * it is part of, and decides nothing by it.
 */
@Service
@Transactional
public class ArtifactLibrary {

    private static final int MOST = 100;

    private static final int LONGEST_SOURCE = 300;

    private final JdbcClient jdbc;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    ArtifactLibrary(JdbcClient jdbc, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The releases that an artifact is part of, the latest first.
     * @param digest its SHA-256, in hexadecimal digits of either case
     * @return at most 100; empty if it was never delivered
     */
    @Transactional(readOnly = true)
    public List<ArtifactUse> uses(String digest) {
        return this.jdbc.sql("""
                select r.release_key as `release`, r.name as release_name, r.phase, r.status, u.id, u.name, u.version,
                       u.artifact, u.digest, u.source_commit as `commit`, u.committed_at, u.delivered_by, u.delivered_at
                  from release_units u join releases r on r.id = u.release_id
                 where u.digest = :digest order by u.id desc limit :most""")
            .param("digest", digest.strip().toLowerCase(Locale.ROOT))
            .param("most", MOST)
            .query(UseRow.class)
            .list()
            .stream()
            .map(UseRow::use)
            .toList();
    }

    /**
     * The artifacts whose digest begins so, by digest.
     * @param digits lower-case hexadecimal digits
     * @param most how many at most
     * @return each as it was last delivered
     */
    @Transactional(readOnly = true)
    public List<ReleaseUnitDetails> beginning(String digits, int most) {
        return this.jdbc.sql("""
                select u.id, u.name, u.version, u.artifact, u.digest, u.source_commit as `commit`, u.committed_at,
                       u.delivered_by, u.delivered_at
                  from (select max(id) as id from release_units where digest like :start group by digest
                         order by digest limit :most) d
                  straight_join release_units u on u.id = d.id order by u.digest""")
            .param("start", Clause.beginning(digits))
            .param("most", most)
            .query(ReleaseUnitDetails.class)
            .list();
    }

    /**
     * Takes the news that an artifact was deleted. Refuses everybody but build engineers
     * and deployment managers. A moment in the future counts as now; of an artifact that
     * is known to be gone nothing is told again.
     * @param digest its SHA-256, 64 lower-case hexadecimal digits
     * @param source who tells it; cut off after 300 characters
     * @param at when it was deleted
     */
    @PreAuthorize("hasAnyAuthority('build-engineer', 'deployment-manager')")
    public void deleted(String digest, String source, Instant at) {
        Instant now = this.clock.instant();
        Instant deletedAt = (at.isAfter(now) ? now : at).truncatedTo(ChronoUnit.MILLIS);
        String teller = source.substring(0, Math.min(source.length(), LONGEST_SOURCE));
        int fresh = this.jdbc
            .sql("insert ignore into missing_artifacts (digest, source, deleted_at) values (:digest, :source, :at)")
            .param("digest", digest)
            .param("source", teller)
            .param("at", deletedAt)
            .update();
        if (fresh > 0) {
            uses(digest).stream()
                .filter((use) -> use.status() == ReleaseStatus.OPEN)
                .forEach((use) -> tell(use, teller, deletedAt));
        }
    }

    private void tell(ArtifactUse use, String source, Instant deletedAt) {
        String unit = use.unit().name() + " " + use.unit().version();
        this.journal.record(JournalEntry.ofRelease("artifact.missing", use.release())
            .with(Map.of("unit", unit, "digest", use.unit().digest(), "source", source, "at", deletedAt)));
        this.events.publishEvent(new ArtifactMissing(use.release(), unit, use.unit().digest(), source, deletedAt));
    }

    /**
     * Takes the news that an artifact was published. Refuses everybody but build
     * engineers and deployment managers. What was deleted later stays so.
     * @param digest its SHA-256, 64 lower-case hexadecimal digits
     * @param at when it was published
     */
    @PreAuthorize("hasAnyAuthority('build-engineer', 'deployment-manager')")
    public void published(String digest, Instant at) {
        this.jdbc.sql("delete from missing_artifacts where digest = :digest and deleted_at < :at")
            .param("digest", digest)
            .param("at", at)
            .update();
    }

    /**
     * Which of some artifacts are told to be gone.
     * @param digests their SHA-256
     * @return those that are, by digest
     */
    @Transactional(readOnly = true)
    public Map<String, MissingArtifact> missing(Collection<String> digests) {
        List<MissingArtifact> found = digests.isEmpty() ? List.of()
                : this.jdbc.sql("select digest, source, deleted_at from missing_artifacts where digest in (:digests)")
                    .param("digests", digests)
                    .query(MissingArtifact.class)
                    .list();
        return found.stream().collect(Collectors.toMap(MissingArtifact::digest, Function.identity()));
    }

    private record UseRow(String release, String releaseName, Phase phase, ReleaseStatus status, long id, String name,
            String version, String artifact, String digest, String commit, Instant committedAt, String deliveredBy,
            Instant deliveredAt) {

        ArtifactUse use() {
            return new ArtifactUse(this.release, this.releaseName, this.phase, this.status,
                    new ReleaseUnitDetails(this.id, this.name, this.version, this.artifact, this.digest, this.commit,
                            this.committedAt, this.deliveredBy, this.deliveredAt));
        }

    }

}
