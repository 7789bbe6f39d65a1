package io.slipway.audit.chain;

import java.util.Optional;

import io.slipway.audit.chain.ChainStore.KeptCheckpoint;
import io.slipway.ui.Messages;
import io.slipway.ui.SystemCheck;
import io.slipway.ui.Times;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells administrators and auditors whether the record is sealed and signed.
 */
@Component
@Order(0)
class SealCheck implements SystemCheck {

    private final ChainStore store;

    private final RecordKeys keys;

    private final Times times;

    private final Messages words;

    SealCheck(ChainStore store, RecordKeys keys, Times times, Messages words) {
        this.store = store;
        this.keys = keys;
        this.times = times;
        this.words = words;
    }

    @Override
    public Optional<State> now() {
        ChainStore.Log log = this.store.log();
        KeptCheckpoint signed = this.store.newest().orElse(null);
        String text = (log.halted() != null) ? this.words.text("audit.check.halted", log.halted())
                : !this.keys.sign() ? this.words.text("audit.check.unsigned", log.size())
                        : (signed == null) ? this.words.text("audit.check.not-yet", log.size()) : this.words
                            .text("audit.check.signed", log.size(), signed.size(), this.times.exact(signed.at()));
        return Optional.of(new State(log.halted() != null || !this.keys.sign(), this.words.text("audit.check"), text,
                "/audit/integrity"));
    }

    @Override
    public boolean audited() {
        return true;
    }

}
