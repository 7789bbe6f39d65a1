package io.slipway.calendar.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import io.slipway.calendar.Subscription;
import io.slipway.calendar.SubscriptionManagement;
import io.slipway.identity.Acting;
import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Answers calendar programs, which know nothing but the address: without session, as the
 * person whose address it is. Whatever is wrong with an address, the answer is the same.
 */
@Controller
class FeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final SubscriptionManagement subscriptions;

    private final FeedContent content;

    private final FeedWriter writer;

    private final FeedThrottle throttle;

    private final PersonDirectory people;

    private final Acting acting;

    FeedController(SubscriptionManagement subscriptions, FeedContent content, FeedWriter writer, FeedThrottle throttle,
            PersonDirectory people, Acting acting) {
        this.subscriptions = subscriptions;
        this.content = content;
        this.writer = writer;
        this.throttle = throttle;
        this.people = people;
        this.acting = acting;
    }

    @GetMapping("/calendar/feed/{token}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String token, @RequestHeader HttpHeaders asked) {
        Optional<Subscription> found = this.subscriptions.open(token)
            .filter((one) -> this.people.find(one.userName()).filter(PersonSummary::enabled).isPresent());
        if (found.isEmpty()) {
            return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
        }
        Subscription subscription = found.get();
        if (!this.throttle.allows(subscription.id())) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).header(HttpHeaders.RETRY_AFTER, "600").build();
        }
        Feed feed = this.acting.as(subscription.userName(), () -> this.content.of(subscription));
        String tag = "\"" + digest(feed.toString()) + "\"";
        String etag = "W/" + tag;
        CacheControl cache = CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();
        if (asked.getIfNoneMatch().stream().anyMatch((known) -> known.replaceFirst("^W/", "").equals(tag))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(etag).cacheControl(cache).build();
        }
        return ResponseEntity.ok()
            .eTag(etag)
            .cacheControl(cache)
            .contentType(CALENDAR)
            .header(HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.inline().filename("slipway.ics").build().toString())
            .body(this.writer.write(feed));
    }

    private static String digest(String text) {
        return DigestUtils.sha256Hex(text).substring(0, 32);
    }

}
