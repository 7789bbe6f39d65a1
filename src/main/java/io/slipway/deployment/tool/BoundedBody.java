package io.slipway.deployment.tool;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

/**
 * Reads an answer up to a size, and hangs up after that.
 */
final class BoundedBody implements HttpResponse.BodySubscriber<BoundedBody.Part> {

    private final int most;

    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    private final CompletableFuture<Part> whole = new CompletableFuture<>();

    private Flow.@Nullable Subscription subscription;

    BoundedBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<Part> getBody() {
        return this.whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        this.subscription = begun;
        begun.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        Flow.Subscription from = Objects.requireNonNull(this.subscription);
        for (ByteBuffer buffer : buffers) {
            byte[] some = new byte[Math.min(buffer.remaining(), this.most - this.read.size())];
            buffer.get(some);
            this.read.writeBytes(some);
            if (buffer.hasRemaining()) {
                from.cancel();
                this.whole.complete(new Part(this.read.toByteArray(), true));
                return;
            }
        }
        from.request(1);
    }

    @Override
    public void onError(Throwable failure) {
        this.whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        this.whole.complete(new Part(this.read.toByteArray(), false));
    }

    /**
     * What was read.
     *
     * @param cut whether there was more
     */
    record Part(byte[] bytes, boolean cut) {
    }

}
