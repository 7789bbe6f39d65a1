package io.slipway.validation.evidence;

import io.slipway.file.Intakes;
import io.slipway.validation.report.Report;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * All that is delivered as one piece of evidence.
 *
 * @param original the report as it was sent
 * @param attachments the files that came with it
 */
record Content(Report report, Metered original, Intakes attachments) {

    /** The same for what is delivered twice. */
    String deliveryDigest(EvidenceDetails evidence) {
        return DigestUtils
            .sha256Hex(String.join("\n", evidence.packageDigest(), evidence.slot(), evidence.reportDigest())
                    + this.attachments.contents());
    }

}
