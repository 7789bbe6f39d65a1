package io.slipway.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.input.NotFoundException;
import io.slipway.workflow.WorkItems;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the mails that are due. What has been settled meanwhile is not sent; what the
 * server refuses is tried again later.
 */
@Component
class MailDispatch {

    /** Mails of one run; the next run goes on. */
    private static final int MOST = 200;

    private static final Logger log = LoggerFactory.getLogger(MailDispatch.class);

    private final MailQueue queue;

    private final MailMessage messages;

    private final JavaMailSender server;

    private final Outbox outbox;

    private final PersonDirectory people;

    private final WorkItems workItems;

    private final Clock clock;

    private volatile boolean stopping;

    MailDispatch(MailQueue queue, MailMessage messages, JavaMailSender server, Outbox outbox, PersonDirectory people,
            WorkItems workItems, Clock clock) {
        this.queue = queue;
        this.messages = messages;
        this.server = server;
        this.outbox = outbox;
        this.people = people;
        this.workItems = workItems;
        this.clock = clock;
    }

    /**
     * Sends what is due.
     * @return how many mails were looked at
     */
    @Scheduled(fixedDelayString = "${slipway.notification.mail-every:PT5S}",
            initialDelayString = "${slipway.notification.mail-every:PT5S}")
    int sendDue() {
        int done = 0;
        List<Notification> batch = List.of();
        while (!this.stopping && this.outbox.mailIsOn() && done < MOST) {
            batch = this.queue.take(this.clock.instant());
            if (batch.isEmpty()) {
                return done;
            }
            batch.forEach(this::sendOrGiveBack);
            done += batch.size();
        }
        return done;
    }

    @EventListener
    void on(ContextClosedEvent event) {
        this.stopping = true;
    }

    private void sendOrGiveBack(Notification row) {
        if (this.stopping) {
            this.queue.giveBack(row);
        }
        else {
            send(row);
        }
    }

    private void send(Notification row) {
        Instant now = this.clock.instant();
        Optional<PersonSummary> person = this.people.find(row.recipient()).filter(PersonSummary::enabled);
        if (!row.outside() && person.isEmpty()) {
            this.queue.skipped(row, "Nobody of that name may sign in any more.");
        }
        else if (settled(row)) {
            this.queue.skipped(row, "The task was done before the mail was sent.");
        }
        else {
            send(row, person.map(PersonSummary::email).orElse(row.recipient()), now);
        }
    }

    private void send(Notification row, String address, Instant now) {
        try {
            InternetAddress to = new InternetAddress(address, true);
            MimeMessage message = this.messages.write(row, to, this.server.createMimeMessage());
            this.server.send(message);
            this.queue.sent(row, to.getAddress(), now);
        }
        catch (AddressException ex) {
            this.queue.failed(row, "No mail address: " + ex.getMessage(), true, now);
        }
        catch (MailException | MessagingException ex) {
            log.warn("Mail {} could not be sent: {}", row.id(), ex.getMessage());
            this.queue.failed(row, String.valueOf(ex.getMessage()), false, now);
        }
    }

    /** Whether it is about a task that nobody has to do any more. */
    private boolean settled(Notification row) {
        if (!row.link().startsWith("/tasks/")) {
            return false;
        }
        try {
            return !this.workItems.get(row.link().substring("/tasks/".length())).open();
        }
        catch (NotFoundException ex) {
            return true;
        }
    }

}
