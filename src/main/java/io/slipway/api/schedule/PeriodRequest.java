package io.slipway.api.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

import io.slipway.input.InputCheck;
import io.slipway.policy.ReleaseType;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.period.PeriodDraft;
import org.jspecify.annotations.Nullable;

/**
 * A window or freeze as a tool sends it. Times are wall times in its zone.
 *
 * @param kind {@code WINDOW}, {@code HARD_FREEZE} or {@code SOFT_FREEZE}
 * @param owner user name of who answers for it
 * @param services names of services; none means all
 * @param environments names of environments; none means all
 * @param types types of releases; none means all
 * @param zone id of its time zone, such as {@code Europe/Berlin}
 * @param start when it begins for the first time, such as {@code 2026-12-20T18:00}
 * @param rule how it recurs, RFC 5545; none if it happens once
 * @param until the last wall time at which it may begin; none for ever
 * @param skipped dates of starts that are left out
 */
record PeriodRequest(@Nullable PeriodKind kind, @Nullable String name, @Nullable String reason, @Nullable String owner,
        @Nullable List<@Nullable String> services, @Nullable List<@Nullable String> environments,
        @Nullable List<@Nullable ReleaseType> types, @Nullable String zone, @Nullable LocalDateTime start,
        @Nullable LocalDateTime end, @Nullable String rule, @Nullable LocalDateTime until,
        @Nullable List<@Nullable LocalDate> skipped) {

    /**
     * What was sent, to be judged by the service.
     * @param check notes a missing kind, and lists with gaps
     */
    PeriodDraft draft(InputCheck check) {
        check.refuseIf(this.kind == null, "kind", "api.period.kind");
        PeriodScope scope = new PeriodScope(names("services", this.services, check),
                names("environments", this.environments, check), list("types", this.types, check));
        return new PeriodDraft(this.kind, text(this.name), text(this.reason), text(this.owner), scope, text(this.zone),
                this.start, this.end, text(this.rule), this.until, list("skipped", this.skipped, check));
    }

    private static List<String> names(String field, @Nullable List<@Nullable String> sent, InputCheck check) {
        List<String> names = list(field, sent, check).stream().map(String::strip).toList();
        check.refuseIf(names.contains(""), field, "api.missing");
        return names;
    }

    private static String text(@Nullable String value) {
        return (value != null) ? value.strip() : "";
    }

    private static <T> List<T> list(String field, @Nullable List<@Nullable T> sent, InputCheck check) {
        List<@Nullable T> values = (sent != null) ? sent : List.of();
        check.refuseIf(values.stream().anyMatch(Objects::isNull), field, "api.missing");
        return values.stream().filter(Objects::nonNull).toList();
    }

}
