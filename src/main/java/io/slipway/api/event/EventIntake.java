package io.slipway.api.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.slipway.api.ApiRefusal;
import io.slipway.api.TokenScope;
import io.slipway.api.event.EventLog.Settlement;
import io.slipway.api.release.PackageDelivery;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.packaging.ArtifactLibrary;
import io.slipway.packaging.ArtifactUse;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.UnitDelivery;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.workflow.WorkItemConflictException;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/**
 * Does what events tell, as the current actor: an artifact becomes a unit of its release,
 * one that was deleted is shown as missing, an incident and a deployment are kept as
 * reported; other news is noted on its release. An event that cannot be done is kept with
 * the reason, and tried again when it is sent again or when the news comes that it waits
 * for: so neither duplicates nor a wrong order harm.
 */
@Service
class EventIntake {

    private static final Set<String> ARTIFACTS = Set.of("artifact.packaged", "artifact.published");

    private static final String DELETED = "artifact.deleted";

    private static final Set<String> NOTED = Set.of("artifact.signed", "build.finished", "testsuiterun.finished",
            "service.deployed", "service.upgraded", "service.rolledback", "incident.detected", "incident.reported",
            "incident.resolved", "change.merged");

    private final EventLog log;

    private final ReleaseManagement releases;

    private final ArtifactLibrary artifacts;

    private final PackageManagement packages;

    private final PackageDelivery delivery;

    private final ReportedNews reported;

    private final TokenScope scope;

    private final Messages messages;

    private final ObjectMapper json;

    EventIntake(EventLog log, ReleaseManagement releases, ArtifactLibrary artifacts, PackageManagement packages,
            PackageDelivery delivery, ReportedNews reported, TokenScope scope, Messages messages, ObjectMapper json) {
        this.log = log;
        this.releases = releases;
        this.artifacts = artifacts;
        this.packages = packages;
        this.delivery = delivery;
        this.reported = reported;
        this.scope = scope;
        this.messages = messages;
        this.json = json;
    }

    /**
     * Takes an event in.
     * @return the event and what became of it
     */
    ReceivedEvent take(CloudEvent event, String via) {
        Optional<CdEvent> news = CdEvent.of(event);
        this.log.receive(event, news.map(CdEvent::subjectId).orElse(""), via);
        ReceivedEvent received = this.log.find(event.source(), event.id());
        if (received.state() != EventState.DONE) {
            // What came first counts, whatever is sent again under its id.
            attempt(received);
            news.filter((one) -> one.kind().equals("change.merged"))
                .ifPresent((merge) -> this.log.waitingFor(merge.subjectId()).forEach(this::attempt));
            received = this.log.find(event.source(), event.id());
            if (received.state() == EventState.DONE
                    && news.filter((one) -> ReportedNews.INCIDENTS.contains(one.kind())).isPresent()) {
                // Only now it is known which release its other news are about.
                this.log.noted(received.source(), received.subject()).forEach(this::attempt);
            }
        }
        return received;
    }

    private void attempt(ReceivedEvent received) {
        Settlement settlement = settle(received);
        if (settlement.state() != received.state() || !settlement.reason().equals(received.reason())) {
            this.log.settle(received.id(), settlement);
        }
    }

    private Settlement settle(ReceivedEvent received) {
        CdEvent news = stored(received);
        if (news == null) {
            return new Settlement(EventState.NOT_UNDERSTOOD, this.messages.text("api.event.no-cdevent"), null, null);
        }
        if (!ARTIFACTS.contains(news.kind()) && !NOTED.contains(news.kind()) && !news.kind().equals(DELETED)) {
            return new Settlement(EventState.NOT_UNDERSTOOD, this.messages.text("api.event.unknown", news.kind()), null,
                    null);
        }
        ReleaseDetails release = null;
        try {
            release = release(received, news);
            if (release == null) {
                return new Settlement(EventState.NOTED, this.messages.text("api.event.no-release"), null, null);
            }
            this.scope.require(release.key(), release.services());
            return switch (news.kind()) {
                case "artifact.packaged", "artifact.published" -> deliver(received, news, release);
                case DELETED -> delete(received, news, release);
                default -> this.reported.settle(received, news, release);
            };
        }
        catch (NotFoundException ex) {
            return new Settlement(EventState.REFUSED, this.messages.text("api.event.unknown-release", ex.key()), null,
                    null);
        }
        catch (ApiRefusal ex) {
            return new Settlement(EventState.PROPOSED, this.messages.text(ex.code(), ex.arguments()), key(release),
                    news.change());
        }
        catch (InvalidInputException ex) {
            return new Settlement(EventState.REFUSED, this.messages.text(ex.code(), ex.arguments()), key(release),
                    null);
        }
        catch (AccessDeniedException ex) {
            return new Settlement(EventState.REFUSED, String.valueOf(ex.getMessage()), key(release), null);
        }
        catch (WorkItemConflictException ex) {
            return new Settlement(EventState.PROPOSED, this.messages.text("api.faster"), key(release), null);
        }
    }

    private Settlement delete(ReceivedEvent received, CdEvent news, ReleaseDetails release) {
        String digest = news.digest();
        if (digest == null || !holds(release, digest)) {
            return new Settlement(EventState.NOTED, this.messages.text("api.event.deleted.unknown"), release.key(),
                    null);
        }
        this.artifacts.deleted(digest, received.source(), received.at());
        return new Settlement(EventState.DONE, this.messages.text("api.event.deleted"), release.key(), null);
    }

    private boolean holds(ReleaseDetails release, String digest) {
        return this.packages.get(release.key()).digests().contains(digest);
    }

    private Settlement deliver(ReceivedEvent received, CdEvent news, ReleaseDetails release) {
        String digest = news.digest();
        if (digest != null) {
            this.artifacts.published(digest, received.at());
        }
        if (digest != null && holds(release, digest)) {
            return new Settlement(EventState.DONE, this.messages.text("api.event.there"), release.key(), null);
        }
        String change = news.change();
        Instant told = news.committedAt();
        Instant committed = (told != null || change == null) ? told : this.log.merged(change).orElse(null);
        String name = news.name();
        String version = news.version();
        if (digest == null || change == null || committed == null || name == null || version == null) {
            String missing = (digest == null) ? "digest" : (change == null) ? "commit"
                    : (committed == null) ? "committedAt" : (name == null) ? "name" : "version";
            return new Settlement(EventState.PROPOSED, this.messages.text("api.event.missing", missing), release.key(),
                    change);
        }
        this.delivery.add(release.key(), new UnitDelivery(name, version, news.subjectId(), digest, change, committed));
        return new Settlement(EventState.DONE, this.messages.text("api.event.delivered", name), release.key(), null);
    }

    private @Nullable ReleaseDetails release(ReceivedEvent received, CdEvent news) {
        if (news.release() != null) {
            return this.releases.get(news.release());
        }
        String digest = news.digest();
        List<ArtifactUse> uses = (digest != null) ? this.artifacts.uses(digest) : List.of();
        String key = uses.isEmpty() ? this.reported.releaseOf(received, news).orElse(null) : uses.get(0).release();
        return (key != null) ? this.releases.get(key) : null;
    }

    private @Nullable CdEvent stored(ReceivedEvent received) {
        try {
            return CdEvent.of(new CloudEvent(received.source(), received.eventId(), received.type(),
                    received.happenedAt(),
                    received.content().isEmpty() ? MissingNode.getInstance() : this.json.readTree(received.content())))
                .orElse(null);
        }
        catch (JsonProcessingException ex) {
            throw new IllegalStateException("An event was kept that is no JSON", ex);
        }
    }

    private static @Nullable String key(@Nullable ReleaseDetails release) {
        return (release != null) ? release.key() : null;
    }

}
