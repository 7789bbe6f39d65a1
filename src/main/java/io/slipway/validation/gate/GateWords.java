package io.slipway.validation.gate;

import java.util.List;
import java.util.stream.Collectors;

import io.slipway.ui.Messages;

import org.springframework.stereotype.Component;

/**
 * Says in words what gates ask and how they judge.
 */
@Component("gateWords")
public class GateWords {

    private final Messages messages;

    GateWords(Messages messages) {
        this.messages = messages;
    }

    /**
     * The fact.
     * @return such as {@code Critical test failures}
     */
    public String fact(String fact) {
        return this.messages.textOr("policy.word." + fact, fact);
    }

    /**
     * What a gate asks.
     * @return such as {@code at most 0}
     */
    public String asks(Gate gate) {
        if (!gate.ofValidation()) {
            return this.messages.text("validation.gate.rehearsal-asked");
        }
        return this.messages.text(gate.rule().most() ? "validation.gate.at-most" : "validation.gate.at-least",
                gate.rule().threshold());
    }

    /**
     * The value of a gate's fact.
     * @return such as {@code 2}
     */
    public String value(Gate gate) {
        Integer value = gate.value();
        if (value == null) {
            return this.messages.text("validation.gate.unknown");
        }
        if (!gate.ofValidation()) {
            return this.messages.text((value > 0) ? "validation.gate.rehearsed" : "validation.gate.rehearsal-failed");
        }
        return this.messages
            .text((gate.verdict() == GateVerdict.UNKNOWN) ? "validation.gate.unsure" : "validation.gate.number", value);
    }

    /**
     * Some gates in one line.
     * @return such as {@code Critical test failures: 2, at most 0}
     */
    public String line(List<Gate> gates) {
        return gates.stream().map(this::brief).collect(Collectors.joining("; "));
    }

    /** A gate with its verdict, as a sentence. */
    String line(Gate gate) {
        return brief(gate) + ": " + this.messages.text("validation.gate.verdict." + gate.verdict()) + ".";
    }

    private String brief(Gate gate) {
        String brief = this.messages.text("validation.gate.line", fact(gate.fact()), value(gate), asks(gate));
        return (gate.doubt() != null) ? this.messages.text("validation.gate.doubted", brief, gate.doubt()) : brief;
    }

}
