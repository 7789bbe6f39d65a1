package io.slipway.packaging;

import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A package guards its own transitions, whoever asks for them.
 */
class ReleasePackageTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final ReleasePackage content = new ReleasePackage("PAY-1");

    @Test
    void holdsNoUnitTwice() {
        this.content.deliver(unit("shop", "a"));
        assertThatIllegalStateException().isThrownBy(() -> this.content.deliver(unit("SHOP", "b")));
        assertThatIllegalStateException().isThrownBy(() -> this.content.deliver(unit("till", "a")));
    }

    @Test
    void saysWhatItLacks() {
        assertThat(this.content.assemble(NOW, Set.of(), false)).containsExactly("release.missing.units",
                "release.missing.documentation", "release.missing.scripts", "release.missing.rollback-plan");
        assertThat(this.content.assembled()).isFalse();
    }

    @Test
    void needsNoAddressOfWhatWasUploaded() {
        assertThat(this.content.assemble(NOW, Set.of(DocumentKind.values()), true))
            .containsExactly("release.missing.units");
    }

    @Test
    void isAssembledOnceItIsWholeAndTakenApartForTheNextBuild() {
        this.content.deliver(unit("shop", "a"));
        this.content.describe("https://docs", "https://scripts");
        assertThat(this.content.assemble(NOW, Set.of(), true)).isEmpty();
        assertThat(this.content.assembled()).isTrue();
        this.content.takeApart();
        assertThat(this.content.assembled()).isFalse();
        this.content.deliver(unit("till", "b"));
        assertThat(this.content.units()).hasSize(2);
    }

    @Test
    void isFrozenWhileItIsAssembled() {
        ReleaseUnit shop = unit("shop", "a");
        this.content.deliver(shop);
        this.content.describe("https://docs", "https://scripts");
        this.content.assemble(NOW, Set.of(), true);
        assertThatIllegalStateException().isThrownBy(() -> this.content.deliver(unit("till", "b")));
        assertThatIllegalStateException().isThrownBy(() -> this.content.remove(shop));
        assertThatIllegalStateException().isThrownBy(() -> this.content.describe("https://other", ""));
        assertThatIllegalStateException().isThrownBy(() -> this.content.assemble(NOW, Set.of(), true));
    }

    private static ReleaseUnit unit(String name, String digit) {
        return new ReleaseUnit(
                new UnitDelivery(name, "1.0", "https://artifacts/" + name, digit.repeat(64), "0a1b2c3", NOW), "bea",
                NOW);
    }

}
