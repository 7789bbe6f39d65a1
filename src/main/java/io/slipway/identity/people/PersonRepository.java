package io.slipway.identity.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Finds and keeps people, by user name.
 */
interface PersonRepository extends Repository<Person, Long> {

    Person saveAndFlush(Person person);

    void flush();

    Optional<Person> findByUserName(String userName);

    boolean existsByUserName(String userName);

    List<Person> findByUserNameIn(Collection<String> userNames);

    @Query("select p from Person p join p.teams t where t.id = :team order by p.userName")
    List<Person> findMembers(long team);

    @Query("""
            select p from Person p where p.userName > :from
            and (p.userName like concat(:text, '%') or p.fullName like concat('%', :text, '%')
                 or p.email like concat('%', :text, '%'))
            order by p.userName""")
    List<Person> search(String text, String from, Limit limit);

    /**
     * Makes changes of people and groups wait for each other, so that two administrators
     * cannot take the last administrator's role away at the same moment.
     * @return the row that is locked, none while there is nobody
     */
    @Query(value = "select id from people order by id limit 1 for update", nativeQuery = true)
    Optional<Long> lock();

    @Query(value = """
            select count(*) from people p where p.enabled
            and (exists (select 1 from person_roles r where r.person_id = p.id and r.role = 'administrator')
                 or exists (select 1 from team_members m join team_roles t on t.team_id = m.team_id
                            where m.person_id = p.id and t.role = 'administrator'))""", nativeQuery = true)
    long countAdministrators();

}
