package io.slipway.notification;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import io.slipway.sql.Clause;

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
                .query(OfPerson.class)
                .list()
                .forEach((row) -> wishes.replace(row.userName(), new Wish(row.mail(), row.notice())));
        }
        return wishes;
    }

    /** Everything that one person wants. */
    Map<NotificationKind, Wish> of(String person) {
        Map<NotificationKind, Wish> wishes = new EnumMap<>(NotificationKind.class);
        for (NotificationKind kind : NotificationKind.values()) {
            wishes.put(kind, Wish.byDefault(kind));
        }
        this.jdbc.sql("select kind, mail, notice from notification_preferences where user_name = :person")
            .param("person", person)
            .query(OfKind.class)
            .list()
            .forEach((row) -> wishes.put(row.kind(), new Wish(row.mail(), row.notice())));
        return wishes;
    }

    void choose(String person, Map<NotificationKind, Wish> wishes) {
        wishes.forEach((kind, wish) -> Clause
            .insert("notification_preferences", "user_name", person, "kind", kind, "mail", wish.mail(), "notice",
                    wish.notice())
            .append(" on duplicate key update mail = :mail, notice = :notice")
            .on(this.jdbc)
            .update());
    }

    private record OfPerson(String userName, boolean mail, boolean notice) {
    }

    private record OfKind(NotificationKind kind, boolean mail, boolean notice) {
    }

}
