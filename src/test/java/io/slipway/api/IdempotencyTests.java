package io.slipway.api;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.SomePerson;
import io.slipway.identity.token.SomeToken;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.release.RegisterRelease;
import io.slipway.release.ReleaseManagement;
import io.slipway.test.MutableClock;
import io.slipway.test.SlipwayTest;
import io.slipway.ui.CallRate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A call under an idempotency key is done once, however often and by however many threads
 * it is sent; and nobody calls without end.
 */
@SlipwayTest
class IdempotencyTests {

    private static final String PATH = "/api/v1/releases";

    @LocalServerPort
    int port;

    @Autowired
    SomePerson somePerson;

    @Autowired
    SomeToken tokens;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MutableClock clock;

    @Autowired
    CallRecord calls;

    ApiClient tool;

    String owner;

    String key;

    @BeforeEach
    void call() {
        this.owner = this.somePerson.with(Role.RELEASE_MANAGER);
        this.tool = ApiClient.bearer(this.port, this.tokens.of(this.owner, Role.RELEASE_MANAGER));
        this.key = UUID.randomUUID().toString();
    }

    @Test
    void answersTheSameAgainAndDoesItOnce() {
        HttpResponse<String> first = post("Once");
        HttpResponse<String> second = post("Once");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(second.headers().firstValue(header)).isEqualTo(first.headers().firstValue(header));
        }
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(releases()).isEqualTo(1);
    }

    @Test
    void refusesAnotherBodyAndAnotherAddress() {
        post("Once");
        ApiClient.problem(post("Otherwise"), 422);
        ApiClient.problem(this.tool.post(PATH + "?key=OTHER-1", plan("Once"), "Idempotency-Key", this.key), 422);
        assertThat(releases()).isEqualTo(1);
    }

    @Test
    void keepsNothingOfWhatWasRefused() {
        ApiClient.problem(this.tool.post(PATH, "{\"name\": \"\"}", "Idempotency-Key", this.key), 422);
        ApiClient.problem(this.tool.post(PATH, "{", "Idempotency-Key", this.key), 400);
        assertThat(post("Corrected").statusCode()).isEqualTo(201);
        ApiClient.problem(this.tool.post(PATH, plan("x"), "Idempotency-Key", "k".repeat(129)), 400);
        ApiClient.problem(this.tool.post(PATH, plan("x"), "Idempotency-Key", "not visible"), 400);
    }

    @Test
    void isOfEachCallerAlone() {
        post("Once");
        ApiClient person = ApiClient.of(this.port, this.owner);
        assertThat(person.post(PATH, plan("Once"), "Idempotency-Key", this.key).statusCode()).isEqualTo(201);
        assertThat(releases()).isEqualTo(2);
    }

    @Test
    void doesItOnceForManyClientsAtOnce() {
        List<HttpResponse<String>> answers = IntStream.range(0, 12).parallel().mapToObj((i) -> post("Race")).toList();
        assertThat(answers.stream().map(HttpResponse::statusCode)).contains(201)
            .allMatch((status) -> status == 201 || status == 409);
        assertThat(releases()).isEqualTo(1);
        assertThat(post("Race").headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void isDoneByWhoComesLaterIfItsNodeDied() {
        post("Given up");
        giveUp(false);
        ApiClient.problem(post("Given up"), 409);
        this.clock.advance(Duration.ofSeconds(61));
        HttpResponse<String> later = post("Given up");
        assertThat(later.statusCode()).as(later.body()).isEqualTo(201);
        assertThat(later.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(post("Given up").headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    @Test
    void isNotDoneTwiceIfOnlyItsAnswerWasLost() {
        post("Answer lost");
        giveUp(true);
        ApiClient.problem(post("Answer lost"), 409);
        this.clock.advance(Duration.ofSeconds(61));
        HttpResponse<String> later = post("Answer lost");
        ApiClient.problem(later, 409);
        assertThat(later.body()).contains("its answer was lost");
        assertThat(later.headers().firstValue("Retry-After")).isEmpty();
        assertThat(releases()).isEqualTo(1);
    }

    @Test
    void notesThatACallChangesSomethingInItsOwnTransaction() {
        post("Noted");
        assertThat(this.database.queryForObject("select acted from api_calls where idempotency_key = ?", Boolean.class,
                this.key))
            .isTrue();
    }

    @Test
    void changesNothingOnceItWasTakenOver(@Autowired CallsUnderWay underWay, @Autowired ReleaseManagement management,
            @Autowired Acting acting) throws Exception {
        CallUnderWay slow = this.calls.begin("token:slow", this.key, "target").orElseThrow();
        this.clock.advance(Duration.ofSeconds(61));
        assertThat(this.calls.begin("token:slow", this.key, "target")).isPresent();
        assertThat(this.calls.begin("token:slow", this.key, "target")).isEmpty();
        RegisterRelease release = new RegisterRelease(null, "Too late", ReleaseType.MINOR, DeploymentModel.PHASED,
                List.of(), null, false);
        assertThatThrownBy(() -> underWay.during(slow, () -> acting.as(this.owner, () -> management.register(release))))
            .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(releases()).isZero();
    }

    /** As if the node had died before it could keep its answer. */
    private void giveUp(boolean acted) {
        this.database.update("update api_calls set fingerprint = null, status = null, headers = null, body = null,"
                + " acted = ? where idempotency_key = ?", acted, this.key);
    }

    @Test
    void isForgottenAfterADay() {
        post("Once");
        this.clock.advance(Duration.ofHours(25));
        this.calls.purge();
        assertThat(this.database.queryForObject("select count(*) from api_calls where idempotency_key = ?",
                Integer.class, this.key))
            .isZero();
    }

    @Test
    void letsNobodyCallWithoutEnd(@Autowired CallRate rate) {
        this.clock.stop();
        ApiClient wild = ApiClient.bearer(this.port, this.tokens.of(this.owner, Role.RELEASE_MANAGER));
        assertThat(wild.get("/api/v1/nothing").statusCode()).isEqualTo(404);
        String caller = "token:" + this.database.queryForObject("select max(id) from access_tokens where owner = ?",
                Long.class, this.owner);
        while (rate.waitFor(caller).isZero()) {
            // uses up all that the caller has in this instant
        }
        HttpResponse<String> answer = wild.get("/api/v1/nothing");
        ApiClient.problem(answer, 429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(this.tool.get(PATH).statusCode()).isEqualTo(200);
        this.clock.advance(Duration.ofMinutes(1));
        assertThat(wild.get("/api/v1/nothing").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> post(String name) {
        return this.tool.post(PATH, plan(name), "Idempotency-Key", this.key);
    }

    private static String plan(String name) {
        return "{\"name\": \"%s\", \"type\": \"minor\", \"model\": \"phased\"}".formatted(name);
    }

    private int releases() {
        Integer found = this.database.queryForObject("select count(*) from releases where owner = ?", Integer.class,
                this.owner);
        return (found != null) ? found : 0;
    }

}
