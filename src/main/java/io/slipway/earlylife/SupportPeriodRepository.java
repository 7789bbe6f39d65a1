package io.slipway.earlylife;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds and keeps support periods.
 */
interface SupportPeriodRepository extends Repository<SupportPeriod, Long> {

    SupportPeriod save(SupportPeriod period);

    Optional<SupportPeriod> findByReleaseKey(String releaseKey);

    /** The support of some releases. */
    @Query("""
            select new io.slipway.earlylife.SupportSpan(p.releaseKey, p.startedAt, p.endsAt, p.status, p.version)
              from SupportPeriod p where p.releaseKey in :keys""")
    List<SupportSpan> of(Collection<String> keys);

    /** Those that overlap a period; one that was ended early counts until then. */
    @Query("""
            select new io.slipway.earlylife.SupportSpan(p.releaseKey, p.startedAt,
                   case when p.decidedAt < p.endsAt then p.decidedAt else p.endsAt end, p.status, p.version)
              from SupportPeriod p
             where p.endsAt > :from and p.startedAt < :to and (p.decidedAt is null or p.decidedAt > :from)
             order by p.endsAt, p.startedAt""")
    List<SupportSpan> between(Instant from, Instant to, Limit limit);

}
