package io.slipway.monitor.operation.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * Which runs go to which version, what becomes of vanished elements, and why, as chosen
 * and typed.
 *
 * @param to number of the newer version
 * @param choice for a vanished element its id, a space, and the id of the new one
 */
record MigrationForm(String to, @Nullable List<String> choice, @Nullable List<String> run, String all, String reason) {

    MigrationForm {
        choice = FormText.chosen(choice);
        run = FormText.chosen(run);
    }

    int version() {
        return this.to.matches("\\d{1,6}") ? Integer.parseInt(this.to) : 0;
    }

    Map<String, String> choices() {
        Map<String, String> chosen = new TreeMap<>();
        for (String one : FormText.chosen(this.choice)) {
            String[] parts = one.split(" ");
            if (parts.length == 2) {
                chosen.put(parts[0], parts[1]);
            }
        }
        return chosen;
    }

    List<String> runs() {
        return FormText.chosen(this.run);
    }

    boolean everything() {
        return !this.all.isEmpty();
    }

}
