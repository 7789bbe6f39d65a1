package io.slipway.change.standard;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds and keeps standing authorisations.
 */
interface StandardRepository extends Repository<StandardChange, Long> {

    StandardChange saveAndFlush(StandardChange change);

    Optional<StandardChange> findById(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from StandardChange c where c.id = :id")
    Optional<StandardChange> lock(long id);

    boolean existsByName(String name);

    List<StandardChange> findByStatusOrderByName(StandardStatus status, Limit limit);

    @Query("select c from StandardChange c where c.name > :from order by c.name")
    List<StandardChange> page(String from, Limit limit);

}
