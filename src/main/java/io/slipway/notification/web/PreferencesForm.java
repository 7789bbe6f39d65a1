package io.slipway.notification.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.slipway.notification.NotificationKind;
import io.slipway.notification.Wish;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told: the kinds that are ticked, by way.
 *
 * @param mail names of the kinds told by mail
 * @param notice names of the kinds told by notice
 */
record PreferencesForm(@Nullable List<String> mail, @Nullable List<String> notice) {

    static PreferencesForm of(Map<NotificationKind, Wish> wishes) {
        return new PreferencesForm(names(wishes, true), names(wishes, false));
    }

    /** Names of kinds that do not exist are left out. */
    Map<NotificationKind, Wish> wishes() {
        Map<NotificationKind, Wish> wishes = new EnumMap<>(NotificationKind.class);
        Arrays.stream(NotificationKind.values())
            .forEach((kind) -> wishes.put(kind, new Wish(has(this.mail, kind), has(this.notice, kind))));
        return wishes;
    }

    private static boolean has(@Nullable List<String> names, NotificationKind kind) {
        return names != null && names.contains(kind.name());
    }

    private static List<String> names(Map<NotificationKind, Wish> wishes, boolean mail) {
        return wishes.entrySet()
            .stream()
            .filter((entry) -> mail ? entry.getValue().mail() : entry.getValue().notice())
            .map((entry) -> entry.getKey().name())
            .toList();
    }

}
