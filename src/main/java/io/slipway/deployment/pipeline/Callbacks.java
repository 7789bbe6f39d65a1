package io.slipway.deployment.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.slipway.deployment.pipeline.CallbackRefusal.Why;
import io.slipway.deployment.tool.Credentials;
import io.slipway.deployment.tool.Excerpts;
import io.slipway.input.WebhookSignature;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what tools tell of their own accord: it is believed only with the signature of
 * its pipeline, kept, and looked at after the tool has its answer.
 */
@Service
@Transactional
public class Callbacks {

    /** So much is kept of what one attempt was told. */
    static final int MOST = 500;

    private static final String GITHUB = "sha256=";

    private final AttemptStore store;

    private final AttemptFacts facts;

    private final Pipelines pipelines;

    private final CallbackTokens tokens;

    private final Credentials credentials;

    private final Excerpts excerpts;

    private final Clock clock;

    Callbacks(AttemptStore store, AttemptFacts facts, Pipelines pipelines, CallbackTokens tokens,
            Credentials credentials, Excerpts excerpts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.pipelines = pipelines;
        this.tokens = tokens;
        this.credentials = credentials;
        this.excerpts = excerpts;
        this.clock = clock;
    }

    /**
     * Takes what the tool of a pipeline tells, signed as that tool signs. Refuses, with a
     * {@link CallbackRefusal}, an unknown pipeline, a wrong, old or missing signature, an
     * attempt of another pipeline, and what cannot be read. What is about no attempt is
     * not kept: tools tell of all that they do.
     * @param header gives a header; empty for none
     */
    public CallbackAnswer take(String key, UnaryOperator<String> header, byte[] body) {
        Pipeline pipeline = this.pipelines.find(key).orElse(null);
        String secret = (pipeline != null) ? this.credentials.value(pipeline.callbackCredential()).orElse("") : "";
        // Strangers learn nothing of which pipelines there are.
        if (pipeline == null || secret.isEmpty() || !signed(pipeline.tool(), secret, header, body)) {
            throw new CallbackRefusal(Why.SIGNATURE);
        }
        return switch (pipeline.tool()) {
            case GITHUB -> header.apply("X-GitHub-Event").equals("workflow_run")
                    ? news(pipeline, CallbackNews.ofGitHub(body), header.apply("X-GitHub-Delivery"))
                    : CallbackAnswer.IGNORED;
            case GITLAB -> header.apply("X-Gitlab-Event").equals("Pipeline Hook")
                    ? news(pipeline, CallbackNews.ofGitLab(body), header.apply("X-Gitlab-Event-UUID"))
                    : CallbackAnswer.IGNORED;
            default -> report(pipeline, "", body, header.apply("webhook-id"));
        };
    }

    /**
     * Takes what a tool reports of one attempt, by the token that it was given with it.
     * Refuses as {@link #take} does, and a token that is not the attempt's.
     */
    public CallbackAnswer report(String attempt, String token, byte[] body, String delivery) {
        PipelineAttempt known = this.store.find(attempt).orElse(null);
        Pipeline pipeline = (known != null) ? this.pipelines.find(known.pipeline()).orElseThrow() : null;
        if (pipeline == null || !this.tokens.verifies(pipeline, attempt, token)) {
            throw new CallbackRefusal(Why.SIGNATURE);
        }
        return report(pipeline, attempt, body, delivery);
    }

    private boolean signed(PipelineTool tool, String secret, UnaryOperator<String> header, byte[] body) {
        return switch (tool) {
            case GITHUB -> same(GITHUB + new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(body),
                    header.apply("X-Hub-Signature-256"));
            case GITLAB -> same(secret, header.apply("X-Gitlab-Token"));
            default -> webhook(secret, header, body);
        };
    }

    private boolean webhook(String secret, UnaryOperator<String> header, byte[] body) {
        try {
            return !header.apply("webhook-id").isEmpty()
                    && new WebhookSignature(header.apply("webhook-id"), header.apply("webhook-timestamp"),
                            header.apply("webhook-signature"))
                        .verifies(secret, body, this.clock.instant());
        }
        catch (IllegalArgumentException ex) {
            return false;
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private CallbackAnswer news(Pipeline pipeline, CallbackNews news, String delivery) {
        Optional<PipelineAttempt> found = this.store.find(news.attempt());
        if (found.isEmpty() && news.run() != null) {
            found = this.store.ofRun(pipeline.pipeline(), news.run());
        }
        if (found.isEmpty() || news.status() == null) {
            return CallbackAnswer.IGNORED;
        }
        PipelineAttempt attempt = found.get();
        if (!attempt.pipeline().equals(pipeline.pipeline())
                || (!news.project().isEmpty() && !news.project().equalsIgnoreCase(pipeline.project()))) {
            throw new CallbackRefusal(Why.FOREIGN);
        }
        return keep(attempt, AttemptFact.of(FactSource.CALLBACK, news.status(), this.excerpts.sentence(news.words()))
            .at(RunTrace.of(news.run(), news.page())), delivery);
    }

    private CallbackAnswer report(Pipeline pipeline, String attempt, byte[] body, String delivery) {
        ToolReport told = ToolReport.of(body).orElseThrow(() -> new CallbackRefusal(Why.NOT_UNDERSTOOD));
        String named = attempt.isEmpty() ? told.attempt() : attempt;
        PipelineAttempt known = this.store.find(named).orElseThrow(() -> new CallbackRefusal(Why.UNKNOWN));
        if (!known.pipeline().equals(pipeline.pipeline())
                || (!told.attempt().isEmpty() && !told.attempt().equals(named))) {
            throw new CallbackRefusal(Why.FOREIGN);
        }
        return keep(known, told.fact(FactSource.CALLBACK, this.excerpts::sentence, this.excerpts::of), delivery);
    }

    private CallbackAnswer keep(PipelineAttempt attempt, AttemptFact fact, String delivery) {
        if (attempt.state().ended() && (!fact.state().ended() || fact.state() == attempt.state())) {
            return CallbackAnswer.of(CallbackAnswer.Result.ENDED, attempt);
        }
        if (this.store.told(attempt.id()) >= MOST) {
            throw new CallbackRefusal(Why.TOO_MUCH);
        }
        boolean fresh = this.facts.keep(attempt.id(), fact.delivered(shortened(delivery)), "tool");
        return CallbackAnswer.of(fresh ? CallbackAnswer.Result.KEPT : CallbackAnswer.Result.KNOWN, attempt);
    }

    private static @Nullable String shortened(String delivery) {
        return delivery.isBlank() ? null : delivery.substring(0, Math.min(delivery.length(), 100));
    }

}
