package io.slipway.deployment.board;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.slipway.deployment.board.BoardStep.Span;
import io.slipway.deployment.run.RunEvent;
import io.slipway.planning.wave.Wave;
import io.slipway.ui.Messages;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * For templates: how the page of a run words times and delays, in the person's zone.
 */
@Component("boardWords")
class BoardWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    /** How a run notes where a step stood. */
    private static final Pattern STOOD = Pattern.compile("([A-Z_]+)(?: since (\\S+))?, retries (\\d+)/(\\d+)");

    private static final int TARGETS = 6;

    private final Messages messages;

    private final Clock clock;

    BoardWords(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The time of day, with the day where it is another than today. */
    public String clock(@Nullable Instant at) {
        if (at == null) {
            return say("ui.none");
        }
        ZoneId zone = LocaleContextHolder.getTimeZone().toZoneId();
        ZonedDateTime local = at.atZone(zone);
        boolean today = local.toLocalDate().equals(this.clock.instant().atZone(zone).toLocalDate());
        return (today ? TIME : DAY).format(local);
    }

    /** From when until when. */
    public String span(Span span) {
        return clock(span.from()) + " – " + clock(span.to());
    }

    /** How late something is, as a sentence. */
    public String slip(long minutes) {
        if (Math.abs(minutes) < 1) {
            return say("deployment.board.slip.none");
        }
        return say((minutes > 0) ? "deployment.board.slip.late" : "deployment.board.slip.early", length(minutes));
    }

    /** How late something is, in a cell. */
    public String signed(long minutes) {
        return (minutes == 0) ? "" : ((minutes > 0) ? "+" : "−") + length(minutes);
    }

    private String length(long minutes) {
        long all = Math.abs(minutes);
        return (all < 120) ? say("deployment.board.minutes", all) : say("deployment.board.hours", all / 60, all % 60);
    }

    /** What stands beside a step that is drawn. */
    public String note(BoardStep step) {
        String slip = step.baseline() != null ? signed(step.slipMinutes()) : "";
        String critical = (step.critical() && !step.over()) ? say("deployment.board.critical") : "";
        return Arrays.asList(slip, critical)
            .stream()
            .filter((word) -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    }

    /** What stands beside a wave that is drawn. */
    public String note(BoardWave wave) {
        return say("deployment.board.wave." + wave.wave().state());
    }

    /** Whom a wave reaches. */
    public String reach(Wave wave) {
        String targets = wave.targets().stream().limit(TARGETS).collect(Collectors.joining(", "))
                + ((wave.targets().size() > TARGETS) ? ", …" : "");
        String percent = (wave.percent() != null) ? say("deployment.board.percent", wave.percent()) : "";
        return Arrays.asList(targets, percent)
            .stream()
            .filter((word) -> !word.isEmpty())
            .collect(Collectors.joining(" · "));
    }

    /** What a step waits for, by the names of other steps. */
    public String waits(BoardStep step, RunBoard board) {
        String waits = step.step().waitsFor();
        if (waits == null) {
            return "";
        }
        return switch (waits) {
            case "halt", "line", "freeze", "time" -> say("deployment.board.waits." + waits);
            default -> say("deployment.board.waits.steps",
                    board.waves()
                        .stream()
                        .flatMap((wave) -> wave.steps().stream())
                        .filter((one) -> Arrays.asList(waits.split("[, ]+")).contains(one.step().step()))
                        .map((one) -> one.planned().name())
                        .collect(Collectors.joining(", ")));
        };
    }

    /** The names of some steps. */
    public String names(List<BoardStep> steps) {
        return steps.stream().map((one) -> one.planned().name()).collect(Collectors.joining(", "));
    }

    /** What happened, and to which step. */
    public String event(RunEvent event, RunBoard board) {
        String what = say("deployment.board.event." + event.kind());
        return board.waves()
            .stream()
            .flatMap((wave) -> wave.steps().stream())
            .filter((one) -> one.step().step().equals(event.step()))
            .findFirst()
            .map((one) -> what + ": " + one.planned().name())
            .orElse(what);
    }

    /**
     * How a step stood when something happened to it; what is said of a wave is words.
     */
    public String saw(String facts) {
        Matcher step = STOOD.matcher(facts);
        if (!step.matches()) {
            return facts;
        }
        String state = say("deployment.board.step." + step.group(1));
        String since = (step.group(2) != null)
                ? say("deployment.board.saw.since", state, clock(Instant.parse(step.group(2)))) : state;
        return "0".equals(step.group(3)) ? since
                : say("deployment.board.saw.retries", since, step.group(3), step.group(4));
    }

    private String say(String key, Object... arguments) {
        return this.messages.text(key, arguments);
    }

}
