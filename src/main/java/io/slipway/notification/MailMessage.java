package io.slipway.notification;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.SignedInPerson;
import io.slipway.ui.Messages;
import io.slipway.ui.PortalAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

import org.springframework.stereotype.Component;

/**
 * Writes a notification as a mail, plain and as HTML, with times in the recipient's zone.
 * The message id is the same however often it is sent.
 */
@Component
class MailMessage {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm",
            Locale.ENGLISH);

    private final SpringTemplateEngine templates;

    private final Messages messages;

    private final PersonDirectory people;

    private final PortalAddress portal;

    private final MailProperties properties;

    MailMessage(SpringTemplateEngine templates, Messages messages, PersonDirectory people, PortalAddress portal,
            MailProperties properties) {
        this.templates = templates;
        this.messages = messages;
        this.people = people;
        this.portal = portal;
        this.properties = properties;
    }

    MimeMessage write(Notification row, InternetAddress to, MimeMessage mail) throws MessagingException {
        Context words = words(row);
        mail.setFrom(from());
        mail.setRecipient(Message.RecipientType.TO, to);
        mail.setSubject(row.title(), StandardCharsets.UTF_8.name());
        mail.setHeader("Message-ID",
                "<%d.%d@%s>".formatted(row.id(), row.createdAt().toEpochMilli(), this.portal.host()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setContent(new MimeMultipart("alternative",
                part("plain", this.templates.process("notification/_mail-text", words)),
                part("html", this.templates.process("notification/_mail", words))));
        return mail;
    }

    private Context words(Notification row) {
        ZoneId zone = this.people.principal(row.recipient()).map(SignedInPerson::zoneId).orElse(ZoneOffset.UTC);
        List<Line> lines = row.facts().stream().map((fact) -> line(fact, zone)).toList();
        Context words = new Context(Locale.ENGLISH);
        words.setVariable("title", row.title());
        words.setVariable("text", row.text());
        words.setVariable("lines", lines);
        words.setVariable("link", row.outside() ? null : this.portal.of(row.link()));
        words.setVariable("task", row.link().startsWith("/tasks/"));
        words.setVariable("preferences", row.outside() ? null : this.portal.of("/account/notifications"));
        return words;
    }

    private Line line(Fact fact, ZoneId zone) {
        String label = this.messages.text("notification.fact." + fact.label());
        Instant at = fact.at();
        return new Line(label,
                (at != null) ? SHOWN.format(at.atZone(zone)) + " (" + zone.getId() + ")" : String.valueOf(fact.text()));
    }

    private InternetAddress from() throws MessagingException {
        try {
            InternetAddress from = new InternetAddress(this.properties.from(), true);
            from.setPersonal(this.messages.text("ui.product"), StandardCharsets.UTF_8.name());
            return from;
        }
        catch (UnsupportedEncodingException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static MimeBodyPart part(String type, String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), type);
        return part;
    }

    /** One essential in words. */
    record Line(String label, String text) {
    }

}
