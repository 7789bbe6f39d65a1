package io.slipway.api.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.slipway.validation.gate.Gate;
import io.slipway.validation.gate.ReleaseGates;
import io.slipway.validation.gate.Waived;
import org.jspecify.annotations.Nullable;

/**
 * The gates of a release as tools read them.
 *
 * @param release key of the release
 * @param packageDigest SHA-256 of the package that is judged
 * @param stopped whether a gate holds the release back
 */
record GatesAnswer(String release, @JsonProperty("package") String packageDigest, boolean stopped, List<Entry> gates) {

    static GatesAnswer of(String release, String packageDigest, ReleaseGates gates) {
        return new GatesAnswer(release, packageDigest, !gates.stopping().isEmpty(),
                gates.gates().stream().map(Entry::of).toList());
    }

    /**
     * One gate.
     *
     * @param fact such as {@code tests.failed.critical}
     * @param value the fact; null if nobody knows it
     * @param doubt why it may be worse than that; null if it is sure
     * @param verdict {@code pass}, {@code fail}, {@code unknown}, {@code waived} or
     * {@code missing}
     * @param stops whether it holds the release back
     * @param gate the policy's gate that it belongs to
     * @param comparison {@code at-most} or {@code at-least}
     * @param row id of the row that decided
     * @param reason why the row asks for it
     * @param waivedBy user name of who approved that it is waived; null if it is not
     * @param waivedUntil until when it is waived; null if it is not
     */
    record Entry(String fact, @Nullable Integer value, @Nullable String doubt, String verdict, boolean stops,
            String gate, String comparison, int threshold, String row, int table, String reason,
            @Nullable String waivedBy, @Nullable Instant waivedUntil) {

        static Entry of(Gate gate) {
            Waived waived = gate.waived();
            return new Entry(gate.fact(), gate.value(), gate.doubt(), gate.verdict().name().toLowerCase(Locale.ROOT),
                    gate.stops(), gate.rule().gate(), gate.rule().most() ? "at-most" : "at-least",
                    gate.rule().threshold(), String.join(",", gate.rule().decision().rules()),
                    gate.rule().decision().version(), gate.rule().reason(),
                    (waived != null) ? waived.approvedBy() : null, (waived != null) ? waived.expiresAt() : null);
        }

    }

}
