package io.slipway.identity.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/**
 * Finds and keeps absences, by the person who is away.
 */
interface AbsenceRepository extends Repository<Absence, Long> {

    Absence save(Absence absence);

    void delete(Absence absence);

    Optional<Absence> findByIdAndPersonUserName(long id, String userName);

    long countByPersonUserNameAndUntilAtAfter(String userName, Instant now);

    List<Absence> findByPersonUserNameAndUntilAtAfterOrderByFromAtAscIdAsc(String userName, Instant now, Limit limit);

}
