package io.slipway.audit.chain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/**
 * A private Ed25519 key that signs checkpoints, kept outside of the database.
 */
final class SigningKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";

    private static final String END = "-----END PRIVATE KEY-----";

    private final Ed25519PrivateKeyParameters key;

    private final NoteKey verifier;

    private SigningKey(Ed25519PrivateKeyParameters key, String name) {
        this.key = key;
        this.verifier = NoteKey.of(name, key.generatePublicKey().getEncoded());
    }

    /**
     * Reads a key as {@code openssl genpkey -algorithm ed25519} writes it: PKCS #8 as
     * PEM, or its base64 alone. Refuses, with an {@link IllegalArgumentException}, what
     * is none.
     * @param name who signs
     */
    static SigningKey read(String pem, String name) {
        String base64 = pem.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
        try {
            AsymmetricKeyParameter key = PrivateKeyFactory.createKey(Base64.getDecoder().decode(base64));
            if (key instanceof Ed25519PrivateKeyParameters ed25519) {
                return new SigningKey(ed25519, name);
            }
        }
        catch (IOException | RuntimeException ex) {
            throw new IllegalArgumentException("The key of the record is no private key in PKCS #8", ex);
        }
        throw new IllegalArgumentException("The key of the record is no Ed25519 key");
    }

    /** Makes a key, as PEM. */
    static String make() {
        try {
            byte[] encoded = PrivateKeyInfoFactory
                .createPrivateKeyInfo(new Ed25519PrivateKeyParameters(new SecureRandom()))
                .getEncoded();
            return BEGIN + "\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(encoded) + "\n" + END
                    + "\n";
        }
        catch (IOException ex) {
            throw new IllegalStateException("A key cannot be written", ex);
        }
    }

    SignedNote.Signature sign(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, this.key);
        signer.update(bytes, 0, bytes.length);
        return new SignedNote.Signature(this.verifier.name(), this.verifier.id(), signer.generateSignature());
    }

    /** The public key, for whoever verifies. */
    NoteKey verifier() {
        return this.verifier;
    }

}
