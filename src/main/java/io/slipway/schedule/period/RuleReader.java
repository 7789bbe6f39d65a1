package io.slipway.schedule.period;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.slipway.input.InvalidInputException;
import io.slipway.schedule.period.RecurrenceRule.Frequency;
import io.slipway.schedule.period.RecurrenceRule.Weekday;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule of RFC 5545. What cannot be meant and what would not be honoured is
 * refused at the field {@code rule}: nothing is left out silently.
 */
final class RuleReader {

    /** The most that INTERVAL may be. */
    private static final int INTERVAL = 1000;

    private static final Map<String, DayOfWeek> DAYS = Arrays.stream(DayOfWeek.values())
        .collect(Collectors.toUnmodifiableMap((day) -> day.name().substring(0, 2), Function.identity()));

    private static final Pattern WEEKDAY = Pattern.compile("([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)");

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,3}");

    private static final Pattern UNTIL = Pattern.compile("[0-9]{8}(T[0-9]{6}Z?)?");

    private static final Set<String> DENSE = Set.of("SECONDLY", "MINUTELY", "HOURLY");

    private static final Set<String> BY_DAY = Set.of("BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY",
            "BYHOUR", "BYMINUTE");

    private static final Set<String> OTHERS = Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYSETPOS");

    private final Map<String, String> parts = new LinkedHashMap<>();

    private final Frequency frequency;

    private RuleReader(String text) {
        for (String part : text.split(";", -1)) {
            String[] sides = part.split("=", -1);
            require(sides.length == 2 && sides[0].matches("[A-Z-]+") && !sides[1].isEmpty(),
                    "schedule.rule.unreadable");
            require(BY_DAY.contains(sides[0]) || OTHERS.contains(sides[0]), "schedule.rule.part", sides[0]);
            require(this.parts.put(sides[0], sides[1]) == null, "schedule.rule.twice", sides[0]);
        }
        this.frequency = frequency();
    }

    /**
     * Reads a rule.
     * @param text the rule in capitals, with or without UNTIL, which is only looked at
     * @return the rule without UNTIL
     */
    static RecurrenceRule read(String text) {
        RuleReader reader = new RuleReader(text);
        reader.judge();
        return new RecurrenceRule(reader.frequency, reader.number("INTERVAL", INTERVAL, 1),
                reader.number("COUNT", Recurrence.MOST, 0), reader.weekStart(), reader.numbers("BYMONTH", 1, 12),
                reader.numbers("BYWEEKNO", -53, 53), reader.numbers("BYYEARDAY", -366, 366),
                reader.numbers("BYMONTHDAY", -31, 31), reader.values("BYDAY", reader::weekday),
                reader.numbers("BYHOUR", 0, 23), reader.numbers("BYMINUTE", 0, 59),
                reader.numbers("BYSETPOS", -366, 366));
    }

    /** Whether a rule would be read. */
    static boolean honours(String text) {
        try {
            read(text);
            return true;
        }
        catch (InvalidInputException ex) {
            return false;
        }
    }

    private Frequency frequency() {
        String name = this.parts.get("FREQ");
        require(name == null || !DENSE.contains(name), "schedule.rule.dense", PeriodRules.MONTHS, Recurrence.MOST);
        return Arrays.stream(Frequency.values())
            .filter((one) -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> refusal("schedule.rule.unreadable"));
    }

    /** The table of RFC 5545 that says which part means something with which FREQ. */
    private void judge() {
        String until = this.parts.get("UNTIL");
        require(until == null || UNTIL.matcher(until).matches(), "schedule.rule.unreadable");
        require(until == null || !this.parts.containsKey("COUNT"), "schedule.rule.ends");
        judge("BYWEEKNO", this.frequency == Frequency.YEARLY);
        judge("BYYEARDAY", this.frequency == Frequency.YEARLY);
        judge("BYMONTHDAY", this.frequency != Frequency.WEEKLY);
        require(!this.parts.containsKey("BYSETPOS") || this.parts.keySet().stream().anyMatch(BY_DAY::contains),
                "schedule.rule.position");
    }

    private void judge(String part, boolean meant) {
        require(meant || !this.parts.containsKey(part), "schedule.rule.not-in", part, this.frequency);
    }

    private int number(String part, int most, int otherwise) {
        String value = this.parts.get(part);
        if (value == null) {
            return otherwise;
        }
        int number = value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : 0;
        require(number >= 1 && number <= most, "schedule.rule.number", part, most);
        return number;
    }

    private DayOfWeek weekStart() {
        String name = this.parts.getOrDefault("WKST", "MO");
        DayOfWeek day = DAYS.get(name);
        if (day == null) {
            throw refusal("schedule.rule.value", "WKST", name);
        }
        return day;
    }

    private Set<Integer> numbers(String part, int least, int most) {
        return values(part, (value) -> {
            Integer number = NUMBER.matcher(value).matches() ? Integer.valueOf(value) : null;
            boolean within = number != null && number >= least && number <= most && (number != 0 || least == 0);
            return within ? number : null;
        });
    }

    private @Nullable Weekday weekday(String value) {
        Matcher matcher = WEEKDAY.matcher(value);
        if (!matcher.matches()) {
            return null;
        }
        if (matcher.group(1) == null) {
            return new Weekday(0, DAYS.get(value));
        }
        boolean meant = this.frequency == Frequency.MONTHLY || this.frequency == Frequency.YEARLY;
        require(meant && !this.parts.containsKey("BYWEEKNO"), "schedule.rule.ordinal", value);
        int number = Integer.parseInt(matcher.group(1));
        return (number == 0 || Math.abs(number) > 53) ? null : new Weekday(number, DAYS.get(matcher.group(2)));
    }

    /** The values of a part; none if the rule does not have it. */
    private <T> Set<T> values(String part, Function<String, @Nullable T> reading) {
        String list = this.parts.get(part);
        return (list == null) ? Set.of() : Arrays.stream(list.split(",", -1)).map((value) -> {
            T read = reading.apply(value);
            if (read == null) {
                throw refusal("schedule.rule.value", part, value);
            }
            return read;
        }).collect(Collectors.toUnmodifiableSet());
    }

    private static void require(boolean kept, String code, Object... arguments) {
        if (!kept) {
            throw refusal(code, arguments);
        }
    }

    private static InvalidInputException refusal(String code, Object... arguments) {
        return new InvalidInputException("rule", code, arguments);
    }

}
