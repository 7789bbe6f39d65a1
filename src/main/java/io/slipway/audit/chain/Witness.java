package io.slipway.audit.chain;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import io.slipway.audit.chain.AnchorStore.Cosignature;
import io.slipway.audit.chain.AuditProperties.WitnessAt;

import org.springframework.http.MediaType;
import org.springframework.web.client.RestClientException;

/**
 * A witness: it cosigns a checkpoint of the log if all that it cosigned before is the
 * beginning of it (C2SP tlog-witness).
 */
final class Witness {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final NoteKey key;

    private final URI address;

    private final Outside outside;

    Witness(WitnessAt witness, Duration patience) {
        this.key = NoteKey.cosigner(witness.key());
        this.address = URI.create(witness.address().toString().replaceFirst("/$", "") + "/add-checkpoint");
        this.outside = new Outside(patience);
    }

    String name() {
        return this.key.name();
    }

    /** Whether a line of a note is this witness's signature of it. */
    boolean cosigned(String text, String line) {
        return SignedNote.parse(text + "\n" + line).verifiedBy(List.of(this.key)).isPresent();
    }

    /**
     * Asks for a cosignature.
     * @param old how many rows it cosigned before
     * @param proof that those are the beginning
     */
    Answer ask(long old, List<byte[]> proof, String note) {
        StringBuilder body = new StringBuilder("old ").append(old).append('\n');
        proof.forEach((hash) -> body.append(BASE64.encodeToString(hash)).append('\n'));
        body.append('\n').append(note);
        try {
            Outside.Answer answer = this.outside.post(this.address, MediaType.TEXT_PLAIN,
                    body.toString().getBytes(StandardCharsets.UTF_8));
            return read(answer.status(), new String(answer.body(), StandardCharsets.UTF_8), note);
        }
        catch (RestClientException ex) {
            return new Problem("unreachable");
        }
    }

    private Answer read(int status, String body, String note) {
        return switch (status) {
            case 200 -> cosignature(body, SignedNote.parse(note).text());
            case 409 ->
                body.strip().matches("[0-9]{1,18}") ? new Other(Long.parseLong(body.strip())) : new Problem("nonsense");
            case 403 -> new Problem("key");
            case 404 -> new Problem("log");
            case 422 -> new Problem("contradicted");
            default -> new Problem("answer " + status);
        };
    }

    private Answer cosignature(String body, String text) {
        try {
            return SignedNote.parse(text + "\n" + body)
                .signatures()
                .stream()
                .filter((one) -> one.keyId() == this.key.id() && one.name().equals(name()))
                .filter((one) -> this.key.verifies(text.getBytes(StandardCharsets.UTF_8), one.bytes()))
                .findFirst()
                .<Answer>map((one) -> new Given(new Cosignature(name(),
                        Instant.ofEpochSecond(NoteKey.cosignedAt(one.bytes())), one.toString())))
                .orElse(new Problem("nonsense"));
        }
        catch (IllegalArgumentException ex) {
            return new Problem("nonsense");
        }
    }

    /** What a witness answers. */
    sealed interface Answer {

    }

    /** It cosigned. */
    record Given(Cosignature cosignature) implements Answer {
    }

    /** It has cosigned another number of rows before. */
    record Other(long size) implements Answer {
    }

    /**
     * It did not cosign.
     *
     * @param kind why, such as {@code unreachable}, {@code contradicted} or
     * {@code answer 500}
     */
    record Problem(String kind) implements Answer {
    }

}
