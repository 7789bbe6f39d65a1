package io.slipway.monitor.operation.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.slipway.ui.FormText;
import org.jspecify.annotations.Nullable;

/**
 * Which runs go to which version, what becomes of vanished elements, and why, as chosen
 * and typed.
 *
 * @param to number of the newer version
 * @param choice for a vanished element its id, a space, and the id of the new one
 */
record MigrationForm(@Nullable String to, @Nullable List<String> choice, @Nullable List<String> run,
        @Nullable String all, @Nullable String reason) {

    MigrationForm {
        to = FormText.of(to);
        choice = (choice != null) ? List.copyOf(choice) : List.of();
        run = (run != null) ? List.copyOf(run) : List.of();
        all = FormText.of(all);
        reason = FormText.of(reason);
    }

    int version() {
        String text = FormText.of(this.to);
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    Map<String, String> choices() {
        Map<String, String> chosen = new TreeMap<>();
        for (String one : (this.choice != null) ? this.choice : List.<String>of()) {
            String[] parts = one.split(" ");
            if (parts.length == 2) {
                chosen.put(parts[0], parts[1]);
            }
        }
        return chosen;
    }

    List<String> runs() {
        return (this.run != null) ? this.run : List.of();
    }

    boolean everything() {
        return !FormText.of(this.all).isEmpty();
    }

    String text() {
        return FormText.of(this.reason);
    }

}
