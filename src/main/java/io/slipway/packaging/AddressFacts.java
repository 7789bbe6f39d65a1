package io.slipway.packaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.slipway.packaging.DocumentAddress.State;
import io.slipway.release.ReleaseDetails;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;

import org.springframework.stereotype.Component;

/**
 * Tells of addresses of documents whether something is there, in the same words
 * everywhere. What was uploaded needs no address, and where the portal does not ask,
 * addresses count as they were given.
 */
@Component
public class AddressFacts {

    private final AddressProperties properties;

    private final Messages messages;

    private final Times times;

    private final Clock clock;

    public AddressFacts(AddressProperties properties, Messages messages, Times times, Clock clock) {
        this.properties = properties;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    /** Whether the portal asks addresses at all. */
    public boolean asking() {
        return this.properties.ask();
    }

    /**
     * What keeps the addresses of a package from counting.
     * @return the gravest state and all reasons; nothing where each was reached, a file
     * is there instead, or nobody asks: here, or any more
     */
    public Optional<Gap> gap(ReleaseDetails release, PackageDetails content) {
        List<DocumentAddress> open = (asking() && release.open()) ? notReached(content) : List.of();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        boolean unreachable = open.stream().anyMatch((one) -> one.state() == State.UNREACHABLE);
        return Optional.of(new Gap(unreachable ? State.UNREACHABLE : State.UNKNOWN,
                open.stream().map(this::line).collect(Collectors.joining(" "))));
    }

    /** The addresses that were found to lead nowhere, where no file is there instead. */
    List<DocumentAddress> unreachable(PackageDetails content) {
        return asking() ? notReached(content).stream().filter((one) -> one.state() == State.UNREACHABLE).toList()
                : List.of();
    }

    private List<DocumentAddress> notReached(PackageDetails content) {
        Instant now = this.clock.instant();
        return content.addresses()
            .stream()
            .filter((one) -> !content.has(one.kind()) && one.state(now) != State.REACHABLE)
            .toList();
    }

    /** An address, how it stands, and what was answered when. */
    public String line(DocumentAddress one) {
        return this.messages.text("release.address.line", this.messages.text("release.document.kind." + one.kind()),
                state(one));
    }

    /** How an address stands, and what was answered when. */
    public String state(DocumentAddress one) {
        if (!asking()) {
            return this.messages.text("release.address.not-asking");
        }
        if (one.askedAt() == null) {
            return this.messages.text("release.address.not-asked");
        }
        State state = one.state(this.clock.instant());
        return this.messages.text("release.address.state." + state,
                this.messages.text("release.address.answer." + one.answer(), one.detail()),
                this.times.shown(one.askedAt()), this.times.shown(Objects.requireNonNull(one.since())));
    }

    /**
     * Addresses that do not count.
     *
     * @param state unreachable where one is, unknown otherwise
     */
    public record Gap(State state, String why) {
    }

}
