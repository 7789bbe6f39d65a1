package io.slipway.change.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds and keeps meetings.
 */
interface MeetingRepository extends Repository<Meeting, Long> {

    Meeting saveAndFlush(Meeting meeting);

    Optional<Meeting> findById(long id);

    @Query("select m from Meeting m where m.heldAt < :before or (m.heldAt = :before and m.id < :id) order by m.heldAt desc, m.id desc")
    List<Meeting> page(Instant before, long id, Limit limit);

}
