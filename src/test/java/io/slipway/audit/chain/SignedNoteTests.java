package io.slipway.audit.chain;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Notes are signed and verified as the C2SP specification says, by its own example too.
 */
class SignedNoteTests {

    private static final String TEXT = "example.org/slipway\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    private final SigningKey key = SigningKey.read(SigningKey.make(), "example.org/slipway");

    @Test
    void isVerifiedByWhoeverHasTheKeyOnly() {
        SignedNote note = new SignedNote(TEXT, List.of(this.key.sign(TEXT)));
        SignedNote read = SignedNote.parse(note.toString());
        NoteKey known = NoteKey.parse(this.key.verifier().toString());
        assertThat(read.verifiedBy(List.of(known))).contains(this.key.verifier());
        assertThat(read.verifiedBy(List.of(SigningKey.read(SigningKey.make(), "example.org/slipway").verifier())))
            .isEmpty();
        assertThat(new SignedNote(TEXT.replace("7", "8"), read.signatures()).verifiedBy(List.of(known))).isEmpty();
        assertThat(Checkpoint.parse(read.text()).text()).isEqualTo(TEXT);
    }

    @Test
    void verifiesTheExampleOfTheSpecification() {
        NoteKey example = NoteKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        SignedNote note = SignedNote.parse("This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tn"
                + "agv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
        assertThat(note.verifiedBy(List.of(example))).contains(example);
        assertThat(NoteKey.of(example.name(), example.key())).hasToString(example.toString());
        assertThat(new SignedNote("This is another message.\n", note.signatures()).verifiedBy(List.of(example)))
            .isEmpty();
    }

    @Test
    void ignoresWhomItDoesNotKnow() {
        SigningKey witness = SigningKey.read(SigningKey.make(), "witness.example");
        SignedNote note = new SignedNote(TEXT, List.of(witness.sign(TEXT), this.key.sign(TEXT)));
        assertThat(note.verifiedBy(List.of(this.key.verifier()))).contains(this.key.verifier());
        assertThat(note.verifiedBy(List.of())).isEmpty();
    }

    @Test
    void refusesWhatIsNone() {
        for (String text : List.of("", "no signatures\n", TEXT + "\nx\n", TEXT + "\n— a b\n", TEXT + "\n— a AAAA\n")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> SignedNote.parse(text));
        }
        for (String text : List.of("a\nb\nc\n", "a\n01\n" + "A".repeat(43) + "=\n", "a\n1\nAAAA\n", "a\n1\n")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Checkpoint.parse(text));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> NoteKey.parse("a+00000000+" + "A".repeat(44)));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.read("AAAA", "a"));
    }

}
