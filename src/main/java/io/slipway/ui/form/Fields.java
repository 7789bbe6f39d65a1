package io.slipway.ui.form;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.slipway.ui.Messages;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What the fragments of {@code fragments/form} cannot say in markup.
 */
@Component("fields")
public class Fields {

    private final Messages messages;

    Fields(Messages messages) {
        this.messages = messages;
    }

    /**
     * The ids of what describes a field, for {@code aria-describedby}.
     * @param help its help text, if it has one
     * @return the ids with a space between them, null if there are none
     */
    public @Nullable String describedBy(String name, @Nullable Object help, boolean wrong) {
        List<String> ids = Stream.of((help != null) ? name + "-help" : "", wrong ? name + "-error" : "")
            .filter((id) -> !id.isEmpty())
            .toList();
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    /**
     * The options of a field.
     * @param values choices as they are, or any values whose text names a message
     * @param keys prefix of those messages, such as {@code release.type}; null for
     * choices, and for values that are their own labels
     * @return the options, in the same order
     */
    public List<Choice> choices(Object values, @Nullable String keys) {
        Stream<?> all = (values instanceof Object[] array) ? Arrays.stream(array) : ((Collection<?>) values).stream();
        return all.map((value) -> choice(value, keys)).toList();
    }

    private Choice choice(Object value, @Nullable String keys) {
        if (value instanceof Choice choice) {
            return choice;
        }
        String text = (value instanceof Enum<?> constant) ? constant.name() : value.toString();
        return new Choice(text, (keys != null) ? this.messages.text(keys + "." + text) : text);
    }

}
