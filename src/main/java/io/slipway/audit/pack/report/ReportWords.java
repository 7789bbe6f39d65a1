package io.slipway.audit.pack.report;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.audit.pack.chapter.Chapter;
import io.slipway.audit.pack.chapter.Facts;
import io.slipway.audit.pack.chapter.Who;
import io.slipway.identity.Role;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts the chapters of a pack into words: times in UTC to the second, people by both
 * names.
 */
@Component
class ReportWords {

    /** What has more columns, or longer texts, is not told in a table. */
    private static final int COLUMNS = 7;

    private static final int LONG = 48;

    private final Messages messages;

    private final Times times;

    ReportWords(Messages messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    Section section(Chapter chapter) {
        return new Section(chapter.id(), this.messages.text("audit.pack.chapter." + chapter.id()),
                lines(chapter.facts()));
    }

    private List<Line> lines(Facts facts) {
        return facts.values().entrySet().stream().map((one) -> line(one.getKey(), one.getValue())).toList();
    }

    private Line line(String name, Object value) {
        if (!(value instanceof Collection<?> some) || !(some.iterator().next() instanceof Facts)) {
            return new Line(label(name), text(value), null, List.of());
        }
        List<Facts> all = some.stream().map(Facts.class::cast).toList();
        return tabular(all) ? new Line(label(name), null, table(all), List.of())
                : new Line(label(name), null, null, all.stream().map(this::lines).toList());
    }

    private static boolean tabular(List<Facts> all) {
        return columns(all).size() <= COLUMNS
                && all.stream().flatMap((one) -> one.values().values().stream()).noneMatch(ReportWords::wide);
    }

    private static boolean wide(Object value) {
        return (value instanceof String text && text.length() > LONG) || (value instanceof Collection<?> some
                && some.stream().anyMatch((one) -> one instanceof Facts || wide(one)));
    }

    private static Set<String> columns(List<Facts> all) {
        return all.stream()
            .flatMap((one) -> one.values().keySet().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Table table(List<Facts> all) {
        Set<String> columns = columns(all);
        return new Table(columns.stream().map(this::label).toList(),
                all.stream()
                    .map(Facts::values)
                    .map((row) -> columns.stream().map((column) -> cell(row, column)).toList())
                    .toList());
    }

    private String cell(Map<String, Object> row, String column) {
        Object value = row.get(column);
        return (value != null) ? text(value) : "";
    }

    private String label(String name) {
        return this.messages.text("audit.pack.field." + name);
    }

    private String text(Object value) {
        if (value instanceof Collection<?> some) {
            return some.stream().filter(Objects::nonNull).map(this::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Who who) {
            return this.messages.text("audit.pack.who", who.name(), who.user());
        }
        if (value instanceof Role role) {
            return this.messages.text("identity.role." + role.id());
        }
        if (value instanceof Instant at) {
            return this.times.utcText(at);
        }
        if (value instanceof Boolean is) {
            return this.messages.text(is ? "audit.pack.yes" : "audit.pack.no");
        }
        if (value instanceof Enum<?> constant) {
            String words = constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
        return value.toString();
    }

    /** A chapter in words. */
    record Section(String id, String title, List<Line> lines) {
    }

    /**
     * A fact in words: a text, or a table, or blocks of lines.
     */
    record Line(String label, @Nullable String text, @Nullable Table table, List<List<Line>> blocks) {
    }

    /** Facts of one kind, side by side. */
    record Table(List<String> heads, List<List<String>> rows) {
    }

}
