package io.slipway.ui;

import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Zones are understood by the names that people and programs use for them.
 */
class ZoneNamesTests {

    @ParameterizedTest
    @CsvSource({ "Europe/Berlin, Europe/Berlin", "W. Europe Standard Time, Europe/Berlin",
            "w. europe standard time, Europe/Berlin", "' Eastern Standard Time ', America/New_York",
            "India Standard Time, Asia/Calcutta", "europe/berlin, Europe/Berlin", "UTC, UTC",
            "Lord Howe Standard Time, Australia/Lord_Howe" })
    void areUnderstood(String name, String zone) {
        assertThat(ZoneNames.find(name)).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({ "Mars/Base", "+01:00", "''", "Standard Time" })
    void areRefused(String name) {
        assertThat(ZoneNames.find(name)).isEmpty();
    }

    @Test
    void areOfferedByPlace() {
        assertThat(ZoneNames.offered()).startsWith("UTC").contains("Europe/Berlin").doesNotContain("Etc/GMT+1", "EST");
    }

}
