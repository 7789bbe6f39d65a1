package io.slipway.validation.web;

import java.util.regex.Pattern;

import io.slipway.ui.form.LargeForm;
import io.slipway.validation.evidence.EvidenceManagement;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets the record of a manual test bring its attachments.
 */
@Configuration(proxyBeanMethods = false)
class ManualTestConfiguration {

    /** What everything besides the files may come to. */
    private static final int REST_MIB = 2;

    @Bean
    LargeForm manualTest() {
        return new LargeForm(Pattern.compile("/releases/[^/]+/evidence"),
                EvidenceManagement.MOST_ATTACHMENTS * EvidenceManagement.MOST_ATTACHMENT_MIB + REST_MIB);
    }

}
