package io.slipway.deployment.halt;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.slipway.identity.PersonDirectory;
import io.slipway.release.Phase;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.page.ReleaseConcern;
import io.slipway.release.page.ReleaseFlag;
import io.slipway.release.page.ReleaseFlags;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Says that a release's deployment is held, since when, by whom and why.
 */
@Component
@Order(0)
class HaltConcern implements ReleaseConcern, ReleaseFlags {

    private final HaltManagement halts;

    private final PersonDirectory people;

    private final Times times;

    private final Messages words;

    HaltConcern(HaltManagement halts, PersonDirectory people, Times times, Messages words) {
        this.halts = halts;
        this.people = people;
        this.times = times;
        this.words = words;
    }

    @Override
    public Optional<String> sentence(ReleaseDetails release) {
        if (!release.open() || release.phase() != Phase.DEPLOY) {
            return Optional.empty();
        }
        return Optional.ofNullable(this.halts.now(release.key())).map(this::sentence);
    }

    @Override
    public Map<String, List<ReleaseFlag>> of(Collection<String> keys) {
        Map<String, List<ReleaseFlag>> flags = new HashMap<>();
        this.halts.now(keys)
            .forEach((key, halt) -> flags.put(key, List
                .of(new ReleaseFlag(true, "hand-stop", this.words.text("deployment.held.flag"), sentence(halt)))));
        return flags;
    }

    private String sentence(Halt halt) {
        return this.words.text("deployment.held", this.times.withZone(halt.at()), this.people.name(halt.stoppedBy()),
                halt.reason());
    }

}
