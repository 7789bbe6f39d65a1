package io.slipway.api;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

import io.slipway.policy.ReleaseType;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.period.PeriodDraft;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A window or freeze as a tool sends it. Times are wall times in its zone.
 *
 * @param kind {@code WINDOW}, {@code HARD_FREEZE} or {@code SOFT_FREEZE}
 * @param name what it is called
 * @param reason why it is
 * @param owner user name of who answers for it
 * @param services names of services; none means all
 * @param environments names of environments; none means all
 * @param types types of releases; none means all
 * @param zone id of its time zone, such as {@code Europe/Berlin}
 * @param start when it begins for the first time, such as {@code 2026-12-20T18:00}
 * @param end when it then ends
 * @param rule how it recurs, RFC 5545; none if it happens once
 * @param until the last wall time at which it may begin; none for ever
 * @param skipped dates of starts that are left out
 */
record PeriodRequest(@NotNull(message = "{api.period.kind}") @Nullable PeriodKind kind,
        @NotBlank(message = "{api.missing}") @Nullable String name,
        @NotBlank(message = "{api.missing}") @Nullable String reason,
        @NotBlank(message = "{api.missing}") @Nullable String owner,
        @Size(max = 20,
                message = "{api.too-many}") @Nullable List<@NotBlank(message = "{api.missing}") String> services,
        @Size(max = 20,
                message = "{api.too-many}") @Nullable List<@NotBlank(message = "{api.missing}") String> environments,
        @Nullable List<@NotNull(message = "{api.missing}") ReleaseType> types,
        @NotBlank(message = "{api.missing}") @Nullable String zone,
        @NotNull(message = "{api.missing}") @Nullable LocalDateTime start,
        @NotNull(message = "{api.missing}") @Nullable LocalDateTime end, @Nullable String rule,
        @Nullable LocalDateTime until, @Size(max = 100,
                message = "{api.too-many}") @Nullable List<@NotNull(message = "{api.missing}") LocalDate> skipped) {

    PeriodDraft draft() {
        return new PeriodDraft(Objects.requireNonNull(this.kind), text(this.name), text(this.reason), text(this.owner),
                new PeriodScope(list(this.services), list(this.environments), list(this.types)), text(this.zone),
                Objects.requireNonNull(this.start), Objects.requireNonNull(this.end), text(this.rule), this.until,
                list(this.skipped));
    }

    private static String text(@Nullable String value) {
        return (value != null) ? value.strip() : "";
    }

    private static <T> List<T> list(@Nullable List<T> values) {
        return (values != null) ? values : List.of();
    }

}
