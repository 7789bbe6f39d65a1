package io.slipway.identity.people;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.slipway.identity.Acting;
import io.slipway.identity.AwayTime;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.Role;
import io.slipway.input.InputProblem;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Who may note absences, what is refused, and who counts as away.
 */
@SlipwayTest
class AbsenceTests {

    @Autowired
    AbsenceManagement absences;

    @Autowired
    PersonDirectory people;

    @Autowired
    SomePerson somePerson;

    @Autowired
    Acting acting;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    String person;

    Instant now;

    @BeforeEach
    void makePerson() {
        this.person = this.somePerson.with(Role.STAKEHOLDER);
        this.now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void refusesTheAbsencesOfOthers() {
        String other = this.somePerson.with(Role.RELEASE_MANAGER);
        add(1, 2);
        long id = this.acting.as(this.person, () -> this.absences.of(this.person)).get(0).id();
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as(other, () -> this.absences.of(this.person)));
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as(other, () -> this.absences.add(this.person, day(1), day(2), null)));
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as(other, () -> this.absences.remove(this.person, id)));
        assertThatExceptionOfType(NotFoundException.class)
            .isThrownBy(() -> this.acting.as(other, () -> this.absences.remove(other, id)));
    }

    @Test
    void letsAdministratorsKeepThoseOfOthers() {
        this.acting.as("administrator", () -> this.absences.add(this.person, day(1), day(2), "Parental leave"));
        List<AbsenceDetails> kept = this.acting.as("administrator", () -> this.absences.of(this.person));
        assertThat(kept).singleElement().extracting(AbsenceDetails::reason).isEqualTo("Parental leave");
        this.acting.as("administrator", () -> this.absences.remove(this.person, kept.get(0).id()));
        assertThat(this.acting.as(this.person, () -> this.absences.of(this.person))).isEmpty();
        assertThat(journalled()).containsExactly("absence.added", "absence.removed");
    }

    @Test
    void refusesTimesThatCannotBe() {
        assertRefused("until", 2, 2);
        assertRefused("until", 3, 2);
        assertRefused("until", -3, -1);
        assertRefused("until", 1, 402);
        assertRefused("from", 731, 732);
        add(-1, 399);
    }

    @Test
    void refusesMissingTimesAndALongReasonAtOnce() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(
                () -> this.acting.as(this.person, () -> this.absences.add(this.person, null, null, "r".repeat(201))))
            .satisfies((refusal) -> assertThat(refusal.problems()).extracting(InputProblem::field)
                .containsExactly("from", "until", "reason"));
    }

    @Test
    void refusesMoreThanFiftyThatAreNotOver() {
        add(1, 2);
        this.jdbc.sql("""
                insert into absences (person_id, from_at, until_at, version)
                select p.id, a.from_at, a.until_at, 0 from people p join absences a on a.person_id = p.id
                  join seq_1_to_49 where p.user_name = ?""").param(this.person).update();
        assertRefused("", 5, 6);
        this.clock.advance(Duration.ofDays(3));
        add(5, 6);
        assertThat(this.acting.as(this.person, () -> this.absences.of(this.person))).hasSize(1);
    }

    @Test
    void countsAsAwayWhoIsSoTheWholeTime() {
        String halfway = this.somePerson.with(Role.STAKEHOLDER);
        add(10, 12);
        add(12, 15);
        this.acting.as(halfway, () -> this.absences.add(halfway, day(10), day(12), null));
        this.acting.as(halfway, () -> this.absences.add(halfway, day(13), day(20), null));
        assertThat(this.people.awayDuring(day(11), day(14))).containsEntry(this.person, day(15))
            .doesNotContainKey(halfway);
        assertThat(this.people.awayDuring(day(10), day(15))).containsKey(this.person);
        assertThat(this.people.awayDuring(day(9), day(11))).doesNotContainKey(this.person);
        assertThat(this.people.awayDuring(day(14), day(16))).doesNotContainKey(this.person).containsKey(halfway);
        assertThat(this.people.awayDuring(day(15), day(16))).doesNotContainKey(this.person);
    }

    @Test
    void findsAbsencesThatOverlapInOneQuery() {
        add(10, 12);
        add(20, 22);
        assertThat(this.people.absencesOf(List.of(this.person, "auditor"), day(11), day(20)))
            .containsExactly(new AwayTime(this.person, day(10), day(12)));
        assertThat(this.people.absencesOf(List.of(this.person), day(12), day(20))).isEmpty();
        assertThat(this.people.absencesOf(List.of(), day(1), day(30))).isEmpty();
    }

    private void add(int from, int until) {
        this.acting.as(this.person, () -> this.absences.add(this.person, day(from), day(until), null));
    }

    private void assertRefused(String field, int from, int until) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> add(from, until))
            .extracting(InvalidInputException::field)
            .isEqualTo(field);
    }

    private Instant day(int number) {
        return this.now.plus(Duration.ofDays(number));
    }

    private List<String> journalled() {
        return this.jdbc.sql("""
                select action from audit_entries where subject = ? and action like 'absence.%' order by sequence""")
            .param(this.person)
            .query(String.class)
            .list();
    }

}
