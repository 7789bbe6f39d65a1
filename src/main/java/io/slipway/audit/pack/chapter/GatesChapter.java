package io.slipway.audit.pack.chapter;

import java.util.List;
import java.util.Optional;

import io.slipway.policy.DecisionReference;
import io.slipway.release.ReleaseDetails;
import io.slipway.validation.gate.Gate;
import io.slipway.validation.gate.GateManagement;
import io.slipway.validation.gate.GateWords;
import io.slipway.validation.gate.Waived;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The gates: what each asks, what was found, and how it is judged.
 */
@Component
@Order(70)
class GatesChapter implements Chapter.Source {

    private final GateManagement gates;

    private final GateWords words;

    private final People people;

    GatesChapter(GateManagement gates, GateWords words, People people) {
        this.gates = gates;
        this.words = words;
        this.people = people;
    }

    @Override
    public Optional<Chapter> of(ReleaseDetails release) {
        List<Gate> gates = this.gates.of(release).gates();
        if (gates.isEmpty()) {
            return Optional.empty();
        }
        DecisionReference table = gates.get(0).rule().decision();
        return Optional.of(new Chapter("gates",
                Facts.none()
                    .with("table", table.decision())
                    .with("version", table.version())
                    .with("gates", gates.stream().map(this::gate).toList())));
    }

    private Facts gate(Gate gate) {
        Waived waived = gate.waived();
        return Facts.none()
            .with("gate", this.words.fact(gate.fact()))
            .with("fact", gate.fact())
            .with("asks", this.words.asks(gate))
            .with("value", gate.value())
            .with("required", gate.required())
            .with("verdict", gate.verdict())
            .with("doubt", gate.doubt())
            .with("waivedBy", (waived != null) ? this.people.who(waived.approvedBy()) : null)
            .with("rows", gate.rule().decision().rules());
    }

}
