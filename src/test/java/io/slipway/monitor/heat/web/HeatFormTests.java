package io.slipway.monitor.heat.web;

import java.time.LocalDate;

import io.slipway.input.InvalidInputException;
import io.slipway.monitor.heat.HeatMeasure;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an address may ask for, and what it means where it says nothing.
 */
class HeatFormTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Test
    void meansThirtyDaysUpToToday() {
        HeatForm form = new HeatForm(null, null, null, null).filled(TODAY);
        assertThat(form.query().from()).isEqualTo("2026-10-28");
        assertThat(form.query().to()).isEqualTo(TODAY);
        assertThat(form.query().measure()).isEqualTo(HeatMeasure.DURATION);
        assertThat(form.query().allVersions()).isFalse();
        assertThat(form.spans(30, TODAY)).isTrue();
        assertThat(form.spans(7, TODAY)).isFalse();
    }

    @Test
    void refusesAtTheFieldAndKeepsWhatWasTyped() {
        refuses(new HeatForm("", "", "yesterday", "2026-11-01"), "from", "statistics.heat.invalid.date");
        refuses(new HeatForm("", "", "2026-02-30", "2026-11-01"), "from", "statistics.heat.invalid.date");
        refuses(new HeatForm("", "", "0026-01-01", "2026-11-01"), "from", "statistics.heat.invalid.date");
        refuses(new HeatForm("", "", "2026-11-01", "9999999999-01-01"), "to", "statistics.heat.invalid.date");
        refuses(new HeatForm("", "", "2026-11-02", "2026-11-01"), "to", "statistics.heat.invalid.order");
        refuses(new HeatForm("", "", "2020-11-02", "2026-11-01"), "from", "statistics.heat.invalid.long");
        assertThat(new HeatForm("x", "y", " yesterday ", null).filled(TODAY))
            .isEqualTo(new HeatForm("duration", "", "yesterday", "2026-11-26"));
        assertThat(new HeatForm("x", "y", "x".repeat(500), null).from()).hasSize(40);
    }

    @Test
    void becomesAnAddressAgain() {
        HeatForm form = new HeatForm("frequency", "all", "2026-11-01", "2026-11-20");
        assertThat(form.address("/heat"))
            .isEqualTo("/heat?measure=frequency&versions=all&from=2026-11-01&to=2026-11-20");
        assertThat(form.preset("/heat", 7, TODAY))
            .isEqualTo("/heat?measure=frequency&versions=all&from=2026-11-20&to=2026-11-26");
        assertThat(form.measured("/heat", "duration")).startsWith("/heat?measure=duration&versions=all");
    }

    private static void refuses(HeatForm form, String field, String code) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> form.filled(TODAY).query())
            .satisfies((refusal) -> {
                assertThat(refusal.field()).isEqualTo(field);
                assertThat(refusal.code()).isEqualTo(code);
            });
    }

}
