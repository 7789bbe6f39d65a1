package io.slipway.sql;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Clauses carry their values with them.
 */
class ClauseTests {

    @Test
    void whatIsNotAskedForIsNoCondition() {
        assertThat(Clause.given("w.phase", null)).isEqualTo(Clause.NONE);
        assertThat(Clause.given("w.phase", " ")).isEqualTo(Clause.NONE);
        assertThat(Clause.given("phase", "TEST")).isEqualTo(Clause.equal("phase", "TEST"));
        assertThat(Clause.equal("phase", "").sql()).isEqualTo("phase = :phase");
        assertThat(Clause.of("select 1").where(Clause.NONE).sql()).isEqualTo("select 1");
        assertThat(Clause.NONE.and(Clause.equal("phase", "TEST"))).isEqualTo(Clause.equal("phase", "TEST"))
            .isEqualTo(Clause.equal("phase", "TEST").and(Clause.NONE));
    }

    @Test
    void aColumnNamesItsParameter() {
        assertThat(Clause.equal("j.RETRIES_", 3)).isEqualTo(Clause.of("j.RETRIES_ = :retries", "retries", 3));
        assertThat(Clause.in("w.role", List.of("a", "b")))
            .isEqualTo(Clause.of("w.role in (:role)", "role", List.of("a", "b")));
        assertThat(Clause.in("w.role", List.of()).sql()).isEqualTo("1 = 0");
        assertThat(Clause.equal("kind", Thread.State.NEW).values()).isEqualTo(Map.of("kind", "NEW"));
    }

    @Test
    void piecesShareTheirParameters() {
        Clause one = Clause.equal("a.state", "OPEN");
        Clause both = Clause.join(List.of(one, Clause.equal("b.state", "OPEN")), " or ");
        assertThat(both).isEqualTo(Clause.of("a.state = :state or b.state = :state", "state", "OPEN"));
        Clause other = Clause.equal("b.state", "ENDED");
        assertThatIllegalArgumentException().isThrownBy(() -> one.and(other)).withMessageContaining("state");
    }

    @Test
    void aRowIsWrittenByTheNamesOfItsColumns() {
        assertThat(Clause.insert("t", "id", 1, "name", null).sql())
            .isEqualTo("insert into t (id, name) values (:id, :name)");
        Clause update = Clause.update("t", "state", Thread.State.NEW, "name", null).where(Clause.equal("id", 1));
        assertThat(update.sql()).isEqualTo("update t set state = :state, name = :name where id = :id");
        assertThat(update.values()).containsEntry("state", "NEW").containsEntry("name", null).containsEntry("id", 1);
    }

    @Test
    void aBeginningIsTakenLiterally() {
        assertThat(Clause.beginning(" 50%_\\ ")).isEqualTo("50\\%\\_\\\\%");
    }

}
