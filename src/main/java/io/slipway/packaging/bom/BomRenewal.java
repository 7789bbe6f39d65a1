package io.slipway.packaging.bom;

import io.slipway.configuration.exchange.Bom;
import io.slipway.input.InvalidInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads those bills again, at start, that were read before every licence of theirs was
 * kept. Until then, and if they cannot be read any more, nobody is sure of them.
 */
@Component
class BomRenewal implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(BomRenewal.class);

    private final BomStore boms;

    private final TransactionOperations transaction;

    BomRenewal(BomStore boms, TransactionOperations transaction) {
        this.boms = boms;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (long bom : this.boms.outdated()) {
            try {
                Bom read = Bom.read(this.boms.bytes(bom));
                this.transaction.executeWithoutResult((status) -> this.boms.renew(bom, read));
            }
            catch (InvalidInputException ex) {
                log.warn("The bill of materials {} cannot be read again: deliver it anew", bom);
            }
        }
    }

}
