package io.slipway.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.slipway.permit.PermitManagement;
import io.slipway.release.page.ReleaseFlag;
import io.slipway.release.page.ReleaseFlags;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;

import org.springframework.stereotype.Component;

/**
 * Marks the releases that go on by a permit although something forbids it, and those
 * whose tests were not good enough.
 */
@Component
class ValidationFlags implements ReleaseFlags {

    private final PermitManagement permits;

    private final ValidationStore store;

    private final Times times;

    private final Messages words;

    ValidationFlags(PermitManagement permits, ValidationStore store, Times times, Messages words) {
        this.permits = permits;
        this.store = store;
        this.times = times;
        this.words = words;
    }

    @Override
    public Map<String, List<ReleaseFlag>> of(Collection<String> keys) {
        Map<String, List<ReleaseFlag>> flags = new HashMap<>();
        this.store.failing(keys)
            .forEach((failed) -> add(flags, failed.releaseKey(),
                    new ReleaseFlag(true, "circle-x", say("failed"), say("failed.why", failed.reason()))));
        this.permits.inForce(keys)
            .forEach((permit) -> add(flags, permit.releaseKey(), new ReleaseFlag(false, "shield-off", say("waived"),
                    say("waived.why", this.times.withZone(permit.expiresAt()), permit.reason()))));
        return flags;
    }

    private static void add(Map<String, List<ReleaseFlag>> flags, String key, ReleaseFlag flag) {
        flags.computeIfAbsent(key, (one) -> new ArrayList<>()).add(flag);
    }

    private String say(String key, Object... arguments) {
        return this.words.text("validation.flag." + key, arguments);
    }

}
