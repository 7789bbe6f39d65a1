package io.slipway.release;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.slipway.identity.Journal;
import io.slipway.identity.JournalEntry;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps which artifacts are told to be gone from where they were kept, and tells it to
 * the people of every open release that they are part of. The portal holds no artifacts,
 * so that it takes the word of whoever does: nothing is decided by it.
 */
@Service
@Transactional
public class MissingArtifacts {

    private static final int LONGEST_SOURCE = 300;

    private final JdbcClient jdbc;

    private final ArtifactLibrary artifacts;

    private final Journal journal;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    MissingArtifacts(JdbcClient jdbc, ArtifactLibrary artifacts, Journal journal, ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.artifacts = artifacts;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
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
        Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant deletedAt = at.isAfter(now) ? now : at.truncatedTo(ChronoUnit.MILLIS);
        String teller = source.substring(0, Math.min(source.length(), LONGEST_SOURCE));
        int fresh = this.jdbc.sql("insert ignore into missing_artifacts (digest, source, deleted_at) values (?, ?, ?)")
            .params(digest, teller, LocalDateTime.ofInstant(deletedAt, ZoneOffset.UTC))
            .update();
        if (fresh > 0) {
            this.artifacts.uses(digest)
                .stream()
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
        this.jdbc.sql("delete from missing_artifacts where digest = ? and deleted_at < ?")
            .params(digest, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
            .update();
    }

    /**
     * Which of some artifacts are told to be gone.
     * @param digests their SHA-256
     * @return those that are, by digest
     */
    @Transactional(readOnly = true)
    public Map<String, MissingArtifact> among(Collection<String> digests) {
        List<MissingArtifact> found = digests.isEmpty() ? List.of()
                : this.jdbc.sql("select digest, source, deleted_at from missing_artifacts where digest in (:digests)")
                    .param("digests", digests)
                    .query((row, number) -> new MissingArtifact(row.getString("digest"), row.getString("source"),
                            row.getObject("deleted_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                    .list();
        return found.stream().collect(Collectors.toMap(MissingArtifact::digest, Function.identity()));
    }

}
