package io.slipway.audit.chain;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.commons.codec.digest.DigestUtils;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * A row of the record as it is sealed. What is sealed are bytes: the row as canonical
 * JSON (RFC 8785), its values as the text that is stored.
 */
public record SealedRow(long sequence, Instant at, String actor, String actorName, @Nullable String token,
        @Nullable String role, @Nullable String onBehalfOf, String action, String subjectType, String subject,
        @Nullable String releaseKey, @Nullable String reason, String oldValues, String newValues, boolean madeForDemo) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
        .withZone(ZoneOffset.UTC);

    /** The whole row, as canonical JSON without what is null. */
    byte[] payload() {
        TreeMap<String, Object> fields = new TreeMap<>();
        fields.put("sequence", this.sequence);
        fields.put("at", MILLIS.format(this.at));
        fields.put("actor", this.actor);
        fields.put("actorName", this.actorName);
        put(fields, "token", this.token);
        put(fields, "role", this.role);
        put(fields, "onBehalfOf", this.onBehalfOf);
        fields.put("action", this.action);
        fields.put("subjectType", this.subjectType);
        fields.put("subject", this.subject);
        put(fields, "release", this.releaseKey);
        put(fields, "reason", this.reason);
        fields.put("oldValues", this.oldValues);
        fields.put("newValues", this.newValues);
        if (this.madeForDemo) {
            fields.put("madeForDemo", true);
        }
        return canonical(fields);
    }

    /**
     * The hash that stands for the row: without its salt nobody can guess what was in it.
     */
    byte[] payloadHash(byte[] salt) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update(salt);
        return digest.digest(payload());
    }

    /**
     * What is sealed: no free text and nobody's name, so that a row can be erased and the
     * tree stays whole.
     * @param payloadHash the hash that stands for the row
     */
    byte[] leaf(byte[] payloadHash) {
        TreeMap<String, Object> fields = new TreeMap<>();
        fields.put("sequence", this.sequence);
        fields.put("at", MILLIS.format(this.at));
        fields.put("action", this.action);
        fields.put("subjectType", this.subjectType);
        put(fields, "release", this.releaseKey);
        fields.put("payload", HexFormat.of().formatHex(payloadHash));
        return canonical(fields);
    }

    private static void put(TreeMap<String, Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static byte[] canonical(TreeMap<String, Object> fields) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(fields)).getEncodedUTF8();
        }
        catch (IOException ex) {
            throw new IllegalStateException("A row of the record has no canonical form", ex);
        }
    }

}
