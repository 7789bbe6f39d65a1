package io.slipway.drills;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tools that register releases without pause, each under a name of its own, and try again
 * under the same idempotency key until they have an answer; and readers of a page beside
 * them.
 */
final class Load implements AutoCloseable {

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final ExecutorService tools;

    private final Balancer balancer;

    private final String token;

    private final String mark = "Drill " + UUID.randomUUID();

    private final AtomicInteger tried = new AtomicInteger();

    private final AtomicInteger broken = new AtomicInteger();

    private final AtomicInteger outages = new AtomicInteger();

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    private final CountDownLatch over = new CountDownLatch(1);

    Load(Balancer balancer, String token, int writers, int readers) {
        this.balancer = balancer;
        this.token = token;
        this.tools = Executors.newFixedThreadPool(writers + readers);
        for (int i = 0; i < writers; i++) {
            this.tools.execute(this::write);
        }
        for (int i = 0; i < readers; i++) {
            this.tools.execute(this::read);
        }
    }

    private void write() {
        while (running()) {
            String name = this.mark + " " + this.tried.incrementAndGet();
            String key = UUID.randomUUID().toString();
            String body = "{\"name\": \"%s\", \"type\": \"minor\", \"model\": \"phased\"}".formatted(name);
            boolean done;
            do {
                done = answers(201,
                        request("/api/v1/releases").header("Content-Type", "application/json")
                            .header("Idempotency-Key", key)
                            .POST(BodyPublishers.ofString(body)));
            }
            while (!done && running());
            if (done) {
                this.acknowledged.add(name);
            }
        }
    }

    private void read() {
        while (running()) {
            this.tried.incrementAndGet();
            answers(200, request("/api/v1/releases").GET());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(this.balancer.next().address() + path))
            .timeout(Duration.ofSeconds(40))
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + this.token);
    }

    private boolean running() {
        return this.over.getCount() > 0;
    }

    /** Whether the portal answers so; if not, a moment has passed. */
    private boolean answers(int expected, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = this.client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() == expected) {
                return true;
            }
            if (answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent()) {
                this.outages.incrementAndGet();
            }
            else if (answer.body().contains("its answer was lost")) {
                return true;
            }
            else if (answer.statusCode() != 409) {
                this.faults.add(answer.statusCode() + " " + answer.body());
            }
        }
        catch (IOException ex) {
            this.broken.incrementAndGet();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
        pause();
        return false;
    }

    /** Comes again a little sooner than it is asked to. */
    private void pause() {
        try {
            this.over.await(500, TimeUnit.MILLISECONDS);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    int tried() {
        return this.tried.get();
    }

    int broken() {
        return this.broken.get();
    }

    int outages() {
        return this.outages.get();
    }

    /**
     * Answers that are neither what was asked for, nor a conflict, nor an outage that
     * says when to come again.
     */
    Queue<String> faults() {
        return this.faults;
    }

    Queue<String> acknowledged() {
        return this.acknowledged;
    }

    String mark() {
        return this.mark;
    }

    /** Ends it when what is under way has been answered. */
    @Override
    public void close() {
        this.over.countDown();
        this.tools.shutdown();
        try {
            if (!this.tools.awaitTermination(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Tools still wait for an answer");
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

}
