package io.slipway.audit.pack.statement;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.slipway.sql.Json;

/**
 * A signed envelope around some text (DSSE 1.0).
 */
record Envelope(String payloadType, String payload) {

    /** What in-toto statements are sent as. */
    static final String IN_TOTO = "application/vnd.in-toto+json";

    /**
     * What is signed: type and body, each behind its length in bytes (the specification's
     * PAE).
     */
    String signed() {
        return "DSSEv1 " + length(this.payloadType) + " " + this.payloadType + " " + length(this.payload) + " "
                + this.payload;
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The envelope as a line of JSON. */
    String line(List<Signature> signatures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("payloadType", this.payloadType);
        fields.put("payload", Base64.getEncoder().encodeToString(this.payload.getBytes(StandardCharsets.UTF_8)));
        fields.put("signatures", signatures);
        return Json.text(fields) + "\n";
    }

    /**
     * A signature.
     *
     * @param keyid which key: a hint, and not authenticated
     * @param sig base64
     */
    record Signature(String keyid, String sig) {
    }

}
