package io.slipway.ui;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Links that leave the portal lead back to it.
 */
class PortalAddressTests {

    @Test
    void beginsEveryLink() {
        PortalAddress address = new PortalAddress("https://slipway.example.com/");
        assertThat(address.of("/tasks/7")).isEqualTo("https://slipway.example.com/tasks/7");
        assertThat(address.host()).isEqualTo("slipway.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = { "slipway.example.com", "ftp://slipway.example.com", "https:///tasks", "javascript:alert" })
    void refusesWhatIsNoAddressOfAPortal(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PortalAddress(url)).withMessageContaining(url);
    }

}
