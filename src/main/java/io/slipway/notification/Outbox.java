package io.slipway.notification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.slipway.identity.AllowedAddresses;
import io.slipway.identity.DemoMark;

import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what is to be told and writes it down, one row per person and matter, by what
 * each of them wants. Mail is sent from these rows later.
 */
@Component
class Outbox {

    /** More people than this are not told about one matter. */
    static final int MOST_PEOPLE = 200;

    private final NotificationRows rows;

    private final Preferences preferences;

    private final JavaMailSenderImpl server;

    private final AllowedAddresses allowed;

    private final Clock clock;

    private final DemoMark demo;

    Outbox(NotificationRows rows, Preferences preferences, JavaMailSenderImpl server, AllowedAddresses allowed,
            Clock clock, DemoMark demo) {
        this.rows = rows;
        this.preferences = preferences;
        this.server = server;
        this.allowed = allowed;
        this.clock = clock;
        this.demo = demo;
    }

    /** Whether a mail server is configured. */
    boolean mailIsOn() {
        return this.server.getHost() != null && !this.server.getHost().isBlank();
    }

    /**
     * Tells people about a matter, each by mail, notice or not at all, as they chose.
     * @return how many were told who had not been told before
     */
    @Transactional
    int tell(Matter matter, Collection<String> people) {
        List<String> named = people.stream().distinct().limit(MOST_PEOPLE).toList();
        Map<String, Wish> wishes = this.preferences.of(named, matter.kind());
        List<NotificationRows.Addressee> addressees = new ArrayList<>();
        wishes.forEach((person, wish) -> {
            if (wish.mail() || wish.notice()) {
                addressees.add(new NotificationRows.Addressee(person, wish.notice(), mail(wish.mail())));
            }
        });
        return write(matter, addressees);
    }

    /**
     * Announces something to people: as a notice in any case, and by mail where the plan
     * says so and the person wants announcements by mail.
     * @return how many were told who had not been told before
     */
    @Transactional
    int announce(Matter matter, Collection<String> people, boolean byMail) {
        List<String> named = people.stream().distinct().limit(MOST_PEOPLE).toList();
        Map<String, Wish> wishes = this.preferences.of(named, matter.kind());
        return write(matter, named.stream()
            .map((person) -> new NotificationRows.Addressee(person, true, mail(byMail && wishes.get(person).mail())))
            .toList());
    }

    /**
     * Tells addresses of people without an account about a matter. Those that may not be
     * written to, or no longer, are only noted.
     * @return how many were told who had not been told before
     */
    @Transactional
    int tellAddresses(Matter matter, Collection<String> addresses) {
        return write(matter,
                addresses.stream()
                    .distinct()
                    .limit(MOST_PEOPLE)
                    .map((address) -> new NotificationRows.Addressee(address, false,
                            this.allowed.allows(address) ? mail(true) : MailState.SKIPPED))
                    .toList());
    }

    private int write(Matter matter, List<NotificationRows.Addressee> addressees) {
        Set<String> told = new HashSet<>(this.rows.toldOf(matter.id()));
        List<NotificationRows.Addressee> left = addressees.stream()
            .filter((addressee) -> !told.contains(addressee.recipient()))
            .toList();
        if (!left.isEmpty()) {
            this.rows.insert(matter, left, this.clock.instant());
        }
        return left.size();
    }

    private MailState mail(boolean wanted) {
        if (!wanted) {
            return MailState.NONE;
        }
        return (mailIsOn() && !this.demo.here()) ? MailState.PENDING : MailState.SKIPPED;
    }

}
