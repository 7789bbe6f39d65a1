package io.slipway.identity.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds and keeps groups.
 */
interface TeamRepository extends Repository<Team, Long> {

    Team saveAndFlush(Team team);

    void flush();

    void delete(Team team);

    Optional<Team> findById(long id);

    Optional<Team> findByName(String name);

    List<Team> findByIdIn(Collection<Long> ids);

    List<Team> findAllByOrderByName(Limit limit);

    @Query("select t from Team t where t.name > :from and t.name like concat('%', :text, '%') order by t.name")
    List<Team> search(String text, String from, Limit limit);

}
