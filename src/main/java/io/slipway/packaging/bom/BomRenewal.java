package io.slipway.packaging.bom;

import io.slipway.configuration.exchange.BillOfMaterials;
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

    private final BomStore bills;

    private final TransactionOperations transaction;

    BomRenewal(BomStore bills, TransactionOperations transaction) {
        this.bills = bills;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (long bill : this.bills.outdated()) {
            try {
                BillOfMaterials read = BillOfMaterials.read(this.bills.bytes(bill));
                this.transaction.executeWithoutResult((status) -> this.bills.renew(bill, read));
            }
            catch (InvalidInputException ex) {
                log.warn("The bill of materials {} cannot be read again: deliver it anew", bill);
            }
        }
    }

}
