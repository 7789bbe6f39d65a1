package io.slipway.change;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds and keeps change records.
 */
interface ChangeRepository extends Repository<ChangeRecord, Long> {

    ChangeRecord save(ChangeRecord record);

    boolean existsByRound(String round);

    Optional<ChangeRecord> findFirstByReleaseKeyOrderByIdDesc(String releaseKey);

    Optional<ChangeRecord> findByNumber(String number);

    List<ChangeRecord> findByNumberIn(Collection<String> numbers);

    @Query("select distinct c from ChangeRecord c left join fetch c.decisions where c.releaseKey = :releaseKey order by c.id desc")
    List<ChangeRecord> findWithDecisions(String releaseKey);

    /** The newest record of each release that has any. */
    @Query("""
            select c.id as id, c.releaseKey as releaseKey, c.status as status from ChangeRecord c
             where c.id in (select max(n.id) from ChangeRecord n where n.releaseKey in :keys group by n.releaseKey)""")
    List<Newest> findNewest(Collection<String> keys);

    @Query("select distinct c from ChangeRecord c left join fetch c.decisions where c.id in :ids")
    List<ChangeRecord> findWithDecisions(Collection<Long> ids);

    @Query("select c from ChangeRecord c where c.status = :status order by c.scope.plannedStart, c.id")
    List<ChangeRecord> findUpForDecision(ChangeStatus status, Limit limit);

    /** How a record stands. */
    interface Newest {

        long getId();

        String getReleaseKey();

        ChangeStatus getStatus();

    }

}
