package io.slipway.verify;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public Ed25519 key under the name of who signs (C2SP signed-note): name+id+key, where
 * the id is of name and key.
 *
 * @param type 1 for who signs, 4 for a witness
 */
record VerifierKey(String text, String name, String id, int type, PublicKey key) {

    private static final int LENGTH = 32;

    static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        try {
            BadException.unless(parts.length == 3, "this is no verifier key: " + text.strip());
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            byte[] name = (parts[0] + "\n").getBytes(StandardCharsets.UTF_8);
            String id = HexFormat.of().formatHex(new HashTree().sha(name, typed), 0, 4);
            BadException.unless(typed.length == LENGTH + 1 && id.equals(parts[1]),
                    "this is no verifier key: " + text.strip());
            return new VerifierKey(text.strip(), parts[0], id, typed[0],
                    publicKey(Arrays.copyOfRange(typed, 1, typed.length)));
        }
        catch (GeneralSecurityException | IllegalArgumentException ex) {
            throw new BadException("this is no verifier key: " + text.strip());
        }
    }

    /** The point is little-endian, with the sign of x on top (RFC 8032). */
    private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        byte[] turned = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            turned[i] = raw[LENGTH - 1 - i];
        }
        boolean odd = (turned[0] & 0x80) != 0;
        turned[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
            .generatePublic(
                    new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, turned))));
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(this.key);
            verifier.update(text);
            return verifier.verify(signature);
        }
        catch (GeneralSecurityException ex) {
            return false;
        }
    }

}
