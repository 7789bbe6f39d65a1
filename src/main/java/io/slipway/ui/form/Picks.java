package io.slipway.ui.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.input.KeyPage;
import io.slipway.input.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What the fragments of {@code fragments/picker} show, by kind.
 */
@Component("picks")
public class Picks {

    /** As many are offered at once, without a search. */
    private static final int FEW = 8;

    private final Map<String, Picker> pickers;

    Picks(List<Picker> pickers, List<PickerFamily> families) {
        this.pickers = Stream.concat(pickers.stream(), families.stream().flatMap((family) -> family.pickers().stream()))
            .collect(Collectors.toMap(Picker::kind, Function.identity()));
    }

    /**
     * What a text finds. Refuses an unknown kind, with a {@code NotFoundException}, and
     * what the kind's picker refuses.
     */
    KeyPage<Pick> find(String kind, String text, String from) {
        return picker(kind).find(text, from);
    }

    /** What to choose from where that is little. */
    public List<Pick> few(String kind) {
        return picker(kind).find("", "").rows();
    }

    /** What a value stands for; empty if it stands for nothing known. */
    public String label(String kind, @Nullable String value) {
        return (value == null || value.isBlank()) ? ""
                : picker(kind).named(List.of(value))
                    .stream()
                    .map((pick) -> pick.detail().isEmpty() ? pick.label() : pick.label() + ", " + pick.detail())
                    .findFirst()
                    .orElse("");
    }

    /**
     * A field of several values: what is picked, what was typed and stands for nothing,
     * and what may be meant by it. Where there is little to choose from, all of it.
     */
    public Field many(String kind, @Nullable List<String> values) {
        Picker picker = picker(kind);
        List<String> given = FormText.chosen(values).stream().filter((value) -> !value.isBlank()).toList();
        Map<String, Pick> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (!given.isEmpty()) {
            picker.named(given).forEach((pick) -> named.put(pick.value(), pick));
        }
        List<Pick> picked = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String value : given) {
            if (named.containsKey(value) || picker.open()) {
                picked.add(named.getOrDefault(value, new Pick(value, value, "")));
            }
            else {
                unknown.add(value);
            }
        }
        picked.sort(Comparator.comparing(Pick::label, String.CASE_INSENSITIVE_ORDER));
        KeyPage<Pick> all = picker.find("", "");
        List<Pick> meant = (all.next() == null && all.rows().size() <= FEW) ? all.rows()
                : unknown.stream().flatMap((text) -> picker.find(text, "").rows().stream().limit(FEW)).toList();
        return new Field(picked, String.join(", ", unknown),
                meant.stream().filter((pick) -> !named.containsKey(pick.value())).distinct().toList());
    }

    private Picker picker(String kind) {
        Picker picker = this.pickers.get(kind);
        if (picker == null) {
            throw new NotFoundException("list", kind);
        }
        return picker;
    }

    /**
     * A field of several values.
     *
     * @param picked what is picked
     * @param typed what was typed and stands for nothing
     * @param offers what may be picked besides
     */
    public record Field(List<Pick> picked, String typed, List<Pick> offers) {
    }

}
