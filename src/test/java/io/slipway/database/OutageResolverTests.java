package io.slipway.database;

import java.sql.SQLNonTransientConnectionException;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A controller that lost the database has done nothing, and whoever looks at the answer
 * on its way out sees that.
 */
class OutageResolverTests {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void tellsTheFiltersInBetweenThatNothingWasDone() {
        Exception lost = new DataAccessResourceFailureException("lost",
                new SQLNonTransientConnectionException("Socket error", "08000"));
        assertThat(resolve(lost)).isNotNull();
        assertThat(this.response.getStatus()).isEqualTo(503);
        assertThat(this.response.isCommitted()).isFalse();
    }

    @Test
    void leavesOtherFailuresToOthers() {
        assertThat(resolve(new IllegalStateException("ours"))).isNull();
        assertThat(this.response.getStatus()).isEqualTo(200);
    }

    private Object resolve(Exception failure) {
        return new OutageResolver().resolveException(new MockHttpServletRequest(), this.response, null, failure);
    }

}
