package io.slipway.audit.export;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The names that people have in event logs: a keyed hash of the user name. Each person
 * has the same in every export; without the key nobody can try names.
 */
final class Pseudonyms {

    private static final int BYTES = 8;

    private final HmacUtils hash;

    /** As many as there are people. */
    private final Map<String, String> known = new HashMap<>();

    Pseudonyms(byte[] key) {
        this.hash = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key);
    }

    static Pseudonyms of(JdbcClient jdbc) {
        return new Pseudonyms(
                jdbc.sql("select pseudonym_key from audit_pseudonyms where id = 1").query(byte[].class).single());
    }

    /**
     * The pseudonym of a person.
     * @return such as {@code p-0123456789abcdef}
     */
    String of(String userName) {
        return this.known.computeIfAbsent(userName,
                (name) -> "p-" + HexFormat.of().formatHex(this.hash.hmac(name), 0, BYTES));
    }

}
