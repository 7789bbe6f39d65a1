package io.slipway.schedule.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.identity.Act;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A window or freeze. It is changed until it has been ended, and never deleted.
 */
@Entity
@Table(name = "schedule_periods")
class Period {

    /** When something is over that has no end. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private PeriodKind kind = PeriodKind.WINDOW;

    private String name = "";

    private String reason = "";

    private String owner = "";

    private String services = "";

    private String environments = "";

    private String types = "";

    private String zone = "UTC";

    private String startsLocal = "";

    private int minutes;

    private String rule = "";

    private @Nullable String untilLocal;

    private String skipped = "";

    private Instant expandedUntil = Instant.EPOCH;

    private Instant overAt = NEVER;

    @Column(updatable = false)
    private String createdBy = "";

    @Column(updatable = false)
    private Instant createdAt = Instant.EPOCH;

    private @Nullable String endedBy;

    private @Nullable Instant endedAt;

    private @Nullable String endReason;

    protected Period() {
    }

    static Period create(PeriodDraft draft, Recurrence recurrence, Act act) {
        Period period = new Period();
        period.createdBy = act.by();
        period.createdAt = act.at();
        period.define(draft, recurrence);
        return period;
    }

    void define(PeriodDraft draft, Recurrence recurrence) {
        if (this.endedAt != null) {
            throw new IllegalStateException("Period " + this.id + " was ended");
        }
        this.kind = Objects.requireNonNull(draft.kind());
        this.name = draft.name();
        this.reason = draft.reason();
        this.owner = draft.owner();
        this.services = PeriodScope.lines(draft.scope().services());
        this.environments = PeriodScope.lines(draft.scope().environments());
        this.types = PeriodScope.lines(draft.scope().types());
        this.zone = recurrence.zone().getId();
        this.startsLocal = recurrence.start().toString();
        this.minutes = recurrence.minutes();
        this.rule = recurrence.rule();
        LocalDateTime until = recurrence.until();
        this.untilLocal = (until != null) ? until.withSecond(0).withNano(0).toString() : null;
        this.skipped = PeriodScope.lines(recurrence.skipped().stream().sorted().toList());
    }

    /** Notes how far its occurrences are known, and when the last of them ends. */
    void expanded(Instant until, Instant over) {
        this.expandedUntil = until;
        this.overAt = over;
    }

    void end(String why, Act act) {
        if (this.endedAt != null) {
            throw new IllegalStateException("Period " + this.id + " was ended");
        }
        this.endReason = why;
        this.endedBy = act.by();
        this.endedAt = act.at();
        this.expandedUntil = NEVER;
        this.overAt = act.at().isBefore(this.overAt) ? act.at() : this.overAt;
    }

    Recurrence recurrence() {
        Set<LocalDate> dates = this.skipped.lines().map(LocalDate::parse).collect(Collectors.toSet());
        return new Recurrence(ZoneId.of(this.zone), LocalDateTime.parse(this.startsLocal), this.minutes, this.rule,
                until(), dates);
    }

    /** Whether its rule is one that is honoured; rules of former versions may not be. */
    boolean honoured() {
        return this.rule.isEmpty() || RuleReader.honours(this.rule);
    }

    private @Nullable LocalDateTime until() {
        return (this.untilLocal != null) ? LocalDateTime.parse(this.untilLocal) : null;
    }

    PeriodDraft draft() {
        LocalDateTime start = LocalDateTime.parse(this.startsLocal);
        PeriodScope scope = PeriodScope.ofLines(this.services, this.environments, this.types);
        return new PeriodDraft(this.kind, this.name, this.reason, this.owner, scope, this.zone, start,
                start.plusMinutes(this.minutes), this.rule, until(),
                this.skipped.lines().map(LocalDate::parse).toList());
    }

    PeriodDetails details() {
        return new PeriodDetails(id(), this.version, draft(), this.createdBy, this.createdAt, this.endedBy,
                this.endedAt, this.endReason, NEVER.equals(this.overAt) ? null : this.overAt, honoured());
    }

    long id() {
        if (this.id == null) {
            throw new IllegalStateException("The period was not saved");
        }
        return this.id;
    }

    int version() {
        return this.version;
    }

    PeriodKind kind() {
        return this.kind;
    }

    String name() {
        return this.name;
    }

    boolean ended() {
        return this.endedAt != null;
    }

    Instant expandedUntil() {
        return this.expandedUntil;
    }

}
