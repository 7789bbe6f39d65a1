package io.slipway.earlylife;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.slipway.identity.Act;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * The period in which a live release is watched closely. Each transition refuses, with an
 * {@link IllegalStateException}, to happen where the status does not allow it.
 */
@Entity
@Table(name = "support_periods")
class SupportPeriod {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String releaseKey;

    @Column(updatable = false)
    private Instant startedAt;

    private Instant endsAt;

    private @Nullable Instant leastEndsAt;

    @Embedded
    private @Nullable EarlyEnd earlyEnd;

    @Enumerated(EnumType.STRING)
    private SupportStatus status = SupportStatus.WATCHING;

    @ElementCollection
    @CollectionTable(name = "support_criteria", joinColumns = @JoinColumn(name = "support_period_id"))
    @OrderColumn(name = "position")
    private List<CriterionState> criteria = new ArrayList<>();

    @Embedded
    private OpenIncidents incidents = new OpenIncidents(0, 0, 0, 0);

    private boolean handoverAccepted;

    @ElementCollection
    @CollectionTable(name = "support_extensions", joinColumns = @JoinColumn(name = "support_period_id"))
    @OrderColumn(name = "position")
    private List<SupportExtension> extensions = new ArrayList<>();

    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    private @Nullable String reason;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected SupportPeriod() {
    }

    SupportPeriod(String releaseKey, Instant startedAt, Duration length, @Nullable Duration least) {
        this.releaseKey = releaseKey;
        this.startedAt = startedAt;
        this.endsAt = startedAt.plus(length);
        this.leastEndsAt = (least != null) ? startedAt.plus(least) : null;
        Arrays.stream(ExitCriterion.values())
            .map((criterion) -> new CriterionState(criterion, false, ""))
            .forEach(this.criteria::add);
    }

    void observe(Watch watch) {
        expect(SupportStatus.WATCHING);
        if (!this.criteria.equals(watch.criteria())) {
            this.criteria.clear();
            this.criteria.addAll(watch.criteria());
        }
        this.incidents = watch.incidents();
        this.handoverAccepted = watch.handoverAccepted();
    }

    void handOver(Act act) {
        expect(SupportStatus.WATCHING);
        requireMet();
        end(SupportStatus.HANDED_OVER, act);
    }

    /** Whether the policy does not let it end yet. */
    boolean early(Instant now) {
        return this.leastEndsAt != null && now.isBefore(this.leastEndsAt);
    }

    void askForEarlyEnd(EarlyEnd asked) {
        expect(SupportStatus.WATCHING);
        requireMet();
        this.earlyEnd = asked;
        this.status = SupportStatus.ENDING;
    }

    void endEarly(String why, Act act) {
        expect(SupportStatus.ENDING);
        this.reason = why;
        end(SupportStatus.HANDED_OVER, act);
    }

    /** Goes on; a period of which no earlier end is asked stays as it is. */
    boolean goOn() {
        boolean asked = this.status == SupportStatus.ENDING;
        if (asked) {
            this.earlyEnd = null;
            this.handoverAccepted = false;
            this.status = SupportStatus.WATCHING;
        }
        return asked;
    }

    private void requireMet() {
        if (!watch().unmet().isEmpty() || !this.handoverAccepted) {
            throw new IllegalStateException("The exit criteria of " + this.releaseKey + " are not met");
        }
    }

    void orderExtension(SupportExtension extension) {
        expect(SupportStatus.WATCHING);
        this.extensions.add(extension);
        this.status = SupportStatus.EXTENDING;
    }

    /** Moves the end; a period that is not to be extended stays as it is. */
    void extend(Instant now) {
        if (this.status != SupportStatus.EXTENDING) {
            return;
        }
        SupportExtension extension = this.extensions.get(this.extensions.size() - 1);
        Instant from = this.endsAt.isBefore(now) ? now : this.endsAt;
        this.endsAt = from.plus(Duration.ofDays(extension.days()));
        this.status = SupportStatus.WATCHING;
    }

    void giveUp(String why, Act act) {
        expect(SupportStatus.WATCHING);
        this.reason = why;
        end(SupportStatus.ROLLED_BACK, act);
    }

    private void end(SupportStatus how, Act act) {
        this.status = how;
        this.decidedBy = act.by();
        this.decidedAt = act.at();
    }

    private void expect(SupportStatus expected) {
        if (this.status != expected) {
            throw new IllegalStateException("Early life support of " + this.releaseKey + " is " + this.status);
        }
    }

    int version() {
        return this.version;
    }

    Instant endsAt() {
        return this.endsAt;
    }

    Watch watch() {
        return new Watch(List.copyOf(this.criteria), this.incidents, this.handoverAccepted);
    }

    SupportDetails details() {
        return new SupportDetails(this.startedAt, this.endsAt, this.leastEndsAt, this.earlyEnd, this.status, watch(),
                List.copyOf(this.extensions), this.decidedBy, this.decidedAt, this.reason, this.version);
    }

}
