package io.slipway.permit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds and keeps permits.
 */
interface PermitRepository extends Repository<Permit, Long> {

    Permit saveAndFlush(Permit permit);

    Optional<Permit> findFirstByReleaseKeyAndKindOrderByIdDesc(String releaseKey, String kind);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Permit> findTopByReleaseKeyAndKindOrderByIdDesc(String releaseKey, String kind);

    List<Permit> findByReleaseKeyAndKindOrderByIdDesc(String releaseKey, String kind, Limit limit);

    List<Permit> findByIdIn(Collection<Long> ids);

    @Query("select p from Permit p join p.subjects s where p.kind = :kind and s = :subject order by p.id desc")
    List<Permit> on(String kind, String subject, Limit limit);

    @Query("""
            select new io.slipway.permit.PermitGrant(p.releaseKey, s, p.expiresAt) from Permit p join p.subjects s
             where p.kind = :kind and s in :subjects and p.status = GRANTED""")
    List<PermitGrant> granted(String kind, Collection<String> subjects);

    @Query("""
            select new io.slipway.permit.PermitInForce(p.releaseKey, p.kind, p.reason, p.expiresAt) from Permit p
             where p.releaseKey in :keys and p.status = GRANTED and p.expiresAt > :now order by p.id""")
    List<PermitInForce> inForce(Collection<String> keys, Instant now);

}
