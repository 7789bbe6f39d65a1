package io.slipway.identity.people;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a person is away. It is never changed: who comes back earlier removes
 * it.
 */
@Entity
@Table(name = "absences")
class Absence {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person_id", updatable = false)
    private Person person;

    private Instant fromAt;

    private Instant untilAt;

    private @Nullable String reason;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Absence() {
    }

    Absence(Person person, Instant fromAt, Instant untilAt, @Nullable String reason) {
        this.person = person;
        this.fromAt = fromAt;
        this.untilAt = untilAt;
        this.reason = reason;
    }

    AbsenceDetails details() {
        if (this.id == null) {
            throw new IllegalStateException("Not kept yet");
        }
        return new AbsenceDetails(this.id, this.fromAt, this.untilAt, this.reason);
    }

}
