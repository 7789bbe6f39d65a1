package io.slipway.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A decision of a table on a release, with all that it was based on. It is never changed.
 */
@Entity
@Immutable
@Table(name = "policy_decisions")
class PolicyDecision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    private String releaseKey;

    private String decision;

    private int tableVersion;

    private String matchedRows;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> inputs;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> outputs;

    private String decidedBy;

    private Instant decidedAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway")
    protected PolicyDecision() {
    }

    PolicyDecision(String releaseKey, DecisionReference decision, Map<String, Object> inputs,
            Map<String, Object> outputs, String by, Instant at) {
        this.releaseKey = releaseKey;
        this.decision = decision.decision();
        this.tableVersion = decision.version();
        this.matchedRows = String.join(",", decision.rules());
        this.inputs = Map.copyOf(inputs);
        this.outputs = Map.copyOf(outputs);
        this.decidedBy = by;
        this.decidedAt = at;
    }

    KeptDecision details() {
        if (this.id == null) {
            throw new IllegalStateException("Not kept yet");
        }
        List<String> rows = this.matchedRows.isEmpty() ? List.of() : List.of(this.matchedRows.split(","));
        return new KeptDecision(this.id, new DecisionReference(this.decision, this.tableVersion, rows), this.inputs,
                this.outputs, this.decidedBy, this.decidedAt);
    }

}
