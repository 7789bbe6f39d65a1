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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.slipway.schedule.PeriodScope;
import io.slipway.ui.InvalidInputException;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/**
 * What a window or freeze must keep to. Every refusal names the field and the way out.
 */
final class PeriodRules {

    static final int NAME = 120;

    static final int REASON = 1000;

    private static final int SCOPES = 20;

    private static final int SKIPPED = 100;

    private static final int RULE = 500;

    private static final Duration LONGEST = Duration.ofDays(366);

    private static final int MONTHS = 24;

    private static final Pattern UNTIL = Pattern.compile(";?UNTIL=([0-9]{8})(T([0-9]{6})(Z?))?");

    private static final Pattern NUMBER = Pattern.compile("(INTERVAL|COUNT)=([^;]*)");

    private PeriodRules() {
    }

    /**
     * Judges a draft.
     * @param draft what somebody wants
     * @param now the present, UTC
     * @return when it recurs
     */
    static Recurrence check(PeriodDraft draft, Instant now) {
        require(!draft.name().isBlank(), "name", "schedule.name.missing");
        require(draft.name().length() <= NAME, "name", "schedule.too-long", NAME);
        require(!draft.reason().isBlank(), "reason", "schedule.reason.missing");
        require(draft.reason().length() <= REASON, "reason", "schedule.too-long", REASON);
        scope(draft.scope());
        ZoneId zone = zone(draft.zone());
        times(draft, zone, now);
        require(draft.skipped().size() <= SKIPPED, "skipped", "schedule.skipped.many", SKIPPED);
        String rule = rule(draft.rule());
        LocalDateTime until = until(rule, zone, draft.until());
        require(until == null || !until.isBefore(draft.start()), "until", "schedule.until.before");
        int minutes = (int) Duration.between(draft.start(), draft.end()).toMinutes();
        Recurrence recurrence = new Recurrence(zone, draft.start(), minutes, UNTIL.matcher(rule).replaceAll(""), until,
                Set.copyOf(draft.skipped()));
        recurs(recurrence, now);
        return recurrence;
    }

    private static void scope(PeriodScope scope) {
        require(scope.services().size() <= SCOPES, "services", "schedule.scope.many", SCOPES);
        require(scope.environments().size() <= SCOPES, "environments", "schedule.scope.many", SCOPES);
        scope.services().forEach((name) -> require(name.length() <= NAME, "services", "schedule.too-long", NAME));
        scope.environments()
            .forEach((name) -> require(name.length() <= NAME, "environments", "schedule.too-long", NAME));
        require(new TreeSet<>(scope.services()).size() == scope.services().size(), "services", "schedule.scope.twice");
    }

    private static ZoneId zone(String id) {
        try {
            ZoneId zone = ZoneId.of(id.strip());
            require(ZoneId.getAvailableZoneIds().contains(zone.getId()), "zone", "schedule.zone.unknown", id);
            return zone;
        }
        catch (DateTimeException ex) {
            throw new InvalidInputException("zone", "schedule.zone.unknown", id);
        }
    }

    private static void times(PeriodDraft draft, ZoneId zone, Instant now) {
        require(draft.end().isAfter(draft.start()), "end", "schedule.end.before");
        require(!draft.end().isAfter(draft.start().plus(LONGEST)), "end", "schedule.end.far", LONGEST.toDays());
        LocalDateTime today = LocalDateTime.ofInstant(now, zone);
        require(!draft.start().isAfter(today.plusYears(10)), "start", "schedule.start.far");
        require(!draft.start().isBefore(today.minusYears(10)), "start", "schedule.start.past");
    }

    private static String rule(String typed) {
        String rule = typed.strip().toUpperCase(Locale.ROOT).replaceFirst("^RRULE:", "");
        require(rule.length() <= RULE, "rule", "schedule.too-long", RULE);
        if (rule.isEmpty()) {
            return rule;
        }
        Matcher numbers = NUMBER.matcher(rule);
        while (numbers.find()) {
            int most = numbers.group(1).equals("COUNT") ? Recurrence.MOST : 1000;
            boolean within = numbers.group(2).matches("[0-9]{1,4}") && Integer.parseInt(numbers.group(2)) >= 1
                    && Integer.parseInt(numbers.group(2)) <= most;
            require(within, "rule", "schedule.rule.number", numbers.group(1), most);
        }
        require(!rule.matches(".*FREQ=(SECONDLY|MINUTELY|HOURLY).*"), "rule", "schedule.rule.dense", MONTHS,
                Recurrence.MOST);
        try {
            new Recur<LocalDateTime>(UNTIL.matcher(rule).replaceAll(""));
        }
        catch (RuntimeException ex) {
            throw new InvalidInputException("rule", "schedule.rule.unreadable");
        }
        return rule;
    }

    /** The end of the rule, in wall time; one typed in its own field goes first. */
    private static @Nullable LocalDateTime until(String rule, ZoneId zone, @Nullable LocalDateTime typed) {
        Matcher until = UNTIL.matcher(rule);
        if (typed != null || !until.find()) {
            require(!rule.contains("UNTIL") || typed != null, "rule", "schedule.rule.unreadable");
            return typed;
        }
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
        List<LocalDateTime> starts = starts(recurrence, from, from.plusMonths(MONTHS));
        require(starts.size() <= Recurrence.MOST, "rule", "schedule.rule.dense", MONTHS, Recurrence.MOST);
        List<LocalDateTime> any = starts.isEmpty()
                ? starts(recurrence, recurrence.start(), recurrence.start().plusYears(10)) : starts;
        require(any.stream().anyMatch((start) -> recurrence.resolve(start).isPresent()),
                recurrence.once() ? "start" : "rule",
                recurrence.once() ? "schedule.start.skipped" : "schedule.rule.never");
        for (int i = 1; i < starts.size(); i++) {
            require(!starts.get(i - 1).plusMinutes(recurrence.minutes()).isAfter(starts.get(i)), "end",
                    "schedule.end.overlaps");
        }
    }

    private static List<LocalDateTime> starts(Recurrence recurrence, LocalDateTime from, LocalDateTime to) {
        try {
            return recurrence.starts(from, to);
        }
        catch (RuntimeException ex) {
            throw new InvalidInputException("rule", "schedule.rule.unreadable");
        }
    }

    private static void require(boolean kept, String field, String code, Object... arguments) {
        if (!kept) {
            throw new InvalidInputException(field, code, arguments);
        }
    }

}
