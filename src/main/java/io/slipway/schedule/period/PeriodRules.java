package io.slipway.schedule.period;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.input.InputCheck;
import io.slipway.input.InvalidInputException;
import io.slipway.schedule.PeriodScope;
import io.slipway.ui.ZoneNames;
import org.jspecify.annotations.Nullable;

/**
 * What a window or freeze must keep to. A refusal names every field at fault and the way
 * out.
 */
final class PeriodRules {

    static final int NAME = 120;

    static final int REASON = 1000;

    private static final int SCOPES = 20;

    private static final int SKIPPED = 100;

    private static final int RULE = 500;

    private static final Duration LONGEST = Duration.ofDays(366);

    /** For how long a rule may not give too much. */
    static final int MONTHS = 24;

    private static final Pattern UNTIL = Pattern.compile(";?UNTIL=([0-9]{8})(T([0-9]{6})(Z?))?");

    private PeriodRules() {
    }

    /**
     * Judges a draft, and refuses it with every field at fault.
     * @param now the present, UTC
     * @param check what is already known to be wrong with it
     */
    static Recurrence check(PeriodDraft draft, Instant now, InputCheck check) {
        check.given("kind", draft.kind(), "schedule.choice.missing");
        check.required("name", draft.name(), NAME, "schedule.name.missing");
        check.required("reason", draft.reason(), REASON, "schedule.reason.missing");
        check.refuseIf(draft.skipped().size() > SKIPPED, "skipped", "schedule.skipped.many", SKIPPED);
        scope(draft.scope(), check);
        Recurrence recurrence = recurrence(draft, now, check);
        check.finish();
        return Objects.requireNonNull(recurrence);
    }

    private static void scope(PeriodScope scope, InputCheck check) {
        check.refuseIf(scope.services().size() > SCOPES, "services", "schedule.scope.many", SCOPES);
        check.refuseIf(scope.environments().size() > SCOPES, "environments", "schedule.scope.many", SCOPES);
        scope.services().forEach((name) -> check.optional("services", name, NAME));
        scope.environments().forEach((name) -> check.optional("environments", name, NAME));
        check.refuseIf(new TreeSet<>(scope.services()).size() < scope.services().size(), "services",
                "schedule.scope.twice");
    }

    /** When it recurs; null, with the reasons noted, if that cannot be said. */
    private static @Nullable Recurrence recurrence(PeriodDraft draft, Instant now, InputCheck check) {
        ZoneId zone = check.read(() -> zone(draft.zone()));
        LocalDateTime start = draft.start();
        LocalDateTime end = draft.end();
        check.given("start", start, "schedule.time.unreadable");
        check.given("end", end, "schedule.time.unreadable");
        if (start != null && end != null) {
            times(start, end, LocalDateTime.ofInstant(now, (zone != null) ? zone : ZoneOffset.UTC), check);
        }
        String rule = check.read(() -> rule(draft.rule()));
        if (zone == null || start == null || end == null || rule == null || !check.sound("start", "end")) {
            return null;
        }
        LocalDateTime until = check.read(() -> until(rule, zone, draft.until()));
        check.refuseIf(until != null && until.isBefore(start), "until", "schedule.until.before");
        if (!check.sound("rule", "until")) {
            return null;
        }
        Recurrence recurrence = new Recurrence(zone, start, (int) Duration.between(start, end).toMinutes(),
                UNTIL.matcher(rule).replaceAll("").replaceFirst("^;", ""), until, Set.copyOf(draft.skipped()));
        check.include(() -> recurs(recurrence, now));
        return recurrence;
    }

    private static ZoneId zone(String name) {
        return ZoneNames.find(name).orElseThrow(() -> new InvalidInputException("zone", "schedule.zone.unknown", name));
    }

    private static void times(LocalDateTime start, LocalDateTime end, LocalDateTime today, InputCheck check) {
        check.refuseIf(!end.isAfter(start), "end", "schedule.end.before");
        check.refuseIf(end.isAfter(start.plus(LONGEST)), "end", "schedule.end.far", LONGEST.toDays());
        check.refuseIf(start.isAfter(today.plusYears(10)), "start", "schedule.start.far");
        check.refuseIf(start.isBefore(today.minusYears(10)), "start", "schedule.start.past");
    }

    private static String rule(String typed) {
        String rule = typed.strip().toUpperCase(Locale.ROOT).replaceFirst("^RRULE:", "");
        require(rule.length() <= RULE, "rule", "ui.too-long", RULE);
        if (!rule.isEmpty()) {
            RuleReader.read(rule);
        }
        return rule;
    }

    /** The end of the rule, in wall time; it is said in the rule or in its own field. */
    private static @Nullable LocalDateTime until(String rule, ZoneId zone, @Nullable LocalDateTime typed) {
        Matcher until = UNTIL.matcher(rule);
        if (!until.find()) {
            return typed;
        }
        require(typed == null, "until", "schedule.until.twice");
        try {
            String time = (until.group(3) != null) ? until.group(3) : "235959";
            LocalDateTime at = LocalDateTime.parse(until.group(1) + time,
                    DateTimeFormatter.ofPattern("uuuuMMddHHmmss"));
            boolean utc = "Z".equals(until.group(4));
            return utc ? LocalDateTime.ofInstant(at.toInstant(ZoneOffset.UTC), zone) : at;
        }
        catch (DateTimeException ex) {
            throw new InvalidInputException("rule", "schedule.rule.unreadable");
        }
    }

    private static void recurs(Recurrence recurrence, Instant now) {
        LocalDateTime today = LocalDateTime.ofInstant(now, recurrence.zone());
        LocalDateTime from = recurrence.start().isAfter(today) ? recurrence.start() : today;
        List<LocalDateTime> starts = recurrence.starts(from, from.plusMonths(MONTHS));
        require(starts.size() <= Recurrence.MOST, "rule", "schedule.rule.dense", MONTHS, Recurrence.MOST);
        List<LocalDateTime> any = starts.isEmpty()
                ? recurrence.starts(recurrence.start(), recurrence.start().plusYears(10)) : starts;
        require(any.stream().anyMatch((start) -> recurrence.resolve(start).isPresent()),
                recurrence.once() ? "start" : "rule",
                recurrence.once() ? "schedule.start.skipped" : "schedule.rule.never");
        for (int i = 1; i < starts.size(); i++) {
            require(!starts.get(i - 1).plusMinutes(recurrence.minutes()).isAfter(starts.get(i)), "end",
                    "schedule.end.overlaps");
        }
    }

    private static void require(boolean kept, String field, String code, Object... arguments) {
        if (!kept) {
            throw new InvalidInputException(field, code, arguments);
        }
    }

}
