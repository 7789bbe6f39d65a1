package io.slipway.notification;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps how people want to be told. What nobody chose is the default of its kind.
 */
@Component
class Preferences {

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What each of some people wants for a kind, in their order. */
    Map<String, Wish> of(Collection<String> people, NotificationKind kind) {
        Map<String, Wish> wishes = new LinkedHashMap<>();
        people.forEach((person) -> wishes.put(person, Wish.byDefault(kind)));
        if (!wishes.isEmpty()) {
            this.jdbc
                .sql("select user_name, mail, notice from notification_preferences "
                        + "where kind = :kind and user_name in (:people)")
                .param("kind", kind.name())
                .param("people", wishes.keySet())
                .query((row) -> {
                    wishes.replace(row.getString("user_name"),
                            new Wish(row.getBoolean("mail"), row.getBoolean("notice")));
                });
        }
        return wishes;
    }

    /** Everything that one person wants. */
    Map<NotificationKind, Wish> of(String person) {
        Map<NotificationKind, Wish> wishes = new EnumMap<>(NotificationKind.class);
        for (NotificationKind kind : NotificationKind.values()) {
            wishes.put(kind, Wish.byDefault(kind));
        }
        this.jdbc.sql("select kind, mail, notice from notification_preferences where user_name = ?")
            .param(person)
            .query((row) -> {
                wishes.put(NotificationKind.valueOf(row.getString("kind")),
                        new Wish(row.getBoolean("mail"), row.getBoolean("notice")));
            });
        return wishes;
    }

    void choose(String person, Map<NotificationKind, Wish> wishes) {
        wishes.forEach((kind, wish) -> this.jdbc
            .sql("insert into notification_preferences (user_name, kind, mail, notice) values (?, ?, ?, ?) "
                    + "on duplicate key update mail = values(mail), notice = values(notice)")
            .params(person, kind.name(), wish.mail(), wish.notice())
            .update());
    }

}
