package io.slipway.deployment.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import io.slipway.deployment.tool.Credentials;
import io.slipway.ui.PortalAddress;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

import org.springframework.stereotype.Component;

/**
 * What a tool shows when it calls back about one attempt: made of the attempt's id by the
 * pipeline's secret, so that nothing has to be kept, and a call that is sent again
 * carries the same.
 */
@Component
class CallbackTokens {

    private static final String PURPOSE = "slipway-callback:";

    private final Credentials credentials;

    private final PortalAddress address;

    CallbackTokens(Credentials credentials, PortalAddress address) {
        this.credentials = credentials;
        this.address = address;
    }

    /** All that a tool is told about an attempt. */
    ToolCall call(PipelineAttempt attempt, Pipeline pipeline, String secret) {
        return new ToolCall(attempt, pipeline, secret,
                this.address.of("/api/v1/attempts/" + attempt.attempt() + "/reports"), of(pipeline, attempt.attempt()));
    }

    /** The token of an attempt; empty where the pipeline has no secret for it. */
    String of(Pipeline pipeline, String attempt) {
        return this.credentials.value(pipeline.callbackCredential())
            .map((secret) -> new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(PURPOSE + attempt))
            .orElse("");
    }

    /** Whether a token is the attempt's. */
    boolean verifies(Pipeline pipeline, String attempt, String token) {
        String expected = of(pipeline, attempt);
        return !expected.isEmpty() && MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII),
                token.getBytes(StandardCharsets.UTF_8));
    }

}
