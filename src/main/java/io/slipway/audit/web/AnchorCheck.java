package io.slipway.audit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.slipway.audit.chain.Anchors;
import io.slipway.audit.chain.Anchors.Anchored;
import io.slipway.audit.chain.Anchors.Timestamped;
import io.slipway.ui.Messages;
import io.slipway.ui.SystemCheck;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells administrators and auditors whether those outside who confirm the record do.
 */
@Component
@Order(0)
class AnchorCheck implements SystemCheck {

    private final Anchors anchors;

    private final Messages words;

    AnchorCheck(Anchors anchors, Messages words) {
        this.anchors = anchors;
        this.words = words;
    }

    @Override
    public Optional<State> now() {
        List<Anchored> witnesses = this.anchors.all();
        Timestamped stamped = this.anchors.timestamp();
        if (witnesses.isEmpty() && stamped == null) {
            return Optional.empty();
        }
        List<String> failing = new ArrayList<>();
        witnesses.stream()
            .filter((one) -> one.problem() != null)
            .forEach((one) -> failing.add(
                    this.words.text("audit.integrity.anchored.problem." + one.problem(), one.witness(), one.detail())));
        if (stamped != null && stamped.problem() != null) {
            failing.add(this.words.text("audit.check.unstamped"));
        }
        return Optional.of(new State(!failing.isEmpty(), this.words.text("audit.check.outside"),
                failing.isEmpty() ? this.words.text("audit.check.confirmed") : String.join(" ", failing),
                "/audit/integrity"));
    }

    @Override
    public boolean audited() {
        return true;
    }

}
