package io.slipway.audit.stream;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.slipway.audit.stream.AuditStream.Standing;
import io.slipway.ui.Messages;
import io.slipway.ui.SystemCheck;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells administrators and auditors whether the record goes on to where it should.
 */
@Component
@Order(1)
class StreamCheck implements SystemCheck {

    private final AuditStream stream;

    private final Messages words;

    StreamCheck(AuditStream stream, Messages words) {
        this.stream = stream;
        this.words = words;
    }

    @Override
    public Optional<State> now() {
        List<Standing> all = this.stream.all();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String text = all.stream().map(this::told).collect(Collectors.joining(" "));
        return Optional.of(new State(all.stream().anyMatch((one) -> one.problem() != null),
                this.words.text("audit.stream.check"), text, "/audit/integrity"));
    }

    private String told(Standing one) {
        String name = this.words.text("audit.integrity.stream." + one.to());
        return this.words.text((one.problem() != null) ? "audit.stream.check.fails" : "audit.stream.check.goes", name,
                one.rows(), one.behind());
    }

    @Override
    public boolean audited() {
        return true;
    }

}
